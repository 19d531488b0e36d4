"""A team's newspaper from what it brought in: pure, it chooses and orders and invents nothing."""

from collections.abc import Mapping, Sequence
from datetime import date

from leerkring.loop.newspapers.certainty import stand
from leerkring.loop.newspapers.headlines import clip, headline
from leerkring.loop.newspapers.paper import (
    Audience,
    EditionLine,
    Emphasis,
    FigureLine,
    Kind,
    Paper,
    Section,
    Story,
)
from leerkring.practice.gatherings.harvest import QUESTIONS, Harvest, Question
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import UnitResult

# A lead says what the team wants; when that was left open, the next best thing it wrote.
LEAD_ORDER = (
    "wij-willen", "wijk-innemen", "wij-waarvoor", "wij-hoe", "wijk-plek", "ik-nodig",
    "wijk-beeld", "ik-waar",
)  # fmt: skip
ENOUGH_FOR_A_LEAD = 12  # words
LEAD_LONGEST = 84  # characters of its headline

STRAPLINES = {
    Dimension.SELF: "hoe ik er zelf in sta",
    Dimension.TEAM: "hoe wij het samen doen",
    Dimension.DISTRICT: "hoe wij in de wijk staan",
}
BEFORE = Story(
    key="lead",
    question="Nog te schrijven",
    headline="Deze krant schrijven jullie zelf",
    text="Hierna staan de vragen van de teamsessie, met ruimte om met de hand te schrijven. "
    "Wat de gespreksleider tijdens de sessie vastlegt, komt in de volgende editie te staan.",
)


def compose_team_paper(
    *,
    team: str,
    district: str,
    municipality: str,
    organisation: str,
    date: date,
    number: int,
    harvest: Harvest,
    result: UnitResult | None = None,
    script: Sequence[str] = (),
    minutes: Mapping[Dimension, int] | None = None,
    why: str = "",
    figures: Sequence[FigureLine] = (),
    audience: Audience = Audience.TEAM,
    scale: tuple[float, float] = (1, 5),
    validated: bool = False,
    kept: str = "",
) -> Paper:
    """One edition. `result` is what was released for this audience, or withheld with its reason.

    script     lines of the session's programme as they are to be read
    minutes    how the time was divided over Ik, Wij and Wijk
    why        the reason for that division; left out of a public paper without a public result
    scale      lowest and highest answer of the instrument
    kept       what became of the promises of last time, in numbers
    """
    lead, used = _lead(harvest)
    shown = result is not None and result.is_shown and bool(result.dimensions)
    reason = why if shown or audience is Audience.TEAM else ""
    return Paper(
        kind=Kind.TEAM,
        title=team,
        strapline="De wijkkrant van",
        edition=EditionLine(date, number, team, district, municipality, organisation),
        lead=lead,
        sections=tuple(_section(d, harvest, used) for d in Dimension),
        chart=stand(result, scale) if shown and result is not None else None,
        chart_withheld=(result.withheld or "") if result is not None else "",
        emphasis=_emphasis(minutes, reason, script),
        figures=tuple(figures),
        quotes=tuple(quote for quote in harvest.quotes if quote.text.strip()),
        promises=tuple(promise for promise in harvest.promises if promise.text.strip()),
        picture=harvest.picture,
        colophon=(*_kept(kept), *_colophon(harvest, shown, validated, audience)),
        audience=audience,
    )


def _lead(harvest: Harvest) -> tuple[Story, str]:
    """The lead story and the key of the question it answers, so that it is not told twice."""
    written = [key for key in LEAD_ORDER if harvest.notes.get(key, "").strip()]
    rich = [key for key in written if len(harvest.notes[key].split()) >= ENOUGH_FOR_A_LEAD]
    if rich or written:
        key = (rich or written)[0]
        question = next(q for q in QUESTIONS if q.key == key)
        return _story(question, harvest.notes[key], LEAD_LONGEST), key
    promises = [p for p in harvest.promises if p.text.strip()]
    if promises:
        strongest = max(promises, key=lambda p: (bool(p.who), p.look_back_on is not None))
        title, rest = headline(strongest.text, LEAD_LONGEST)
        return Story("Vanaf morgen", title, rest, key="lead"), ""
    if harvest.quotes:
        first = harvest.quotes[0]
        return Story("Gehoord", clip(first.text, LEAD_LONGEST), first.text, key="lead"), ""
    return BEFORE, ""


def _story(question: Question, text: str, longest: int | None = None) -> Story:
    title, rest = headline(text, longest) if longest else headline(text)
    return Story(question.text, title, rest, question.dimension, question.key)


def _section(dimension: Dimension, harvest: Harvest, used: str) -> Section:
    """What was written; before the session, or where nothing was, room to write."""
    asked = [q for q in QUESTIONS if q.dimension is dimension and q.key != used]
    stories = [_story(q, harvest.notes.get(q.key, "")) for q in asked]
    told = [story for story in stories if not story.is_blank]
    if not told and not harvest.is_empty:
        stories = stories[:1]
    return Section(
        dimension.label,
        tuple(stories if harvest.is_empty else told or stories),
        dimension,
        STRAPLINES[dimension],
    )


def _emphasis(
    minutes: Mapping[Dimension, int] | None, why: str, script: Sequence[str]
) -> Emphasis | None:
    shares = tuple((d.label, (minutes or {}).get(d, 0)) for d in Dimension)
    if not (any(amount for _, amount in shares) or why or script):
        return None
    return Emphasis(shares, why, tuple(script))


def _kept(sentence: str) -> tuple[str, ...]:
    return (f"Wat er van de vorige keer kwam. {sentence}",) if sentence else ()


def _colophon(
    harvest: Harvest, shown: bool, validated: bool, audience: Audience
) -> tuple[str, ...]:
    lines = []
    if not harvest.is_empty:
        lines.append(
            "Deze krant is gemaakt uit wat het team zelf opschreef tijdens de teamsessie. "
            "Koppen zijn zinnen uit de tekst."
        )
    if shown:
        lines.append(
            "De grafiek komt uit de peiling onder de teamleden; wie wat antwoordde is niet te "
            "achterhalen en wordt niet bewaard bij deze krant."
            + ("" if validated else " De vragenlijst is niet gevalideerd.")
        )
    for_whom = {
        Audience.TEAM: "Deze editie is voor het team.",
        Audience.PUBLIC: "Deze editie is openbaar.",
    }
    return (*lines, for_whom[audience])
