"""Who added a file; the file itself goes with what it belongs to."""

from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

register(
    PersonalData(
        model=StoredFile,
        path="uploaded_by",
        label="Bestanden die je toevoegde",
        fields=("name", "media_type", "size", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat we weten van wie een bestand komt dat bij iets van jou of een ander staat.",
    )
)
