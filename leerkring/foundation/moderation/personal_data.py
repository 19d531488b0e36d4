"""Flags and decisions stay, so that what was decided can be explained; without names."""

from leerkring.foundation.moderation.models import Decision, Flag
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

register(
    PersonalData(
        model=Flag,
        path="by",
        label="Wat je meldde",
        fields=("at", "reason", "text"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een moderator ernaar kan kijken en jij hoort wat ermee gebeurt.",
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
    )
)
