"""The record outlives a person, without their name."""

from leerkring.foundation.activity.actions import forget_as_subject
from leerkring.foundation.activity.models import Activity
from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    register,
    register_goodbye,
)

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
register_goodbye(forget_as_subject)
