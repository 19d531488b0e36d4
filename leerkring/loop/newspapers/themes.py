"""Themes that come back in many papers, found by counting words; the paper says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.loop.newspapers.headlines import sentences
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.practice.scans.dimensions import Dimension

SHORTEST, LONGEST = 30, 220  # characters of a sentence that can stand by itself


@dataclass(frozen=True)
class Theme:
    """`stems` are beginnings of words, in small letters; one of them in a paper is enough."""

    name: str
    dimension: Dimension
    stems: tuple[str, ...]


THEMES = (
    Theme("Contact maken", Dimension.SELF, ("luister", "vertrouw", "huisbezoek", "kennismak")),
    Theme("Vroeg zien", Dimension.SELF, ("signaal", "signale", "vroeg", "veilig")),
    Theme("De regie bij het gezin", Dimension.SELF, ("regie", "eigen kracht", "zelf kie")),
    Theme("Mijn rol", Dimension.SELF, ("mijn rol", "beroepsrol", "mijn vak", "professional")),
    Theme("Samen om een gezin", Dimension.TEAM, ("één gezicht", "één plan", "overdra")),
    Theme("Een gedeelde opdracht", Dimension.TEAM, ("opdracht", "koers", "visie", "waar we voor")),
    Theme("Durven vragen", Dimension.TEAM, ("aanspreken", "feedback", "durven", "twijfel")),
    Theme("Terugkijken", Dimension.TEAM, ("terugkij", "terug te kij", "evalu", "intervisie")),
    Theme("School", Dimension.DISTRICT, ("school", "scholen", "leerkracht", "mentor")),
    Theme("Huisarts", Dimension.DISTRICT, ("huisarts", "praktijkonderst")),
    Theme("Meedoen met bewoners", Dimension.DISTRICT, ("bewoner", "vrijwillig", "buurthuis")),
    Theme("Zichtbaar in de wijk", Dimension.DISTRICT, ("zichtbaar", "inloop", "spreekuur")),
    Theme("Geld en schulden", Dimension.DISTRICT, ("schuld", "geld", "armoede", "rekening")),
)  # fmt: skip


def texts(paper: Paper) -> list[str]:
    """What the team itself wrote, story by story: no figures, no fixed words of the house."""
    stories = [paper.lead, *(story for section in paper.sections for story in section.stories)]
    written = [_whole(story) for story in stories if story.key and story.dimension]
    return written + [promise.text for promise in paper.promises]


def _whole(story: Story) -> str:
    """As it was written: the headline is a sentence of it, or the beginning of the first one."""
    start = story.headline.rstrip("…")
    if story.text.removeprefix("- ").lower().startswith(start.lower()):
        return story.text
    end = "" if story.headline.endswith(("!", "?", "…")) else "."
    return f"{story.headline}{end}\n{story.text}"


def mentions(theme: Theme, paper: Paper) -> bool:
    found = _pattern(theme)
    return any(found.search(text) for text in texts(paper))


def telling(theme: Theme, paper: Paper) -> str:
    """The first sentence of the paper about this theme that can stand by itself, or nothing."""
    found = _pattern(theme)
    for text in texts(paper):
        for sentence in sentences(text):
            whole = sentence[:1].isupper() and SHORTEST <= len(sentence) <= LONGEST
            if whole and found.search(sentence):
                return sentence
    return ""


def counted(papers: Sequence[Paper]) -> list[tuple[Theme, list[int]]]:
    """Each theme with the places in `papers` where it is mentioned, most mentioned first."""
    found = [(t, [i for i, p in enumerate(papers) if mentions(t, p)]) for t in THEMES]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[0].name))


def _pattern(theme: Theme) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, theme.stems)) + ")", re.IGNORECASE)
