"""The record outlives a person, without their name; for two years."""

from leerkring.foundation.activity.actions import forget_as_subject
from leerkring.foundation.activity.models import Activity
from leerkring.foundation.activity.terms import LASTING, TWO_YEARS
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
        why=(
            "Zodat we later kunnen zien wat er is gebeurd. Wie cijfers of antwoorden van een"
            " programma ophaalde, blijft staan."
        ),
        keep=TWO_YEARS,
        since="at",
        lasting=LASTING,
    )
)
register_goodbye(forget_as_subject)
