"""From when until when a pulse takes answers."""

from datetime import datetime, timedelta

from leerkring.practice.pulses.kinds import Kind

SIX_WEEKS = timedelta(weeks=6)
TO_READ = timedelta(hours=12)  # for who leads it, between the last answer and the moment itself
AT_LEAST = timedelta(hours=1)
WEEK, THREE_WEEKS = timedelta(weeks=1), timedelta(weeks=3)


def window(kind: Kind, now: datetime, begins: datetime | None) -> tuple[datetime, datetime]:
    """When a pulse that is asked `now` opens and closes; `begins` is when it begins,
    that around which people are asked; None when there is no one moment.

    Beforehand: until half a day before, or if that is too soon until it begins.
    Afterwards: a week. The effect: from six weeks after that on, for three weeks.
    """
    if kind is Kind.EFFECT:
        opens = max(now, (begins or now) + SIX_WEEKS)
        return opens, opens + THREE_WEEKS
    if kind is Kind.BEFORE and begins is not None and begins > now:
        early = begins - TO_READ
        return now, early if early >= now + AT_LEAST else begins
    return now, now + WEEK


def may_ask(kind: Kind, now: datetime, begins: datetime | None) -> bool:
    """Beforehand only before it begins; afterwards only once it has; the rest always."""
    if begins is None or kind is Kind.EFFECT:
        return True
    return begins > now if kind is Kind.BEFORE else begins <= now
