"""Who sits in groups, whom they met before, and at which table they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leerkring.practice.attendance.acquaintance_queries import is_among_members, met_before
from leerkring.practice.attendance.head_queries import called, heads_here
from leerkring.practice.attendance.models import Grouping, GroupWish, Reply, Seat
from leerkring.practice.attendance.queries import has_begun
from leerkring.practice.attendance.seating import Pin
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.planning.groups import Guest, Pair, Wishes


@dataclass(frozen=True)
class Sitting:
    """Somebody to be seated: who was invited, or (`guest` from 1) whom they bring."""

    invitation: Invitation
    guest: int = 0

    @property
    def key(self) -> str:
        return key_of(self.invitation.pk, self.guest)

    @property
    def name(self) -> str:
        return called(self.invitation, self.guest)

    @property
    def organisation(self) -> str:
        work = self.invitation.organisation
        return work.name if work else ""

    def as_guest(self) -> Guest:
        return Guest(self.key, self.organisation)


def key_of(invitation: Any, guest: int = 0) -> str:
    return f"{invitation.hex}+{guest}" if guest else str(invitation.hex)


def who_sit(meeting: Meeting) -> list[Sitting]:
    """Who comes, or once it has begun who is there. Not who asked to stay out."""
    out = GroupWish.objects.filter(meeting=meeting, kind=GroupWish.Kind.OUT).values("one")
    rows = Reply.objects.of_meeting(meeting).placed().exclude(invitation__in=out)
    rows = rows.select_related("invitation__organisation").order_by("invitation__name", "pk")
    here = at_the_door(meeting)
    return [
        Sitting(reply.invitation, guest)
        for reply in rows
        for guest in range(reply.party)
        if not here or (reply.invitation_id, guest) in here
    ]


def at_the_door(meeting: Meeting) -> set[tuple[Any, int]]:
    """Who was tapped in, once the meeting has begun: before that others are on their way."""
    return heads_here(meeting) if has_begun(meeting) else set()


def wishes_for(meeting: Meeting, sitting: Sequence[Sitting]) -> tuple[Wishes, list[Pin]]:
    """What is to be minded: who met before, and what people asked for."""
    kinds: dict[Any, set[Pair]] = defaultdict(set)
    pins = []
    for wish in GroupWish.objects.filter(meeting=meeting).select_related("one", "other"):
        if wish.other is not None:
            kinds[wish.kind].add(frozenset({key_of(wish.one.pk), key_of(wish.other.pk)}))
        elif wish.table is not None:
            number = None if wish.round_number is None else wish.round_number - 1
            pins.append(Pin(key_of(wish.one.pk), wish.table - 1, number))
    keys = {one.invitation: one.key for one in sitting if not one.guest}
    wishes = Wishes(
        met=met_before(meeting, keys, among_members=all_members(meeting, sitting)),
        apart=frozenset(kinds[GroupWish.Kind.APART]),
        together=frozenset(kinds[GroupWish.Kind.TOGETHER]),
    )
    return wishes, pins


def all_members(meeting: Meeting, sitting: Sequence[Sitting]) -> bool:
    return is_among_members(meeting, [(one.invitation, one.guest) for one in sitting])


def seats_of(grouping: Grouping) -> dict[int, list[list[Seat]]]:
    """Round number → tables → seats, in the order of the tables."""
    rows = Seat.objects.filter(round__grouping=grouping).select_related(
        "round", "invitation__organisation", "invitation__reply"
    )
    out: dict[int, list[list[Seat]]] = {
        number: [[] for _ in range(grouping.tables)]
        for number in grouping.rounds.values_list("number", flat=True)
    }
    for seat in rows:
        out[seat.round.number][seat.table - 1].append(seat)
    return out


@dataclass(frozen=True)
class OwnTable:
    """Where somebody sits in a round, and the names of who sit there too."""

    round: int
    block: str
    table: int
    others: tuple[str, ...]


def own_tables(invitation: Invitation) -> list[OwnTable]:
    """Only once the organiser lets people see them."""
    mine = Seat.objects.filter(
        invitation=invitation, guest=0, round__grouping__shown_at__isnull=False
    )
    out = []
    for seat in mine.select_related("round__block").order_by("round__number"):
        others = Seat.objects.filter(round=seat.round_id, table=seat.table).exclude(pk=seat.pk)
        names = [called(o.invitation, o.guest) for o in others.select_related("invitation__reply")]
        block = str(seat.round.block or "")
        out.append(OwnTable(seat.round.number, block, seat.table, tuple(names)))
    return out
