"""A working form (werkvorm): one way to spend part of a session together."""

from dataclasses import dataclass

from leerkring.practice.scans.dimensions import Dimension


@dataclass(frozen=True)
class WorkingForm:
    """One form from the library.

    code          short, stable name ("ik-weerbericht")
    dimension     where it looks; None for an opening, a pause or a closing
    competences   what it helps with, by the names of the instrument
    minutes       how long it takes
    smallest, largest  group sizes it works for
    part          "opening", "kern", "pauze" or "afsluiting"
    for_difference  True when it is a conversation about seeing things differently
    steps         what the facilitator does, each a sentence or two, with minutes where it matters
    """

    code: str
    title: str
    dimension: Dimension | None
    competences: tuple[str, ...]
    minutes: int
    smallest: int
    largest: int
    goal: str
    material: str
    steps: tuple[str, ...]
    part: str = "kern"
    for_difference: bool = False
