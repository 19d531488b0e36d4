"""What a team session brings in: answers to eight questions, quotes, a photo, commitments.

Pure data, so that a newspaper can be made of it with or without a database.
"""

from dataclasses import dataclass, field
from datetime import date

from leerkring.practice.scans.dimensions import Dimension


@dataclass(frozen=True)
class Question:
    key: str
    dimension: Dimension
    text: str


QUESTIONS = (
    Question("ik-waar", Dimension.SELF, "Waar sta ik?"),
    Question("ik-nodig", Dimension.SELF, "Wat heb ik nodig?"),
    Question("wij-willen", Dimension.TEAM, "Wat willen we?"),
    Question("wij-waarvoor", Dimension.TEAM, "Waar staan we voor?"),
    Question("wij-hoe", Dimension.TEAM, "Hoe komen we daar?"),
    Question("wijk-beeld", Dimension.DISTRICT, "Hoe ziet onze wijk eruit?"),
    Question("wijk-plek", Dimension.DISTRICT, "Wat is onze plek?"),
    Question("wijk-innemen", Dimension.DISTRICT, "Hoe nemen we die in?"),
)


@dataclass(frozen=True)
class Quote:
    """Somebody's words; `speaker` is a role or a first name, as the speaker wishes."""

    text: str
    speaker: str = ""


@dataclass(frozen=True)
class Promise:
    """A commitment as it was said: "vanaf morgen …", by whom, and when to look back."""

    text: str
    who: str = ""
    look_back_on: date | None = None


@dataclass(frozen=True)
class Picture:
    """A photo as JPEG bytes; `alt` says what it shows and is never empty."""

    jpeg: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Harvest:
    """Everything one session captured. `notes` maps a question's key to what was written."""

    notes: dict[str, str] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    promises: tuple[Promise, ...] = ()
    picture: Picture | None = None

    @property
    def is_empty(self) -> bool:
        written = any(text.strip() for text in self.notes.values())
        return not (written or self.quotes or self.promises or self.picture)
