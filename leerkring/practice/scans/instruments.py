"""An instrument: statements on one scale, each about a dimension and a competence.

Pure data; reading one from a file stands in `instrument_files`.
"""

from dataclasses import dataclass, field

from leerkring.practice.scans.dimensions import Dimension


@dataclass(frozen=True)
class Item:
    """One statement. `reversed`: agreeing with it points to less of the competence."""

    code: str
    dimension: Dimension
    competence: str
    statement: str
    reversed: bool = False


@dataclass(frozen=True)
class Instrument:
    """Statements answered on `low`..`high`; `targets` per dimension, fixed before a round.

    language  of the statements, as in `languages`
    ends      the words at the lowest and the highest answer; "" where the instrument gives none
    """

    name: str
    version: str
    items: tuple[Item, ...]
    low: int
    high: int
    targets: dict[Dimension, float] = field(default_factory=dict)
    validated: bool = False
    language: str = "nl"
    ends: tuple[str, str] = ("", "")

    @property
    def options(self) -> int:
        """How many answers the scale has ("weet ik niet" not counted)."""
        return self.high - self.low + 1

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.code for item in self.items)

    @property
    def competences(self) -> tuple[str, ...]:
        """Each competence once, in the order of the statements."""
        return tuple(dict.fromkeys(item.competence for item in self.items))

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        return tuple(d for d in Dimension if any(item.dimension is d for item in self.items))
