"""Groups are made, made anew for who is there, and shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.attendance.acquaintance_queries import SMALL
from leerkring.practice.attendance.group_queries import (
    Sitting,
    all_members,
    key_of,
    who_sit,
    wishes_for,
)
from leerkring.practice.attendance.group_words import told, who_know_each_other
from leerkring.practice.attendance.models import Grouping, GroupRound, GroupWish, Seat
from leerkring.practice.attendance.reply_actions import locked
from leerkring.practice.attendance.seating import seat, seat_anew
from leerkring.practice.meetings.models import Block, Meeting
from leerkring.practice.planning.groups import Guest, Mixed, Wishes, judged


@dataclass(frozen=True)
class Renewed:
    """Names of who is new at a table, who left one, and who had to move to another."""

    arrived: tuple[str, ...]
    gone: int
    moved: tuple[str, ...]


@transaction.atomic
def make_groups(meeting: Meeting, *, tables: int, rounds: int, by: Any) -> Grouping:
    """Groups for who comes, in the place of those that there were.

    Raises ValidationError for fewer people than tables.
    """
    meeting = locked(meeting.pk)
    sitting = who_sit(meeting)
    _refuse_empty_tables(len(sitting), tables)
    wishes, pins = wishes_for(meeting, sitting)
    guests = [one.as_guest() for one in sitting]
    mixed = seat(guests, groups=tables, rounds=rounds, wishes=wishes, pins=pins)
    Grouping.objects.filter(meeting=meeting).delete()
    grouping = Grouping.objects.create(
        meeting=meeting, tables=tables, words=_words(meeting, mixed, guests, sitting)
    )
    _lay_out(grouping, rounds)
    _keep(grouping, mixed, sitting)
    record("attendance.groups", by=by, about=meeting, sentence="Er zijn groepen gemaakt.")
    return grouping


@transaction.atomic
def renew_groups(grouping: Grouping, *, begun: int) -> Renewed:
    """The same groups for who is there now: nobody moves who does not have to.

    Raises ValidationError for fewer people than tables.
    """
    meeting = locked(grouping.meeting_id)
    seats = Seat.objects.filter(round__grouping=grouping).select_related(
        "round", "invitation__organisation", "invitation__reply"
    )
    before = {(row.round.number, key_of(row.invitation_id, row.guest)): row.table for row in seats}
    known = {
        one.key: one for one in dict.fromkeys(Sitting(row.invitation, row.guest) for row in seats)
    }
    now = {one.key: one for one in who_sit(meeting)}
    _refuse_empty_tables(len(now), grouping.tables)
    both = {**known, **now}
    wishes, pins = wishes_for(meeting, list(now.values()))
    old = _as_they_were(grouping, before, [one.as_guest() for one in known.values()], wishes)
    mixed, guests = seat_anew(
        old,
        [one.as_guest() for one in known.values()],
        gone=set(known) - set(now),
        arrived=[now[key].as_guest() for key in now if key not in known],
        begun=begun,
        wishes=wishes,
        pins=pins,
    )
    seats.delete()
    _keep(grouping, mixed, [both[guest.key] for guest in guests])
    grouping.words = _words(meeting, mixed, guests, list(now.values()))
    grouping.save()
    after = _tables_of(mixed)
    moved = {key for at, key in before if key in now and after[at, key] != before[at, key]}
    return Renewed(
        arrived=tuple(now[key].name for key in now if key not in known),
        gone=len(set(known) - set(now)),
        moved=tuple(sorted(now[key].name for key in moved)),
    )


def show_groups(grouping: Grouping, *, shown: bool) -> None:
    """Let everybody see the names at their own table, or not any more."""
    grouping.shown_at = timezone.now() if shown else None
    grouping.save(update_fields=["shown_at"])


def wish(meeting: Meeting, **said: Any) -> GroupWish:
    found, _ = GroupWish.objects.get_or_create(meeting=meeting, **said)
    return found


def _refuse_empty_tables(people: int, tables: int) -> None:
    if people < tables:
        count = "1 mens" if people == 1 else f"{people} mensen"
        raise ValidationError(
            f"Er komen {count}: te weinig voor {tables} tafels."
            if people
            else "Nog niemand heeft gezegd te komen. Daarna kun je groepen maken."
        )


def _lay_out(grouping: Grouping, rounds: int) -> None:
    """Rounds spread over the blocks with groups: the first get one more where it does not fit."""
    blocks = list(Block.objects.filter(meeting=grouping.meeting, kind=Block.Kind.GROUPS))
    spread = [
        blocks[number * len(blocks) // rounds] if blocks else None for number in range(rounds)
    ]
    GroupRound.objects.bulk_create(
        GroupRound(grouping=grouping, number=number, block=block)
        for number, block in enumerate(spread, 1)
    )


def _keep(grouping: Grouping, mixed: Mixed, sitting: Sequence[Sitting]) -> None:
    by_key = {one.key: one for one in sitting}
    rounds = {round_.number: round_ for round_ in grouping.rounds.all()}
    Seat.objects.bulk_create(
        Seat(
            round=rounds[number],
            invitation=by_key[key].invitation,
            guest=by_key[key].guest,
            table=table,
        )
        for (number, key), table in _tables_of(mixed).items()
    )


def _tables_of(mixed: Mixed) -> dict[tuple[int, str], int]:
    """(round, key) → table, both counted from 1."""
    return {
        (number, key): table
        for number, tables in enumerate(mixed.rounds, 1)
        for table, keys in enumerate(tables, 1)
        for key in keys
    }


def _as_they_were(
    grouping: Grouping, before: dict[tuple[int, str], int], guests: list[Guest], wishes: Wishes
) -> Mixed:
    count = grouping.rounds.count()
    rounds: list[list[list[str]]] = [[[] for _ in range(grouping.tables)] for _ in range(count)]
    for (number, key), table in before.items():
        rounds[number - 1][table - 1].append(key)
    frozen = tuple(tuple(tuple(table) for table in tables) for tables in rounds)
    return judged(frozen, guests, wishes, grouping.tables)


def _words(
    meeting: Meeting, mixed: Mixed, guests: Sequence[Guest], sitting: Sequence[Sitting]
) -> list[str]:
    known = who_know_each_other(
        SMALL,
        among_members=all_members(meeting, sitting),
        brought=sum(1 for one in sitting if one.guest),
    )
    return told(mixed, guests, {one.key: one.name for one in sitting}, known)


def told_of(done: Renewed) -> str:
    """What changed, in a sentence for the organiser."""
    parts = []
    if done.arrived:
        parts.append(f"Erbij: {', '.join(done.arrived)}.")
    if done.gone:
        parts.append("1 iemand is eraf." if done.gone == 1 else f"{done.gone} mensen zijn eraf.")
    parts.append(
        f"Naar een andere tafel: {', '.join(done.moved)}."
        if done.moved
        else "Verder hoefde niemand van tafel te wisselen."
    )
    return " ".join(parts)
