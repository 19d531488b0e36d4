"""The record outlives a person, without their name; for two years."""

from datetime import timedelta

from django.db.models import Q

from leerkring.foundation.activity.actions import forget_as_subject
from leerkring.foundation.activity.models import Activity
from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    register,
    register_goodbye,
)

TWO_YEARS = timedelta(days=730)
# What left the house stays told of as long as there is what it was taken from: who asks for the
# next file, and who wonders about an old one, reads it there (docs/decisions/0010-exports.md).
LASTING = Q(verb="programmes.exported")

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
