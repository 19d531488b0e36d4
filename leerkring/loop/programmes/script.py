"""A team's script (draaiboek): the working forms of one session, in order, with their reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from leerkring.loop.programmes import script_reasons as reasons
from leerkring.loop.programmes.emphasis import EmphasisAdvice, EmphasisChoice, weight_faults
from leerkring.loop.programmes.emphasis_reasons import YOUR_CHOICE
from leerkring.loop.programmes.selection import LONGEST, SHORTEST, Pool, Selection, select
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

Emphasis = EmphasisAdvice | EmphasisChoice | Mapping[Dimension, float]
DAY = 24 * 60  # minutes
CHOICE = 2  # core forms per dimension below which there is too little to choose from


@dataclass(frozen=True)
class ScriptBlock:
    """One form at its place. `start_minute` counts from the start; `starts_at` on the clock."""

    form: WorkingForm
    start_minute: int
    minutes: int
    why: str
    starts_at: time | None = None


@dataclass(frozen=True)
class Script:
    """A session's blocks, end to end.

    minutes    core minutes per dimension
    deviation  distance to the wanted minutes, summed over the dimensions
    why        "waarom dit programma?": Dutch sentences
    """

    blocks: tuple[ScriptBlock, ...]
    minutes: dict[Dimension, int]
    deviation: float
    why: tuple[str, ...]

    @property
    def total(self) -> int:
        return sum(block.minutes for block in self.blocks)


class BadScript(ValueError):
    """A script that cannot be made; `faults` are Dutch sentences."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


def make_script(
    emphasis: Emphasis,
    forms: Sequence[WorkingForm],
    *,
    people: int,
    competences_short: Mapping[str, float] | None = None,
    minutes: int = 180,
    talk_first: Dimension | None = None,
    start: time | None = None,
) -> Script:
    """The script that fits the emphasis best; the rule stands in `selection`.

    emphasis           an advice, a team's choice, or the weights themselves
    people             how many take part; forms made for another group size are left out, unless
                       too little remains: then the nearest size counts, and the script says so
    competences_short  expected shortfall per competence, in scale points; may be empty
    minutes            wanted length, 150..210; the nearest length that can be made is taken
    talk_first         dimension that begins with a conversation about the difference; without it,
                       what the advice says
    start              when the session begins, for the clock

    Conversations about a difference are used only for `talk_first`.
    Raises BadScript with Dutch sentences.
    """
    weights, said, advised = _unpack(emphasis)
    talk_first = talk_first or advised
    faults = weight_faults(weights) + _faults(people, minutes)
    if faults:
        raise BadScript(faults)
    short = {name.strip().casefold(): e for name, e in (competences_short or {}).items()}
    size = _workable_size(forms, people)
    notes = [] if size == people else [reasons.other_size(people, size)]
    selection = select(_pool(forms, size, talk_first), weights, short, minutes)
    if selection is None:
        notes = [reasons.other_size(people, None)]
        selection = select(_pool(forms, None, talk_first), weights, short, minutes)
    if selection is None:
        raise BadScript([reasons.impossible(SHORTEST, LONGEST)])
    if talk_first and not any(form.for_difference for form in selection.core[talk_first]):
        notes.append(reasons.no_conversation(talk_first))
    ordered = _in_order(selection, talk_first)
    why = reasons.blocks(ordered, short)
    blocks, at = [], 0
    for form, because in zip(ordered, why, strict=True):
        blocks.append(ScriptBlock(form, at, form.minutes, because, _clock(start, at)))
        at += form.minutes
    if start is not None and start.hour * 60 + start.minute + at > DAY:
        raise BadScript([reasons.past_midnight(at)])
    spent = {d: sum(form.minutes for form in selection.core[d]) for d in Dimension}
    said += reasons.summary(ordered, weights, spent, minutes, short)
    return Script(tuple(blocks), spent, selection.deviation, (*said, *notes))


def _unpack(
    emphasis: Emphasis,
) -> tuple[Mapping[Dimension, float], list[str], Dimension | None]:
    """The weights, the sentences that come with them, and what to talk about first."""
    if isinstance(emphasis, EmphasisAdvice):
        return emphasis.weights, list(emphasis.reasons), emphasis.talk_first
    if isinstance(emphasis, EmphasisChoice):
        advice = emphasis.advice
        said = [sentence for sentence in advice.reasons if sentence != YOUR_CHOICE]
        said.append(reasons.overruled(emphasis.weights, emphasis.reason))
        return emphasis.weights, said, advice.talk_first
    return emphasis, [], None


def _faults(people: int, minutes: int) -> list[str]:
    faults = []
    if people < 1:
        faults.append(reasons.nobody())
    if not SHORTEST <= minutes <= LONGEST:
        faults.append(reasons.wrong_length(minutes, SHORTEST, LONGEST))
    return faults


def _pool(forms: Sequence[WorkingForm], size: int | None, talk_first: Dimension | None) -> Pool:
    """The forms for a group of `size`; None takes every form."""
    fitting = [form for form in forms if size is None or form.smallest <= size <= form.largest]
    core = [form for form in fitting if form.part == "kern" and not form.for_difference]
    talks = [form for form in forms if form.for_difference and form.dimension is talk_first]
    outer = {
        part: tuple(form for form in fitting if form.part == part)
        for part in ("opening", "pauze", "afsluiting")
    }
    return Pool(
        outer["opening"],
        outer["pauze"],
        outer["afsluiting"],
        core={d: tuple(form for form in core if form.dimension is d) for d in Dimension},
        talk_first=talk_first,
        # A team that is divided should talk about it, if need be with a form for another size.
        conversations=tuple(form for form in talks if form in fitting) or tuple(talks),
    )


def _workable_size(forms: Sequence[WorkingForm], people: int) -> int | None:
    """`people`, or the nearest group size for which there is something to choose from.

    None when there is no such size.
    """
    full = _pool(forms, None, None)
    bounds = {size for form in forms for size in (form.smallest, form.largest)}
    for size in sorted({people, *bounds}, key=lambda size: (abs(size - people), size)):
        pool = _pool(forms, size, None)
        enough = all(len(pool.core[d]) >= min(CHOICE, len(full.core[d])) for d in Dimension)
        if enough and pool.openings and pool.pauses and pool.closings:
            return size
    return None


def _in_order(selection: Selection, talk_first: Dimension | None) -> list[WorkingForm]:
    """Opening, conversation, Ik, Wij, Wijk (short ones first), closing; pause near the middle."""
    core = [
        form
        for dimension in Dimension
        for form in sorted(selection.core[dimension], key=lambda form: (form.minutes, form.code))
    ]
    core.sort(key=lambda form: not (form.for_difference and form.dimension is talk_first))
    half = sum(form.minutes for form in core) / 2
    half += (selection.opening.minutes + selection.closing.minutes) / 2 - selection.opening.minutes
    before = [abs(sum(form.minutes for form in core[:at]) - half) for at in range(1, len(core))]
    place = before.index(min(before)) + 1
    middle = [*core[:place], selection.pause, *core[place:]]
    return [selection.opening, *middle, selection.closing]


def _clock(start: time | None, at: int) -> time | None:
    if start is None:
        return None
    minute = start.hour * 60 + start.minute + at
    return time(minute // 60 % 24, minute % 60)
