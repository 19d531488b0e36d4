"""What this room keeps of a person: who made, published or retired what."""

from datetime import timedelta

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.instruments.models import (
    ImportPreview,
    InstrumentDraft,
    Provenance,
    Retirement,
)

WHO_TO_ASK = "Zodat anderen weten wie ze er iets over kunnen vragen."

register(
    PersonalData(
        model=InstrumentDraft,
        path="begun_by",
        label="Concepten van vragenlijsten die je begon",
        fields=("name", "begun_at"),
        on_erasure=OnErasure.ANONYMISE,
        why=WHO_TO_ASK,
    )
)
register(
    PersonalData(
        model=InstrumentDraft,
        path="saved_by",
        label="Concepten van vragenlijsten die jij als laatste bewaarde",
        fields=("name", "saved_at"),
        on_erasure=OnErasure.ANONYMISE,
        why=WHO_TO_ASK,
    )
)
register(
    PersonalData(
        model=Provenance,
        path="by",
        label="Vragenlijsten die je publiceerde",
        fields=("version__name", "version__version", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why=WHO_TO_ASK,
    )
)
register(
    PersonalData(
        model=Retirement,
        path="by",
        label="Vragenlijsten die je uit gebruik nam",
        fields=("version__name", "version__version", "at", "reason"),
        on_erasure=OnErasure.ANONYMISE,
        why=WHO_TO_ASK,
    )
)
register(
    PersonalData(
        model=ImportPreview,
        path="by",
        label="Bestanden met een vragenlijst die je inlas en nog niet overnam",
        fields=("file_name", "at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt bekijken wat we overnemen voordat je ja zegt.",
        keep=timedelta(days=1),
        since="at",
    )
)
