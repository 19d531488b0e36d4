"""How often somebody wants to hear of something, and how much of a circle."""

from enum import StrEnum


class Frequency(StrEnum):
    """How often by mail."""

    DIRECT = "direct"
    DAILY = "dag"
    WEEKLY = "week"
    NEVER = "nooit"

    @property
    def label(self) -> str:
        return _FREQUENCIES[self]


class Loudness(StrEnum):
    """How much somebody wants to hear from one circle."""

    ALL = "alles"
    NORMAL = "normaal"
    SILENT = "stil"

    @property
    def label(self) -> str:
        return _LOUDNESS[self]


DIGESTS = (Frequency.DAILY, Frequency.WEEKLY)

_FREQUENCIES = {
    Frequency.DIRECT: "Meteen",
    Frequency.DAILY: "Dagoverzicht",
    Frequency.WEEKLY: "Weekoverzicht",
    Frequency.NEVER: "Niet",
}
_LOUDNESS = {
    Loudness.ALL: "Alles, meteen per mail",
    Loudness.NORMAL: "Normaal",
    Loudness.SILENT: "Stil",
}
