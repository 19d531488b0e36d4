"""Dilemmas come back by themselves: on the programme of what follows, and then on the shelf.

A dilemma comes on a programme once: who takes it off again is not given it a second time.
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from leerkring.network.circles.audience import Audience as Reading
from leerkring.practice.dilemmas.actions import came_back
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.agenda_actions import MOST_BY_ITSELF, put_dilemma_on
from leerkring.practice.meetings.comeback_queries import coming_back, next_after, on_the_table
from leerkring.practice.meetings.models import Audience, Meeting, Raised, Role
from leerkring.practice.meetings.telling_actions import tell_agenda

A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)
CAME_BACK = "Een dilemma komt terug. Geef het tijd, of haal het weg."


@transaction.atomic
def bring_back(meeting: Meeting, *, by: Any) -> int:
    """What lies open of the meetings before comes on this programme, as far as `by` may read it.
    People who were told of a meeting know until when it lasts: there it takes no time yet. How many
    come back, with those of the programme that this one was copied from."""
    copied = meeting.blocks.filter(dilemma__isnull=False).values_list("dilemma", flat=True)
    known = set(meeting.raised.values_list("dilemma", flat=True))
    rows = [Raised(meeting=meeting, dilemma_id=pk) for pk in set(copied) - known]
    Raised.objects.bulk_create(rows)
    found = list(coming_back(by, meeting)[:MOST_BY_ITSELF])
    for dilemma in found:
        put_dilemma_on(meeting, dilemma, minutes=_minutes(meeting))
    return len(rows) + len(found)


@transaction.atomic
def raised_at(meeting: Meeting, dilemma: Dilemma) -> None:
    """It came up in the room there, and the shelf knows."""
    now = timezone.now()
    Raised.objects.update_or_create(meeting=meeting, dilemma=dilemma, defaults={"told_at": now})


@transaction.atomic
def tell_shelf(raised: Raised, now: datetime) -> bool:
    """What was on the programme when the meeting began, was on the table: once."""
    rows = on_the_table().select_for_update(of=("self",)).select_related("meeting", "dilemma")
    row = rows.filter(pk=raised.pk, told_at=None, meeting__starts_at__lte=now).first()
    if row is None:
        return False
    day = row.meeting.starts_at.astimezone(ZoneInfo(row.meeting.zone)).date()
    came_back(row.dilemma, note=_where(row.meeting, row.dilemma), by=None, at=day)
    Raised.objects.filter(pk=row.pk).update(told_at=now)
    return True


@transaction.atomic
def pass_on(raised: Raised, now: datetime) -> bool:
    """The day after, to the next meeting that was made already, of which an organiser may read it;
    what is made later begins with it."""
    row = Raised.objects.select_for_update(of=("self",)).get(pk=raised.pk)
    Raised.objects.filter(pk=row.pk).update(passed_on_at=now)
    after = next_after(row.meeting)
    if after is None or after.raised.filter(dilemma=row.dilemma_id).exists():
        return False
    roles = after.roles.filter(kind=Role.Kind.ORGANISER).select_related("person")
    for role in roles:
        if coming_back(role.person, after).filter(pk=row.dilemma_id).exists():
            put_dilemma_on(after, row.dilemma, minutes=_minutes(after))
            tell_agenda(after, CAME_BACK, once=f"dilemma-{row.dilemma_id}")
            return True
    return False


def run_due(now: datetime) -> int:
    """How many the shelf was told of, or were passed on."""
    waiting = Raised.objects.filter(meeting__starts_at__gt=now - A_WEEK)
    begun = on_the_table().filter(pk__in=waiting, told_at=None, meeting__starts_at__lte=now)
    told = [tell_shelf(row, now) for row in begun]
    held = waiting.filter(told_at__isnull=False, passed_on_at=None)
    over = held.filter(meeting__starts_at__lte=now - A_DAY)
    return sum(told) + sum(pass_on(row, now) for row in over)


def _minutes(meeting: Meeting) -> int | None:
    return 0 if meeting.is_announced else None


def _where(meeting: Meeting, dilemma: Dilemma) -> str:
    """No more of the meeting than whoever reads the dilemma may know."""
    theirs = meeting.circle_id is not None and meeting.circle_id == dilemma.circle_id
    sees = {
        Audience.PUBLIC: True,
        Audience.SIGNED_IN: dilemma.audience != Reading.PUBLIC,
        Audience.CIRCLE: theirs and dilemma.audience == Reading.CIRCLE,
    }
    known = sees.get(Audience(meeting.audience), False)
    return f"Kwam terug op «{meeting}»." if known else "Kwam terug op een bijeenkomst."
