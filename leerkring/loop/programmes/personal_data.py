"""Roles in a programme, and who overruled an advice."""

from datetime import timedelta

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.loop.programmes.models import IntakeDraft, Overruling, Role

register(
    PersonalData(
        model=Role,
        path="person",
        label="Je rol in een programma",
        fields=("programme__name", "kind"),
        on_erasure=OnErasure.DELETE,
        why="Je rol bepaalt welke pagina's je ziet.",
    )
)
register(
    PersonalData(
        model=Overruling,
        path="by",
        label="Programma's die je voor een team aanpaste",
        fields=("participation__team__name", "reason", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een team kan teruglezen waarom het anders koos.",
    )
)
register(
    PersonalData(
        model=IntakeDraft,
        path="by",
        label="Bestanden die je inlas en nog niet bevestigde",
        fields=("programme__name", "at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je eerst kunt zien wat er gaat gebeuren.",
        keep=timedelta(days=1),
        since="at",
    )
)
