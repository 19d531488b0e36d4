"""What the page with groups and the cards on the tables show."""

from typing import Any

from leerkring.practice.attendance.group_queries import at_the_door, seats_of, who_sit
from leerkring.practice.attendance.head_queries import called
from leerkring.practice.attendance.models import Grouping, GroupWish, Seat
from leerkring.practice.meetings.models import Block, Meeting

AT_A_TABLE = 6  # people, when nobody chose a number of tables yet


def group_page(meeting: Meeting) -> dict[str, Any]:
    """The groups as they are now, what is minded, and what would be a usual number of tables."""
    grouping = Grouping.objects.filter(meeting=meeting).first()
    sitting = who_sit(meeting)
    blocks = Block.objects.filter(meeting=meeting, kind=Block.Kind.GROUPS).count()
    rounds = _rounds(grouping) if grouping else []
    return {
        "meeting": meeting,
        "grouping": grouping,
        "rounds": rounds,
        "people": len(sitting),
        "by_presence": bool(at_the_door(meeting)),
        "blocks": blocks,
        "changes": _changes(grouping, {(one.invitation.pk, one.guest) for one in sitting}),
        "suggested": grouping.tables if grouping else max(1, round(len(sitting) / AT_A_TABLE)),
        "rounds_now": len(rounds) or max(blocks, 1),
        "wishes": GroupWish.objects.filter(meeting=meeting).select_related("one", "other"),
    }


def _rounds(grouping: Grouping) -> list[dict[str, Any]]:
    seats = seats_of(grouping)
    rows = grouping.rounds.select_related("block")
    return [
        {
            "number": row.number,
            "block": str(row.block or ""),
            "tables": [
                (table, [(_name(seat), _work(seat)) for seat in there])
                for table, there in enumerate(seats[row.number], 1)
            ],
        }
        for row in rows
    ]


def _changes(grouping: Grouping | None, now: set[tuple[Any, int]]) -> tuple[int, int]:
    """How many came who have no seat, and how many seats are of somebody who does not come."""
    if grouping is None:
        return (0, 0)
    rows = Seat.objects.filter(round__grouping=grouping).values_list("invitation", "guest")
    seated = set(rows.distinct().order_by())
    return len(now - seated), len(seated - now)


def card_data(grouping: Grouping) -> dict[str, Any]:
    """What is printed: a card per person with their tables, and a sign per table."""
    rows = list(grouping.rounds.select_related("block"))
    people: dict[tuple[str, str, Any, int], dict[int, int]] = {}
    for number, tables in seats_of(grouping).items():
        for table, there in enumerate(tables, 1):
            for seat in there:
                key = (_name(seat), _work(seat), seat.invitation_id, seat.guest)
                people.setdefault(key, {})[number] = table
    return {
        "title": grouping.meeting.title,
        "when": grouping.meeting.when,
        "place": grouping.meeting.place,
        "rounds": [{"number": row.number, "block": str(row.block or "")} for row in rows],
        "tables": grouping.tables,
        "people": [
            {"name": name, "work": work, "at": [seats.get(row.number, 0) for row in rows]}
            for (name, work, _, _), seats in sorted(
                people.items(), key=lambda item: (item[0][0].casefold(), str(item[0][2:]))
            )
        ],
    }


def _name(seat: Seat) -> str:
    return called(seat.invitation, seat.guest)


def _work(seat: Seat) -> str:
    work = seat.invitation.organisation
    return work.name if work else ""
