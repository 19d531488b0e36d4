"""Who asked for a second pair of eyes, and whose they were; never what they read."""

from datetime import timedelta

from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

for path, label in (
    ("asked_by", "Waar je een tweede lezer voor vroeg"),
    ("reader", "Wat je als tweede lezer las"),
):
    register(
        PersonalData(
            model=SecondReading,
            path=path,
            label=label,
            fields=("at", "decided_at", "outcome"),
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat te zien is dat iemand meelas voor het naar buiten ging.",
            keep=timedelta(days=365),
            since="decided_at",
        )
    )
