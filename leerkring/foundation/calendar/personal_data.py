"""What this room keeps of a person: that they have a feed."""

from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

register(
    PersonalData(
        model=FeedKey,
        path="person",
        label="Je eigen kalenderadres",
        fields=("made_at", "asked_on"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je eigen agenda jouw data kan ophalen; het adres zelf bewaren we niet.",
    )
)
