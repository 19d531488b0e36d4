"""Who met whom before: at a table, in a session, at a small meeting, in a circle or in a team."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from django.db.models import Count, Q, Sum

from leerkring.network.circles.models import Membership as CircleMembership
from leerkring.network.people.models import Membership as TeamMembership
from leerkring.practice.attendance.models import Reply, Seat, StrandChoice, Tap
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.planning.groups import Pair

# So many people at most are a visit, a team session or a circle of peers: all of them speak to each
# other. At a larger meeting most never do, so it would part people who are strangers still.
SMALL = 25


def is_among_members(meeting: Meeting, seated: Iterable[tuple[Invitation, int]]) -> bool:
    """Whether all (invitation, guest) are in the circle of the meeting: nobody from outside it, and
    nobody whom they bring."""
    if meeting.circle_id is None:
        return False
    members = CircleMembership.objects.running().filter(circle=meeting.circle_id)
    inside = set(members.values_list("person", flat=True))
    return all(not guest and one.person_id in inside for one, guest in seated)


def met_before(
    meeting: Meeting, keys: Mapping[Invitation, str], *, among_members: bool
) -> frozenset[Pair]:
    """Pairs of keys of who sat at a table, were in a session or at a small meeting together before
    this meeting, or were in a circle or a team at the same time.

    Whoever did not come met nobody, where it was kept who came. Where everybody is in the circle of
    the meeting itself (`is_among_members`), that says nothing about any of them.
    """
    by_person = {one.person_id: key for one, key in keys.items() if one.person_id}
    by_email = {one.email: key for one, key in keys.items()}
    circles = CircleMembership.objects.filter(person__in=by_person)
    if among_members:
        circles = circles.exclude(circle=meeting.circle_id)
    teams = TeamMembership.objects.filter(person__in=by_person)
    stays = [("circle", circles.values_list("circle", "person", "since", "until"))]
    stays.append(("team", teams.values_list("team", "person", "since", "until")))
    found = set(_at_the_same_time(stays, by_person))
    for crowd in _crowds(meeting, by_person, by_email):
        found |= {frozenset(pair) for pair in combinations(sorted(crowd), 2)}
    return frozenset(found)


def _at_the_same_time(stays: Iterable[Any], by_person: Mapping[int, str]) -> Iterable[Pair]:
    together: dict[Any, list[Any]] = defaultdict(list)
    for kind, rows in stays:
        for crowd, person, since, until in rows:
            together[kind, crowd].append((by_person[person], since, until))
    for stays_there in together.values():
        for (one, since, until), (other, since_too, until_too) in combinations(stays_there, 2):
            is_apart = (until and until <= since_too) or (until_too and until_too <= since)
            if one != other and not is_apart:
                yield frozenset((one, other))


def _crowds(
    meeting: Meeting, by_person: Mapping[int, str], by_email: Mapping[str, str]
) -> Iterable[set[str]]:
    """Keys of who came to an earlier meeting and were close to each other there."""
    own = Invitation.objects.filter(meeting__starts_at__lt=meeting.starts_at)
    own = own.filter(Q(person__in=list(by_person)) | Q(email__in=list(by_email)))
    own = own.exclude(meeting=meeting).filter(meeting__cancellation=None)
    rows = list(own.values_list("pk", "meeting", "person", "email"))
    missed = _did_not_come(own, {held for _, held, _, _ in rows})
    keys = {
        pk: by_person.get(person) or by_email[email]
        for pk, _, person, email in rows
        if pk not in missed
    }
    small = _small_ones({held for _, held, _, _ in rows})
    crowds: dict[Any, set[str]] = defaultdict(set)
    seats = Seat.objects.filter(guest=0, invitation__in=own.values("pk")).order_by()
    for round_, table, pk in seats.values_list("round", "table", "invitation"):
        crowds["seat", round_, table].add(keys.get(pk, ""))
    chosen = StrandChoice.objects.filter(reply__invitation__in=own.values("pk"))
    for strand, pk in chosen.values_list("strand", "reply__invitation"):
        crowds["strand", strand].add(keys.get(pk, ""))
    placed = Reply.objects.placed().filter(invitation__in=own.values("pk"))
    for held, pk in placed.values_list("invitation__meeting", "invitation"):
        if held in small:
            crowds["meeting", held].add(keys.get(pk, ""))
    return [crowd - {""} for crowd in crowds.values()]


def _did_not_come(own: Any, meetings: set[int]) -> set[Any]:
    """Of meetings at which people were tapped in: who was not, or not in the end."""
    taps = Tap.objects.filter(invitation__meeting__in=meetings).order_by("at", "came_in_at")
    last: dict[Any, bool] = {}
    kept = set()
    rows = taps.values_list("invitation", "invitation__meeting", "guest", "is_here")
    for pk, held, guest, is_here in rows:
        if not guest:
            last[pk] = is_here
        kept.add(held)
    asked = own.filter(meeting__in=kept).values_list("pk", flat=True)
    return {pk for pk in asked if not last.get(pk, False)}


def _small_ones(meetings: set[int]) -> set[int]:
    """Meetings to which so few people said to come, with whom they bring."""
    rows = Reply.objects.placed().filter(invitation__meeting__in=meetings)
    counted = rows.values("invitation__meeting").annotate(people=Count("pk") + Sum("guests"))
    return {row["invitation__meeting"] for row in counted if row["people"] <= SMALL}
