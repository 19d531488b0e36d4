"""The three kinds of small scan: what each asks, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from leerkring.practice.scans.answers import NOT_ANSWERED
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item

MOST_TOPICS = 8
LONGEST_TOPIC = 60
TOPICS = (
    "samenwerken in ons team",
    "samenwerken met anderen in de wijk",
    "contact met gezinnen",
    "een situatie waar we vastlopen",
    "wie doet wat",
)
NO, YES = 1, 2  # a topic as it is kept: not chosen, chosen


@dataclass(frozen=True)
class Words:
    """What people read.

    label     what it is called
    asks      on the button of who leads it
    question  above the page with the answers
    lead      one sentence under it
    open      the open question
    """

    label: str
    asks: str
    question: str
    lead: str
    open: str


class Kind(StrEnum):
    """The value stands in addresses and in the table."""

    BEFORE = "vooraf"
    AFTER = "terugblik"
    EFFECT = "effect"

    @property
    def words(self) -> Words:
        return _WORDS[self]

    @property
    def is_choice(self) -> bool:
        """Topics to choose from, instead of statements on a scale."""
        return self is Kind.BEFORE

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.words.label) for kind in cls]


_TAP = "Tik aan wat bij jou past. Overslaan mag."
_WORDS = {
    Kind.BEFORE: Words(
        "Vraagronde vooraf",
        "Vraag waar mensen het over willen hebben",
        "Waar wil je het over hebben?",
        "Kies wat jij belangrijk vindt. Meer dan één mag.",
        "Welke vraag neem je mee?",
    ),
    Kind.AFTER: Words(
        "Terugblik", "Vraag om terugblik", "Hoe kijk je terug?", _TAP, "Wat kan beter?"
    ),
    Kind.EFFECT: Words(
        "Na zes weken",
        "Vraag na zes weken wat het opleverde",
        "Wat ging je anders of beter doen?",
        _TAP,
        "Wat doe je nu anders of beter?",
    ),
}
_STATEMENTS = {
    Kind.AFTER: (
        ("OPBRENGST", "opbrengst", "Ik heb iets aan {this}."),
        ("RUIMTE", "ruimte", "Ik kon zeggen wat ik wilde zeggen."),
        ("VERDER", "verder", "Ik weet wat ik vanaf morgen anders of beter ga doen."),
    ),
    Kind.EFFECT: (
        ("IK", "zelf", "Ik doe iets anders of beter dan voor {the}."),
        ("WIJ", "samen", "Wij werken beter samen dan voor {the}."),
        ("WIJK", "gezinnen", "Gezinnen merken daar iets van."),
    ),
}
ENDS = ("helemaal niet", "helemaal wel")


def instrument_for(
    kind: Kind, topics: Sequence[str] = TOPICS, *, this: str = "deze sessie", the: str = "de sessie"
) -> Instrument:
    """The instrument of a pulse: statements on 1..5, or for each of the `topics` chosen or not.

    `this` and `the` are what it is asked around, as people call it.

    Every statement is a scale of its own; all stand under Wij.
    """
    if not kind.is_choice:
        items = tuple(
            Item(code, Dimension.TEAM, about, statement.format(this=this, the=the))
            for code, about, statement in _STATEMENTS[kind]
        )
        return Instrument(kind.words.label, "1", items, 1, 5, {Dimension.TEAM: 3.5}, ends=ENDS)
    items = tuple(
        Item(f"ONDERWERP{place}", Dimension.TEAM, topic, topic)
        for place, topic in enumerate(topics, start=1)
    )
    return Instrument(kind.words.label, "1", items, 0, 1, {Dimension.TEAM: 0.5})


def scale_bytes(instrument: Instrument, given: dict[str, int]) -> bytes:
    """Answers by code as bytes; a statement that is not there was not answered."""
    return bytes(given.get(code, NOT_ANSWERED) for code in instrument.codes)


def choice_bytes(instrument: Instrument, chosen: Sequence[str]) -> bytes:
    """Chosen topics by code as bytes; who sends it has answered about every topic."""
    return bytes(YES if code in chosen else NO for code in instrument.codes)
