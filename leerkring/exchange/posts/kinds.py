"""The five kinds of posts: their words, their sections, and what each asks before it goes out."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_TITLE = 150
LONGEST_LINE = 200
LONGEST_TEXT = 40_000  # signs of HTML in one section


class Rung(StrEnum):
    """How far an example has come, in our own words; an official recognition is something else."""

    IDEA = "idee"
    TRIED = "uitgeprobeerd"
    EVALUATED = "geevalueerd"

    @property
    def label(self) -> str:
        names = {"idee": "Idee", "uitgeprobeerd": "Uitgeprobeerd", "geevalueerd": "Geëvalueerd"}
        return names[self]

    @property
    def meaning(self) -> str:
        return {
            "idee": "Bedacht, nog niet gedaan.",
            "uitgeprobeerd": "Gedaan, met wat de makers zelf zagen.",
            "geevalueerd": "Gedaan en nagegaan: met cijfers, gesprekken of onderzoek.",
        }[self]


class Wants(StrEnum):
    """What a pin does."""

    OFFER = "aanbod"
    REQUEST = "vraag"

    @property
    def label(self) -> str:
        return {"aanbod": "Aanbod", "vraag": "Vraag"}[self]


@dataclass(frozen=True)
class Section:
    """One text of a post. `rich` has headings, lists and links; else it is a line."""

    key: str
    label: str
    hint: str = ""
    rich: bool = True
    required: bool = True


@dataclass(frozen=True)
class Kind:
    """One kind of post.

    facts    what a page can be filtered on or shows beside the text
    invites  the label of the button with which one begins
    reviewed an editor looks at it before it leaves its circle
    """

    key: str
    slug: str
    name: str
    plural: str
    intro: str
    invites: str
    empty: str
    sections: tuple[Section, ...]
    facts: tuple[str, ...] = ()
    reviewed: bool = False
    expires: bool = False

    @property
    def lead(self) -> Section:
        """The section whose first words stand in a list."""
        return next(section for section in self.sections if section.rich)


BLOG = Kind(
    key="blog",
    slug="blogs",
    name="Blog",
    plural="Blogs",
    intro="Wat mensen meemaken in hun werk, en wat ze ervan denken.",
    invites="Schrijf een blog",
    empty="Vertel wat je meemaakte, in je eigen woorden.",
    sections=(Section("tekst", "Tekst", "Vertel het zoals je het een collega zou vertellen."),),
)
UPDATE = Kind(
    key="update",
    slug="updates",
    name="Update",
    plural="Updates",
    intro="Kort nieuws uit de wijken en de werkgroepen.",
    invites="Plaats een update",
    empty="Is er nieuws? Een paar zinnen zijn genoeg.",
    sections=(Section("tekst", "Nieuws", "Een paar zinnen: wat is er gebeurd of veranderd?"),),
)
INTERVIEW = Kind(
    key="interview",
    slug="drie-vragen-over",
    name="3 vragen over",
    plural="3 vragen over",
    intro="Eén onderwerp, drie vragen, iemand die er veel van weet.",
    invites="Maak een interview",
    empty="Weet jij wie je drie vragen wilt stellen?",
    sections=(
        Section("wie", "Wie vertelt", "Een naam of een rol, zoals diegene het wil.", rich=False),
        Section("inleiding", "Inleiding", "Waar gaat het over, en waarom deze persoon?"),
        Section("vraag1", "Vraag 1", rich=False),
        Section("antwoord1", "Antwoord 1"),
        Section("vraag2", "Vraag 2", rich=False),
        Section("antwoord2", "Antwoord 2"),
        Section("vraag3", "Vraag 3", rich=False),
        Section("antwoord3", "Antwoord 3"),
    ),
)
EXAMPLE = Kind(
    key="example",
    slug="praktijkvoorbeelden",
    name="Praktijkvoorbeeld",
    plural="Praktijkvoorbeelden",
    intro="Wat anderen deden, wat het vroeg en wat het opleverde. Om zelf te proberen.",
    invites="Deel een praktijkvoorbeeld",
    empty="Heb je iets geprobeerd wat een ander team ook kan? Ook een idee mag.",
    sections=(
        Section("doel", "Doel", "Wat wilden jullie bereiken?"),
        Section("doelgroep", "Doelgroep", "Voor wie was het?"),
        Section("aanpak", "Aanpak", "Wat deden jullie, stap voor stap?"),
        Section(
            "werkzaam", "Werkzame elementen", "Waardoor werkte het, denken jullie?", required=False
        ),
        Section("vroeg", "Wat het vroeg", "Tijd, geld, mensen, toestemming.", required=False),
        Section("opleverde", "Wat het opleverde", "En wat niet?", required=False),
    ),
    facts=("rung", "recognition"),
    reviewed=True,
)
PIN = Kind(
    key="pin",
    slug="prikbord",
    name="Prikbordbericht",
    plural="Prikbord",
    intro="Wat mensen zoeken en te bieden hebben. Een bericht verdwijnt vanzelf.",
    invites="Hang iets op",
    empty="Zoek je iets, of heb je iets over? Hang het hier op.",
    sections=(Section("tekst", "Bericht", "Wat zoek of bied je, en hoe reageert iemand?"),),
    facts=("wants", "expires_on"),
    expires=True,
)
KINDS = (BLOG, UPDATE, INTERVIEW, EXAMPLE, PIN)
BY_KEY = {kind.key: kind for kind in KINDS}
BY_SLUG = {kind.slug: kind for kind in KINDS}
