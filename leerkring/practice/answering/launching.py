"""When mails go out in a round: an announcement and two reminders."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(9, 0)


@dataclass(frozen=True)
class MailDay:
    kind: str
    at: datetime


def mail_days(now: datetime, until: date, zone: ZoneInfo) -> tuple[MailDay, ...]:
    """The announcement now, a reminder half-way, a last one two days before the end.

    A reminder that would fall on the first day or after the end is left out.
    """
    first = now.astimezone(zone).date()
    half = first + timedelta(days=(until - first).days // 2)
    last = until - timedelta(days=2)
    days = [MailDay("aankondiging", now)]
    if first < half < last:
        days.append(MailDay("herinnering", datetime.combine(half, MORNING, zone)))
    if first < last:
        days.append(MailDay("laatste", datetime.combine(last, MORNING, zone)))
    return tuple(days)
