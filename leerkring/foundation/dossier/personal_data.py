"""What this room keeps of a person, and what of them it takes along from rooms below."""

from leerkring.foundation.dossier.actions import forget_exports_of
from leerkring.foundation.dossier.goodbye_actions import forget_as_subject
from leerkring.foundation.dossier.models import ErasureRequest, ExportRequest
from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    register,
    register_goodbye,
)

register(
    PersonalData(
        model=ExportRequest,
        path="person",
        label="Dat je je gegevens opvroeg",
        fields=("asked_at", "ready__until"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je het bestand kunt ophalen. Het bestand zelf gooien we na zeven dagen weg.",
        forget=forget_exports_of,
    )
)
register(
    PersonalData(
        model=ErasureRequest,
        path="person",
        label="Dat je wilt vertrekken",
        fields=("asked_at", "due_at", "choices"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je er zeven dagen op terug kunt komen.",
    )
)
register_goodbye(forget_as_subject)
