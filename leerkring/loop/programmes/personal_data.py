"""Roles in a programme, and who overruled an advice."""

from datetime import timedelta

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.loop.programmes.models import (
    ChairLetter,
    IntakeDraft,
    Overruling,
    PlanRequest,
    Role,
    WeekLetter,
    WeekPerson,
    WeekPlan,
    WeekReply,
)

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
register(
    PersonalData(
        model=WeekPerson,
        path="person",
        label="Wanneer je in een week begeleidt of voorzit",
        fields=("programme__name", "skills", "most", "chairs", "away__day"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat de week gepland wordt als je kunt.",
    )
)
register(
    PersonalData(
        model=PlanRequest,
        path="by",
        label="Planningen die je aanvroeg",
        fields=("programme__name", "asked_at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een programma kan teruglezen hoe de week gepland werd.",
    )
)
register(
    PersonalData(
        model=WeekPlan,
        path="accepted_by",
        label="Planningen die je vaststelde",
        fields=("programme__name", "accepted_at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een programma kan teruglezen hoe de week gepland werd.",
    )
)
register(
    PersonalData(
        model=WeekLetter,
        path="person",
        label="Mails over sessies die in een week gepland zijn",
        fields=("session__team__name", "kind", "starts_at", "place", "at", "sent_at", "fault"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je elke mail één keer krijgt. Een maand na de sessie halen we het weg.",
        keep=timedelta(days=31),
        since="starts_at",
    )
)
register(
    PersonalData(
        model=ChairLetter,
        path="person",
        label="Mails over dagdelen die je voorzit",
        fields=("plan__programme__name", "at", "sent_at", "fault"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je elke mail één keer krijgt. Een maand na de week halen we het weg.",
        keep=timedelta(days=31),
        since="ends_at",
    )
)
register(
    PersonalData(
        model=WeekReply,
        path="person",
        label="Wat je antwoordde op mails over een week",
        fields=("session__team__name", "half_day__day", "starts_at", "says", "at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat wie de week plant, weet of je kunt. Een maand daarna halen we het weg.",
        keep=timedelta(days=31),
        since="starts_at",
    )
)
