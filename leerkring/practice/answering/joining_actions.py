"""Bringing two keys together, and whether somebody counts among the same people.

Who joins their lines may choose to be compared with themselves. What then goes to the round is a
team, a difference per dimension and a name that only the older key gives: no answer, no time, and
nothing that leads to a link, an address or the line itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from leerkring.network.people.models import Team
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.own_lines import hold_lines, join_lines, own_line
from leerkring.practice.answering.own_scores import OwnResult, change_between
from leerkring.practice.scans.actions import RoundIsClosed, take_in_change
from leerkring.practice.scans.models import Round

USE = "same people"


@dataclass(frozen=True)
class Joined:
    """`is_compared`: this person now counts among the same people."""

    is_joined: bool
    is_compared: bool = False


@transaction.atomic
def join(older: Secret, newer: Secret, *, compare: bool = False) -> Joined:
    """Put two lines together behind the older key; `compare`: this person said yes to being counted
    among the same people, then and now."""
    hold_lines(older, newer)
    before, now = own_line(older), own_line(newer)
    if not join_lines(older, newer):
        return Joined(is_joined=False)
    return Joined(True, compare and _take_in(older, before or [], now or []))


def follows_a_round(result: OwnResult) -> bool:
    """Whether its round is still open, and is compared with an earlier one."""
    open_ = Round.objects.filter(pk=result.round_id, closing=None)
    return result.round_id is not None and open_.exclude(previous=None).exists()


def _take_in(older: Secret, before: Sequence[OwnResult], now: Sequence[OwnResult]) -> bool:
    """The name is that of a key that has no result of this round yet, and the newer key has that
    result alone and opens nothing after this. So one result is counted once, whatever is joined."""
    if len(now) != 1 or any(result.round_id == now[0].round_id for result in before):
        return False
    round_ = Round.objects.filter(pk=now[0].round_id).exclude(previous=None).first()
    team = Team.objects.filter(pk=now[0].team_id).first()
    if round_ is None or team is None:
        return False
    then = [result for result in before if result.round_id == round_.previous_id]
    if len(then) != 1 or then[0].team_id != team.pk:
        return False
    change = change_between(then[0], now[0])
    if not change:
        return False
    try:
        take_in_change(round=round_, team=team, person=older.name(USE), change=change)
    except RoundIsClosed:
        return False
    return True
