"""Who may see a promise, and how it can end."""

from datetime import timedelta
from enum import StrEnum

from django.db import models

LONGEST = 500
SIX_WEEKS = timedelta(weeks=6)


class Sight(StrEnum):
    """Who may see it, beside whose it is."""

    OWN = "eigen"
    CIRCLE = "kring"
    PUBLIC = "openbaar"

    @property
    def label(self) -> str:
        return {
            "eigen": "Alleen van wie het is",
            "kring": "Ook de werkgroep",
            "openbaar": "Iedereen, ook zonder account",
        }[self]


class Outcome(models.TextChoices):
    DONE = "gelukt", "Gelukt"
    UNDER_WAY = "bezig", "Nog bezig"
    DIFFERENT = "anders", "Anders gegaan"
    LET_GO = "los", "Losgelaten"
