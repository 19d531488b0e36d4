"""The kinds of question that can be asked in the room."""

from enum import StrEnum

BEFORE, AFTER = 1, 2  # phases of a dilemma; every other kind has only the first
MOST_OPTIONS = 8
MOST_SIDES = 4  # of a dilemma


class Kind(StrEnum):
    """What people are asked to do."""

    OPEN = "open"
    CLOUD = "cloud"
    SCALE = "scale"
    CHOICE = "choice"
    RANKING = "ranking"
    UPVOTE = "upvote"
    TOMORROW = "tomorrow"
    DILEMMA = "dilemma"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def takes_cards(self) -> bool:
        """Answers in people's own words; the other kinds take votes, which are only counted."""
        return self in (Kind.OPEN, Kind.CLOUD, Kind.TOMORROW)

    @property
    def has_options(self) -> bool:
        return self in (Kind.CHOICE, Kind.RANKING, Kind.DILEMMA)

    @property
    def last_phase(self) -> int:
        return AFTER if self is Kind.DILEMMA else BEFORE

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]


_LABELS = {
    Kind.OPEN: "Open antwoord",
    Kind.CLOUD: "Woordwolk",
    Kind.SCALE: "Schaal van 1 tot 5",
    Kind.CHOICE: "Kiezen",
    Kind.RANKING: "Rangorde",
    Kind.UPVOTE: "Stemmen op kaarten",
    Kind.TOMORROW: "Vanaf morgen …",
    Kind.DILEMMA: "Dilemma, vóór en ná het gesprek",
}
