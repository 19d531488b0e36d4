"""T-shape: which domains of life the people of a team know about together, told coarsely.

Everybody may say of each domain how much they know about it. What is told of a team is one of three
steps, in numbers of people:

    gedekt        at least three know a lot
    dun gedekt    fewer than that, but at least three know the basics or more
    niet gedekt   at most two know the basics or more

**Why these steps.** A colleague knows what they said themselves and takes it away. Whatever they
said, and whatever one given colleague said, all three steps must stay possible; then the step says
nothing about that colleague. With v people who know a lot and t who know the basics or more:

- gedekt, v >= 3: without these two, three others may make it true, so it takes 5 people;
- niet gedekt, t <= 2: both may know a lot, and a bound under 2 would say that they do not;
- dun gedekt, v <= 2 and t >= 3: both may know a lot or nothing, three others make it true.

So a step needs 5 people, and the finer "one person knows about this" cannot be told: that person
would learn that nobody else does. See docs/decisions/0014-coverage.md.

The domains are our own list in plain words. It lies between the eleven domains of the
Zelfredzaamheid-Matrix (Lauriks et al. 2013, GGD Amsterdam) and the seven of Kennisbouwstenen
(Integraal werken in de wijk); school and opvoeden as those have them for families; zingeving from
Huber et al. (2016), BMJ Open 6:e010091.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

FEWEST = 5  # people; under this one of the steps would say something about one colleague
ENOUGH = 3  # people


@dataclass(frozen=True)
class Domain:
    """A domain of life; `hint` says what belongs to it."""

    code: str
    name: str
    hint: str


DOMAINS = (
    Domain("veiligheid", "Veiligheid", "geweld thuis, kindermishandeling"),
    Domain("opvoeden", "Opvoeden", "opgroeien, ouders na een scheiding"),
    Domain("geld", "Geld en werk", "schulden, uitkering, dagbesteding"),
    Domain("wonen", "Wonen", "huisvesting, overlast, huisuitzetting"),
    Domain("gezondheid", "Gezondheid", "ziekte, zwangerschap, zorg thuis"),
    Domain("psychisch", "Psychische gezondheid", "somberheid, angst, trauma"),
    Domain("verslaving", "Verslaving", "alcohol, drugs, gokken, gamen"),
    Domain("school", "School", "verzuim, passend onderwijs"),
    Domain("contacten", "Sociale contacten", "eenzaamheid, mantelzorg, buurt"),
    Domain("beperking", "Leven met een beperking", "licht verstandelijk, lichamelijk, autisme"),
    Domain("zingeving", "Zingeving", "rouw, geloof, wat het leven de moeite waard maakt"),
)


class Knowledge(IntEnum):
    """How much somebody knows about a domain. Zero: they did not say."""

    NOT_SAID = 0
    LITTLE = 1
    BASICS = 2
    MUCH = 3

    @property
    def label(self) -> str:
        return ("niet gezegd", "weinig", "de basis", "weet er veel van")[self]


class Coverage(StrEnum):
    """How far a team knows about a domain together."""

    COVERED = "gedekt"
    THIN = "dun gedekt"
    NOT = "niet gedekt"


MEANING = {
    Coverage.COVERED: f"minstens {ENOUGH} mensen weten hier veel van",
    Coverage.THIN: f"minstens {ENOUGH} mensen kennen de basis, geen {ENOUGH} weten er veel van",
    Coverage.NOT: f"hooguit {ENOUGH - 1} mensen kennen hier de basis of weten meer",
}
WITHHELD = (
    "Dit tonen we niet. Het kan te herleiden zijn wat iemand invulde, of er is te weinig ingevuld."
)


def coverage(said: NDArray[np.uint8], k: int) -> tuple[Coverage | None, ...]:
    """What may be told of one team, a step or None per domain.

    said     (persons, domains) values of Knowledge
    k        the smallest number of people about whom something is told; never under `FEWEST`

    Raises ValueError for a value that is no Knowledge, or for another number of domains.
    """
    if said.ndim != 2 or said.shape[1] != len(DOMAINS):
        raise ValueError(f"expected {len(DOMAINS)} columns, got shape {said.shape}")
    if said.size and said.max() > Knowledge.MUCH:
        raise ValueError(f"no such step: {int(said.max())}")
    return tuple(_step(column, max(k, FEWEST)) for column in said.T)


def _step(column: NDArray[np.uint8], k: int) -> Coverage | None:
    if np.count_nonzero(column != Knowledge.NOT_SAID) < k:
        return None
    if np.count_nonzero(column == Knowledge.MUCH) >= ENOUGH:
        return Coverage.COVERED
    known = np.count_nonzero(column >= Knowledge.BASICS)
    return Coverage.THIN if known >= ENOUGH else Coverage.NOT


def as_rows(sheets: Sequence[bytes]) -> NDArray[np.uint8]:
    """Sheets of a byte per domain as the array that `coverage` takes."""
    joined = np.frombuffer(b"".join(sheets), dtype=np.uint8)
    return joined.reshape(len(sheets), len(DOMAINS))
