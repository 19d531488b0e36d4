"""What changed between two versions of an instrument, said so that a person can read it."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from leerkring.practice.instruments.sheets import dutch_number
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import LANGUAGES


class Part(StrEnum):
    SAME = "gelijk"
    GONE = "weg"
    NEW = "nieuw"


@dataclass(frozen=True)
class Change:
    """One statement that is in both; `words` are parts of its text, when the words changed.

    facts   Dutch sentences about the rest: competence, dimension, the way it counts
    """

    old: Item
    new: Item
    words: tuple[tuple[Part, str], ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """`comparable`: whether any result of the two may stand beside each other.

    whole   Dutch sentences about name, scale, targets and order
    """

    whole: tuple[str, ...]
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[Change, ...]
    other_language: bool
    other_scale: bool

    def __bool__(self) -> bool:
        return bool(self.whole or self.added or self.removed or self.changed)

    @property
    def reworded(self) -> tuple[str, ...]:
        """Codes of statements that ask or count something else now."""
        return tuple(change.new.code for change in self.changed if _asks_another_thing(change))


def difference(old: Instrument, new: Instrument) -> Difference:
    """Statements are matched by code, whatever its capitals."""
    before = {item.code.casefold(): item for item in old.items}
    after = {item.code.casefold(): item for item in new.items}
    other_language = old.language != new.language
    pairs = [(before[code], item) for code, item in after.items() if code in before]
    changes = [_change(one, other, other_language) for one, other in pairs]
    return Difference(
        whole=(*_about_whole(old, new), *_order(before, after)),
        added=tuple(item for code, item in after.items() if code not in before),
        removed=tuple(item for code, item in before.items() if code not in after),
        changed=tuple(change for change in changes if change.words or change.facts),
        other_language=other_language,
        other_scale=(old.low, old.high) != (new.low, new.high),
    )


def word_parts(old: str, new: str) -> tuple[tuple[Part, str], ...]:
    """The text of both, word by word: what stayed, what went, what came."""
    before, after = old.split(), new.split()
    parts: list[tuple[Part, str]] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            parts.append((Part.SAME, " ".join(before[a1:a2])))
            continue
        if a2 > a1:
            parts.append((Part.GONE, " ".join(before[a1:a2])))
        if b2 > b1:
            parts.append((Part.NEW, " ".join(after[b1:b2])))
    return tuple(parts)


def _change(old: Item, new: Item, other_language: bool) -> Change:
    facts = []
    if old.competence != new.competence and not other_language:
        facts.append(f"De competentie was «{old.competence}» en is «{new.competence}».")
    if old.dimension is not new.dimension:
        facts.append(f"De stelling ging van {old.dimension.label} naar {new.dimension.label}.")
    if old.reversed != new.reversed:
        facts.append(f"De stelling telt nu {'wel' if new.reversed else 'niet meer'} omgekeerd.")
    same_words = old.statement == new.statement or other_language
    words = () if same_words else word_parts(old.statement, new.statement)
    return Change(old, new, words, tuple(facts))


def _asks_another_thing(change: Change) -> bool:
    return bool(change.words) or change.old.reversed != change.new.reversed


def _about_whole(old: Instrument, new: Instrument) -> list[str]:
    said = []
    if old.name != new.name:
        said.append(f"De naam was «{old.name}» en is «{new.name}».")
    if old.language != new.language:
        names = LANGUAGES[old.language].name, LANGUAGES[new.language].name
        said.append(f"De taal was {names[0]} en is {names[1]}.")
    if (old.low, old.high) != (new.low, new.high):
        said.append(f"De schaal was {old.low} tot {old.high} en is {new.low} tot {new.high}.")
    if old.ends != new.ends and old.language == new.language:
        said.append(f"De woorden bij de schaal waren {_ends(old)} en zijn {_ends(new)}.")
    for dimension in Dimension:
        targets = old.targets.get(dimension), new.targets.get(dimension)
        if targets[0] != targets[1]:
            was, now = ("er niet" if t is None else dutch_number(t) for t in targets)
            said.append(f"Het doel van {dimension.label} was {was} en is {now}.")
    return said


def _ends(instrument: Instrument) -> str:
    return " en ".join(f"«{words}»" if words else "leeg" for words in instrument.ends)


def _order(before: dict[str, Item], after: dict[str, Item]) -> list[str]:
    kept = [code for code in before if code in after], [code for code in after if code in before]
    return [] if kept[0] == kept[1] else ["De stellingen staan in een andere volgorde."]
