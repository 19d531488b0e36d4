"""Answers lead to no person, so none are registered; who closed a round does."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.scans.models import Closing

register(
    PersonalData(
        model=Closing,
        path="by",
        label="Rondes die je sloot",
        fields=("round__name", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat duidelijk is wanneer de uitkomsten zijn vastgezet.",
    )
)
