"""What a look back left: what was released, what people wrote as far as somebody chose it, and what
is done with each theme.

A sentence of a small group may point at somebody. So none comes in by itself: who leads the meeting
reads and chooses, and the report says how many stay out, and why.
"""

from collections import Counter

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.queries import outcome_of, replies_to
from leerkring.practice.reports.chapters import Entry
from leerkring.practice.reports.sources import LOOK_BACK, source

Fate = OpenAnswer.Fate
WHY = {
    str(Fate.PERSON): "naar iemand kan wijzen",
    str(Fate.ASIDE): "ergens anders over gaat",
    str(Fate.TWICE): "er al staat",
}
NO_THEME = "Wat mensen nog schreven"


def look_backs(meeting: Meeting) -> list[Pulse]:
    """Those that are closed, the first one first."""
    pulses = Pulse.objects.around(meeting).with_all().exclude(round__closing=None)
    return list(pulses.filter(kind=Kind.AFTER).order_by("number"))


def running_of(meeting: Meeting) -> list[Pulse]:
    """Look backs that tell nothing yet, as they are still open."""
    pulses = Pulse.objects.around(meeting).with_all().filter(round__closing=None)
    return list(pulses.filter(kind=Kind.AFTER).order_by("number"))


def feedback(meeting: Meeting) -> list[Entry]:
    """What the look back told, and what is done with it."""
    return [entry for pulse in look_backs(meeting) for entry in _told(pulse)]


def to_choose(meeting: Meeting) -> list[tuple[Pulse, int]]:
    """Look backs with words that may be told, and of how many nobody chose yet."""
    found = []
    for pulse in look_backs(meeting):
        outcome = outcome_of(pulse)
        if pulse.may_quote and outcome is not None and outcome.withheld is None:
            fates = list(pulse.open_answers.values_list("fate", flat=True))
            found += [(pulse, fates.count(Fate.OPEN))] if fates else []
    return found


def _told(pulse: Pulse) -> list[Entry]:
    outcome = outcome_of(pulse)
    if outcome is None or outcome.withheld is not None:
        found = [Entry(text="Er zijn te weinig antwoorden om iets te laten zien.")]
    else:
        found = [Entry(title=line.statement, text=line.told) for line in outcome.lines]
        found += _in_own_words(pulse) if pulse.may_quote else []
    if hasattr(pulse, "reply"):
        found.append(Entry(title="Dit doen we ermee", text=pulse.reply.text))
    return found


def _in_own_words(pulse: Pulse) -> list[Entry]:
    """By theme, with beside each what is done with it; last how many stay out."""
    answers = list(pulse.open_answers.all())
    told = [answer for answer in answers if answer.fate == Fate.TOLD]
    done = replies_to(pulse)
    found = []
    for theme in [*done, ""]:
        own = [answer for answer in told if answer.theme == theme]
        if own or done.get(theme):
            found.append(
                Entry(
                    title=theme or NO_THEME,
                    kicker=pulse.as_kind.words.open,
                    lines=tuple(answer.text for answer in own),
                    sources=tuple(source(LOOK_BACK, answer.pk) for answer in own),
                )
            )
        if done.get(theme):
            found.append(Entry(kicker=f"Dit doen we met «{theme}»", text=done[theme]))
    out = Counter(answer.fate for answer in answers)
    return [*found, *_left_out({why: out[fate] for fate, why in WHY.items() if out[fate]})]


def _left_out(reasons: dict[str, int]) -> list[Entry]:
    """«3 antwoorden laten we weg: 2 keer omdat het naar iemand kan wijzen, …»"""
    total = sum(reasons.values())
    if not total:
        return []
    each = ", ".join(f"{n} keer omdat het {why}" for why, n in reasons.items())
    many = "1 antwoord" if total == 1 else f"{total} antwoorden"
    return [Entry(text=f"{many} laten we weg: {each}.")]
