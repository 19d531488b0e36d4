"""Reads over promises."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import (
    BooleanField,
    Case,
    Count,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Membership
from leerkring.practice.commitments.models import Commitment, LookBack
from leerkring.practice.commitments.tallies import FEWEST, Tally, added, not_all_alike, tally_of

A_PAGE = 20
MOST_DUE = 10


def tally(
    commitments: QuerySet[Commitment],
    *,
    reader: Any | None = None,
    until: datetime | None = None,
) -> Tally:
    """What became of these promises, in numbers, as it was known at `until`; two queries.

    What people keep to themselves, which `reader` (a visitor, when left out) does not see, is
    counted only where it is of at least five people: of fewer one could tell whose it was; and
    never as if all of it ended alike, see `not_all_alike`.
    """
    rows = commitments.order_by()
    seen = Commitment.objects.visible_to(reader or AnonymousUser()).values("pk")
    is_kept = Q(person__isnull=False) & ~Q(pk__in=seen)
    people = rows.filter(is_kept).aggregate(people=Count("person", distinct=True))["people"]
    if people < FEWEST:
        rows = rows.exclude(is_kept)
    rows = with_outcome(rows, until).annotate(
        is_kept=Case(When(is_kept, then=True), default=False, output_field=BooleanField())
    )
    told, kept = dict[str, int](), dict[str, int]()
    for row in rows.values("outcome", "is_kept").annotate(n=Count("pk", distinct=True)):
        (kept if row["is_kept"] else told)[row["outcome"]] = row["n"]
    return tally_of(added(told, not_all_alike(kept)))


def with_outcome(
    commitments: QuerySet[Commitment], until: datetime | None = None
) -> QuerySet[Commitment]:
    """Each with what was seen last, as `outcome`; "" where nobody looked back."""
    newest = LookBack.objects.filter(commitment=OuterRef("pk")).order_by("-at", "-pk")
    if until is not None:
        newest = newest.filter(at__lte=until)
    return commitments.annotate(outcome=Coalesce(Subquery(newest.values("outcome")[:1]), Value("")))


@made_once
def due_for(person: Any, today: date) -> QuerySet[Commitment]:
    """What this person can look back on now, the longest ago first."""
    rows = Commitment.objects.of(person).due(today).with_owners()
    return rows.order_by("look_back_on", "pk")[:MOST_DUE]


def of_circle(circle: Circle) -> QuerySet[Commitment]:
    """Whoever shows them asks `.visible_to(person)` too."""
    return Commitment.objects.filter(circle=circle)


def whom_to_ask(commitment: Commitment) -> set[int]:
    """Ids of the people who can say how it went."""
    if commitment.person_id:
        return {commitment.person_id}
    if commitment.organisation_id:
        speaking = set(commitment.contacts.values_list("person_id", flat=True))
        return speaking or {commitment.made_by_id} - {None}
    members = Membership.objects.filter(team=commitment.team_id, until=None)
    return {*members.values_list("person_id", flat=True), commitment.companion_id} - {None}


def a_page(rows: QuerySet[Commitment], before: str) -> tuple[list[Commitment], str]:
    """The newest first, from before the promise with number `before`; and where the next begins."""
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(with_outcome(rows.with_owners()).order_by("-pk")[: A_PAGE + 1])
    return found[:A_PAGE], str(found[A_PAGE - 1].pk) if len(found) > A_PAGE else ""
