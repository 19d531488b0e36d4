"""The city's paper, made of the papers of its teams: what comes back, how often, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  (the arguments are called date)

from leerkring.loop.newspapers.certainty import listed, stand
from leerkring.loop.newspapers.composing import STRAPLINES
from leerkring.loop.newspapers.paper import (
    Audience,
    Chart,
    EditionLine,
    FigureLine,
    Kind,
    Line,
    Link,
    Paper,
    Section,
    Story,
)
from leerkring.loop.newspapers.themes import Theme, counted, telling
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import UnitResult

FEWEST = 3  # teams: a theme of one or two teams is theirs to tell, not the city's
PER_SECTION = 3
IN_CHART = 8
VOICES = 3


@dataclass(frozen=True)
class TeamPaper:
    """A team's paper and where it can be read. Without an address it counts but is not quoted."""

    paper: Paper
    url: str = ""


def compose_city_paper(
    *,
    municipality: str,
    date: Date,
    number: int,
    papers: Sequence[TeamPaper],
    figures: Sequence[FigureLine] = (),
    organisation: str = "",
    result: UnitResult | None = None,
    scale: tuple[float, float] = (1, 5),
) -> Paper:
    """One edition. Counts are of teams; sentences and links only from papers that are public.

    `result` is the municipality's, released for everyone; it fills the front page for as long as
    no theme comes back yet.
    """
    found = [(t, teams) for t, teams in counted([p.paper for p in papers]) if len(teams) >= FEWEST]
    quoted: set[int] = set()
    lead = _lead(found, papers, quoted, municipality)
    rest = found[1:]
    return Paper(
        kind=Kind.CITY,
        title=municipality,
        strapline="De stadskrant van",
        edition=EditionLine(date, number, "", "", municipality, organisation),
        lead=lead,
        sections=tuple(_section(d, rest, papers, quoted) for d in Dimension),
        chart=_chart(found, len(papers)) or _stand(result, scale),
        figures=(*_counts(papers, date), *figures),
        links=tuple(_links(papers)),
        colophon=_colophon(papers),
        audience=Audience.PUBLIC,
    )


def _lead(
    found: list[tuple[Theme, list[int]]],
    papers: Sequence[TeamPaper],
    quoted: set[int],
    municipality: str,
) -> Story:
    if not found:
        number = "1 wijkkrant" if len(papers) == 1 else f"{len(papers)} wijkkranten"
        return Story(
            "Uit de wijkkranten",
            f"{number} uit {municipality}",
            "Nog geen thema komt in drie of meer kranten terug. Lees wat de teams zelf schrijven.",
            key="lead",
        )
    theme, teams = found[0]
    story = _story(theme, teams, papers, quoted, voices=4)
    others = [other.name.lower() for other, _ in found[1:4]]
    also = f"Daarna volgen {listed(others)}." if others else ""
    return Story(
        "Wat steeds terugkomt",
        story.headline,
        f"{story.text}\n{also}".strip(),
        theme.dimension,
        "lead",
    )


def _section(
    dimension: Dimension,
    found: list[tuple[Theme, list[int]]],
    papers: Sequence[TeamPaper],
    quoted: set[int],
) -> Section:
    own = [(t, teams) for t, teams in found if t.dimension is dimension][:PER_SECTION]
    stories = tuple(_story(t, teams, papers, quoted) for t, teams in own)
    return Section(dimension.label, stories, dimension, STRAPLINES[dimension])


def _story(
    theme: Theme,
    teams: list[int],
    papers: Sequence[TeamPaper],
    quoted: set[int],
    voices: int = VOICES,
) -> Story:
    """The count, and what teams wrote about it; teams that were not quoted yet come first."""
    lines = [f"Dit staat in {len(teams)} van de {len(papers)} wijkkranten."]
    told: set[str] = set()
    for index in sorted(teams, key=lambda i: (i in quoted, i)):
        sentence = telling(theme, papers[index].paper) if papers[index].url else ""
        if sentence and sentence not in told and len(told) < voices:
            lines.append(f"- {papers[index].paper.title}: ‘{sentence}’")
            quoted.add(index)
            told.add(sentence)
    headline = f"{theme.name}: in {len(teams)} kranten"
    return Story("Thema", headline, "\n".join(lines), theme.dimension, theme.name)


def _chart(found: list[tuple[Theme, list[int]]], total: int) -> Chart | None:
    if not found:
        return None
    top, teams = found[0]
    sentence = f"‘{top.name}’ komt het vaakst terug: in {len(teams)} van de {total} kranten."
    if len(found) > 1 and len(found[1][1]) == len(teams):
        sentence = (
            f"‘{top.name}’ en ‘{found[1][0].name}’ komen even vaak terug als geen ander thema."
        )
    lines = tuple(Line(theme.name, float(len(teams))) for theme, teams in found[:IN_CHART])
    return Chart(
        "Aantal teams per thema", sentence, lines, note="Een team telt per thema één keer."
    )


def _stand(result: UnitResult | None, scale: tuple[float, float]) -> Chart | None:
    if result is None or not result.is_shown or not result.dimensions:
        return None
    return stand(result, scale, "de stad")


def _counts(papers: Sequence[TeamPaper], date: Date) -> tuple[FigureLine, ...]:
    if not papers:
        return ()
    source, period = "eigen telling in de wijkkranten", str(date.year)
    promises = sum(len(p.paper.promises) for p in papers)
    return (
        FigureLine("Wijkkranten", str(len(papers)), period, source),
        FigureLine("Voornemens", str(promises), period, source),
        FigureLine("Openbare kranten", str(sum(bool(p.url) for p in papers)), period, source),
    )


def _links(papers: Sequence[TeamPaper]) -> list[Link]:
    public = sorted((p for p in papers if p.url), key=lambda p: p.paper.title.casefold())
    return [Link(p.paper.title, p.paper.lead.headline, p.url) for p in public]


def _colophon(papers: Sequence[TeamPaper]) -> tuple[str, ...]:
    return (
        "Deze krant is geteld en niet geschreven: een thema telt mee bij een team als een van de "
        "woorden die erbij horen in zijn wijkkrant staat.",
        f"Thema's van minder dan {FEWEST} teams blijven weg, en teams staan niet op volgorde van "
        "hoe goed of slecht het gaat.",
        "Citaten komen alleen uit openbare kranten.",
    )
