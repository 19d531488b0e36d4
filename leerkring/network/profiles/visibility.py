"""Who sees which field of a profile. A reach is a number, so that it can be compared in SQL."""

from dataclasses import dataclass
from enum import IntEnum


class Reach(IntEnum):
    """From narrow to wide. A reader who stands at `closeness` sees fields with at least that."""

    NOBODY = 0
    TIES = 1
    SIGNED_IN = 2
    EVERYONE = 3

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Reach.NOBODY: "niemand, alleen ik",
    Reach.TIES: "mensen in mijn kringen",
    Reach.SIGNED_IN: "iedereen met een account",
    Reach.EVERYONE: "iedereen",
}
CHOICES = [(int(reach), reach.label) for reach in reversed(Reach)]


@dataclass(frozen=True)
class Field:
    """One thing that a profile tells, and who sees it when nobody chose."""

    name: str
    label: str
    default: Reach = Reach.SIGNED_IN

    @property
    def column(self) -> str:
        return f"{self.name}_seen"


FIELDS = (
    Field("name", "Je naam"),
    Field("photo", "Je foto"),
    Field("organisation", "Je organisatie"),
    Field("position", "Je functie"),
    Field("sector", "Je werkveld"),
    Field("region", "Je regio"),
    Field("sentence", "Je zin over jezelf"),
    Field("expertise", "Waar je veel van weet"),
    Field("themes", "Thema's die je volgt"),
    Field("email", "Je e-mailadres", Reach.NOBODY),
)


def shows(reach: int, name_reach: int, closeness: int) -> bool:
    """Whether a field is shown: never to somebody who may not know whose it is."""
    return min(reach, name_reach) >= closeness
