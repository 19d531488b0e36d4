"""What the page of a meeting shows, and the lists of meetings."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from leerkring.practice.meetings.agenda_queries import subjects_seen_by
from leerkring.practice.meetings.line_queries import followed_by
from leerkring.practice.meetings.models import Material, Meeting, Role
from leerkring.practice.meetings.programme_queries import programme_for, roles_by_kind
from leerkring.practice.meetings.queries import questions_seen_by
from leerkring.practice.meetings.rules import may_take_part

MAP = "https://www.openstreetmap.org/search?"
ON_A_PAGE = 30
A_DAY = timedelta(days=1)
MOST_BEFORE, MOST_WORDS = 3, 6


def page_for(person: Any, meeting: Meeting, now: datetime) -> dict[str, Any]:
    """Everything of this room on the page of a meeting, in a fixed number of queries."""
    kinds = roles_held(person, meeting)
    takes_part = may_take_part(person, meeting)
    return {
        "meeting": meeting,
        "programme": programme_for(person, meeting),
        "roles": roles_by_kind(meeting),
        "subjects": subjects_seen_by(person, meeting),
        "materials": materials_of(meeting).filter(block=None),
        "questions": questions_of(person, meeting),
        "themes": meeting.themes.all(),
        "map_url": map_of(meeting),
        "has_role": bool(kinds),
        "organises": Role.Kind.ORGANISER in kinds,
        "leads": bool(kinds & {Role.Kind.ORGANISER, Role.Kind.CHAIR}),
        "takes_part": takes_part,
        "may_ask": takes_part and meeting.starts_at > now,
        "may_promise": takes_part and meeting.is_announced and meeting.starts_at <= now,
        "is_over": meeting.starts_at + A_DAY < now,
    }


def roles_held(person: Any, meeting: Meeting) -> set[str]:
    if not person.is_authenticated:
        return set()
    return set(meeting.roles.filter(person=person).values_list("kind", flat=True))


def questions_of(person: Any, meeting: Meeting) -> QuerySet[Any]:
    found: QuerySet[Any] = questions_seen_by(person).filter(meeting=meeting)
    return found


def materials_of(meeting: Meeting) -> QuerySet[Material]:
    return meeting.materials.select_related("file", "captions", "block", "strand")


def meetings_before(person: Any, meeting: Meeting) -> list[int]:
    """The last meetings of the same circle, and those of which this one is a copy, that this person
    may see: what was promised there comes back here."""
    earlier = Q(pk__in=followed_by(meeting))
    if meeting.circle_id is not None:
        earlier |= Q(circle=meeting.circle_id)
    rows = Meeting.objects.visible_to(person).announced()
    rows = rows.filter(earlier, starts_at__lt=meeting.starts_at)
    return list(rows.order_by("-starts_at").values_list("pk", flat=True)[:MOST_BEFORE])


def to_copy(person: Any, words: str, form_code: str) -> QuerySet[Meeting]:
    """What somebody led themselves, the newest first; once they look for something, whatever is
    announced and they may see."""
    rows = Meeting.objects.led_by(person)
    if words or form_code:
        rows = rows | Meeting.objects.visible_to(person).announced()
    for word in words.split()[:MOST_WORDS]:
        rows = rows.filter(Q(title__icontains=word) | Q(place__icontains=word))
    if form_code:
        rows = rows.filter(form_code=form_code)
    found = Meeting.objects.filter(pk__in=rows.values("pk")).select_related("circle")
    return found.order_by("-starts_at", "-pk")[:ON_A_PAGE]


def map_of(meeting: Meeting) -> str:
    """Where it is on OpenStreetMap; without an address there is nothing to look for."""
    return MAP + urlencode({"query": meeting.address}) if meeting.address else ""


def lists_for(person: Any, now: datetime, after: str = "") -> dict[str, Any]:
    """What comes, soonest first; what was, newest first and a page at a time; own drafts."""
    seen = Meeting.objects.visible_to(person).with_its_state()
    today = now - A_DAY / 2
    past = seen.announced().filter(starts_at__lt=today).order_by("-starts_at", "-pk")
    last = past.filter(pk=int(after)).first() if after.isdecimal() and len(after) < 19 else None
    if last is not None:
        before = Q(starts_at__lt=last.starts_at) | Q(starts_at=last.starts_at, pk__lt=last.pk)
        past = past.filter(before)
    rows = list(past[: ON_A_PAGE + 1])
    return {
        "coming": seen.announced().filter(starts_at__gte=today)[: 4 * ON_A_PAGE],
        "drafts": seen.filter(announcement=None)[:ON_A_PAGE],
        "past": rows[:ON_A_PAGE],
        "next": f"?na={rows[ON_A_PAGE - 1].pk}" if len(rows) > ON_A_PAGE else "",
        "first": "?" if last is not None else "",
    }
