"""From when until when a pulse takes answers."""

from datetime import datetime, timedelta

from leerkring.practice.pulses.kinds import Kind

SIX_WEEKS = timedelta(weeks=6)
TO_READ = timedelta(hours=12)  # for who leads the session, between the last answer and the session
AT_LEAST = timedelta(hours=1)
WEEK, THREE_WEEKS = timedelta(weeks=1), timedelta(weeks=3)


def window(kind: Kind, now: datetime, session: datetime | None) -> tuple[datetime, datetime]:
    """When a pulse that is asked `now` opens and closes; `session` is when the session begins.

    Beforehand: until half a day before the session, or if that is too soon until it begins.
    Afterwards: a week. The effect: from six weeks after the session on, for three weeks.
    """
    if kind is Kind.EFFECT:
        opens = max(now, (session or now) + SIX_WEEKS)
        return opens, opens + THREE_WEEKS
    if kind is Kind.BEFORE and session is not None and session > now:
        early = session - TO_READ
        return now, early if early >= now + AT_LEAST else session
    return now, now + WEEK


def may_ask(kind: Kind, now: datetime, session: datetime | None) -> bool:
    """Beforehand only before the session; afterwards only once it has begun; the rest always."""
    if session is None or kind is Kind.EFFECT:
        return True
    return session > now if kind is Kind.BEFORE else session <= now
