"""What this room keeps of a person."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.network.themes.models import Following

register(
    PersonalData(
        model=Following,
        path="person",
        label="De thema's die je volgt",
        fields=("theme__name", "since"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je hoort wat er nieuw is over wat je volgt.",
    )
)
