"""Flags and decisions stay two years after the decision, so that it can be explained; after
somebody left without their name. What nobody decided about stays until somebody does."""

from datetime import timedelta

from leerkring.foundation.activity.registry import register_looks
from leerkring.foundation.moderation.looking_queries import looks_at_own
from leerkring.foundation.moderation.models import Decision, Flag, Reading
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

TWO_YEARS = timedelta(days=730)

register(
    PersonalData(
        model=Flag,
        path="by",
        label="Wat je meldde",
        fields=("at", "reason", "text"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een moderator ernaar kan kijken en jij hoort wat ermee gebeurt.",
        keep=TWO_YEARS,
        since="decision__at",
    )
)
register(
    PersonalData(
        model=Decision,
        path="by",
        label="Wat je als moderator besloot",
        fields=("at", "outcome", "message", "to_writer"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een besluit later uit te leggen is.",
        keep=TWO_YEARS,
        since="at",
    )
)
register(
    PersonalData(
        model=Reading,
        path="person",
        label="Wat je als moderator besloten las omdat het gemeld was",
        fields=("at", "flag__reason"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat mensen kunnen nagaan wie er meekeek.",
        keep=TWO_YEARS,
        since="at",
    )
)
register_looks(looks_at_own)
