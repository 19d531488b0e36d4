"""What an author decides about a trace, and the words that may stand in its place."""

from dataclasses import dataclass
from enum import StrEnum

from leerkring.foundation.language.traces import TraceKind


class Decision(StrEnum):
    """`label` completes «Laat staan, want …» where it is a reason to keep."""

    label: str

    REPLACED = "vervangen", "vervangen door een rol"
    OWN = "eigen", "het gaat over mij of mijn werk"
    PUBLIC = "openbaar", "het staat al openbaar, met een reden"
    CONSENT = "toestemming", "die persoon vindt het goed"
    NOBODY = "niemand", "het wijst niemand aan"
    SECOND_READER = "meelezer", "eerst leest iemand mee"

    def __new__(cls, value: str, label: str) -> "Decision":
        decision = str.__new__(cls, value)
        decision._value_ = value
        decision.label = label
        return decision


ROLES = (
    *("moeder", "vader", "ouder", "kind", "jongere", "broer", "zus", "oma", "opa", "cliënt"),
    *("bewoner", "buur", "collega", "leerkracht", "huisarts", "hulpverlener", "wijkagent"),
    *("school A", "school B", "team A", "team B"),
)
_REASONS = (Decision.OWN, Decision.PUBLIC, Decision.CONSENT, Decision.NOBODY)
_NEVER_TO_BE_PUBLISHED = {TraceKind.BSN, TraceKind.REGISTER_NUMBER}
_REPLACE = "vervang:"


@dataclass(frozen=True)
class Answer:
    """One decision; `instead` is the word that comes in its place, when it is replaced."""

    decision: Decision
    instead: str = ""


def replacements_for(kind: TraceKind) -> tuple[str, ...]:
    """Words for people in running text; for all else a word in brackets, as a gap that is named."""
    if kind is TraceKind.NAME:
        return ROLES
    gaps = {
        TraceKind.BIRTH_DATE: ("[datum]", "[leeftijd]"),
        TraceKind.ADDRESS: ("[adres]", "school A", "bij een gezin thuis"),
        TraceKind.POSTCODE: ("[postcode]", "[plaats]"),
        TraceKind.PLACE: ("school A", "een wijk", "een organisatie"),
    }
    return (*gaps.get(kind, (f"[{kind.label}]",)), "[weggelaten]")


def reasons_for(kind: TraceKind) -> tuple[Decision, ...]:
    """A number that the state gave to one person stays only when it is no such number after all."""
    return (Decision.NOBODY,) if kind in _NEVER_TO_BE_PUBLISHED else _REASONS


def choices_for(
    kind: TraceKind, *, read_along: bool = True, replace: bool = True
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of (value, label) for a select, in the order in which we would like to see them.

    `read_along`: somebody can read the text before it goes out; `replace`: its words can change.
    """
    groups = [("Laat staan, want", [(reason.value, reason.label) for reason in reasons_for(kind)])]
    if replace:
        words = [(_REPLACE + word, word) for word in replacements_for(kind)]
        groups.insert(0, ("Vervang door", words))
    if read_along:
        reader = (Decision.SECOND_READER.value, "Laat eerst iemand meelezen")
        groups.append(("Twijfel je?", [reader]))
    return groups


def answer_of(
    kind: TraceKind, value: str, *, read_along: bool = True, replace: bool = True
) -> Answer | None:
    """What somebody chose; None when it is not one of the choices for this kind."""
    groups = choices_for(kind, read_along=read_along, replace=replace)
    if value not in {value for _, choices in groups for value, _ in choices}:
        return None
    if value.startswith(_REPLACE):
        return Answer(Decision.REPLACED, value.removeprefix(_REPLACE))
    return Answer({decision.value: decision for decision in Decision}[value])
