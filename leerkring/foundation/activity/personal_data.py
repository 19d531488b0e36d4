"""The record outlives a person, without their name."""

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

register(
    PersonalData(
        model=Activity,
        path="by",
        label="Wat je deed",
        fields=("at", "sentence"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat we later kunnen zien wat er met een programma is gebeurd.",
    )
)
