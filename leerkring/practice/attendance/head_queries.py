"""Heads: who was invited, and whom they bring. Each is tapped in, and has a chair, of their own."""

from dataclasses import dataclass
from typing import Any

from leerkring.practice.attendance.models import Reply, Tap
from leerkring.practice.meetings.models import Invitation, Meeting


@dataclass(frozen=True)
class Head:
    """One of a party at the door; `guest` as in Tap."""

    guest: int
    name: str
    is_here: bool


def party_of(row: Invitation, here: set[tuple[Any, int]]) -> tuple[Head, ...]:
    """Who was invited, and whom they said to bring, or who came along all the same."""
    reply: Reply | None = getattr(row, "reply", None)
    guests = set(range(reply.party if reply and reply.says == Reply.Says.YES else 1))
    guests |= {guest for pk, guest in here if pk == row.pk}
    return tuple(Head(g, called(row, g), (row.pk, g) in here) for g in sorted(guests))


def called(row: Invitation, guest: int) -> str:
    """Somebody's name, or that of a guest as far as it was told."""
    if not guest:
        return row.name
    reply: Reply | None = getattr(row, "reply", None)
    return (reply.guest_name(guest) if reply else "") or f"gast van {row.name}"


def heads_here(meeting: Meeting) -> set[tuple[Any, int]]:
    """(invitation, guest) of who is there: by the last tap of each."""
    taps = Tap.objects.filter(invitation__meeting=meeting).order_by("at", "came_in_at")
    rows = taps.values_list("invitation", "guest", "is_here")
    last = {(pk, guest): is_here for pk, guest, is_here in rows}
    return {head for head, is_here in last.items() if is_here}


def present(meeting: Meeting) -> set[Any]:
    """The invitations of who is there themselves, whoever they brought."""
    return {pk for pk, guest in heads_here(meeting) if not guest}
