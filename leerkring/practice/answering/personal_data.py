"""Who is invited is kept by mail address, not by account; who launched a round is an account."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.answering.models import Launch

register(
    PersonalData(
        model=Launch,
        path="by",
        label="Rondes die je opende",
        fields=("round__name", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat duidelijk is wie de ronde begon.",
    )
)
