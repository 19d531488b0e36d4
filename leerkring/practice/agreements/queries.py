"""Reads over agreements."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Organisation
from leerkring.practice.agreements.models import Agreement, Kept, Score, Side, Stance
from leerkring.practice.agreements.rules import PATIENCE

A_PAGE = 20


def in_disagreement(
    circle: Circle | None = None,
    organisations: Iterable[Organisation] = (),
    *,
    now: datetime | None = None,
) -> QuerySet[Agreement]:
    """Agreements of which the two see a score differently, for the agenda of a next meeting: in
    this circle, or between whichever of these organisations; all when neither is given. Whoever
    shows them asks `.visible_to(person)` too.
    """
    now = now or timezone.now()
    unheard = Q(reply=None, at__lte=now - PATIENCE) & ~Q(kept=Kept.YES)
    apart = Score.objects.filter(
        Q(reply__stance=Stance.DIFFERENT) | unheard, settlement=None, agreement=OuterRef("pk")
    )
    rows = Agreement.objects.standing().filter(Exists(apart))
    parties = [organisation.pk for organisation in organisations]
    if circle is not None or parties:
        rows = rows.filter(
            Q(circle=circle.pk if circle else None, circle__isnull=False)
            | Q(promiser__in=parties)
            | Q(receiver__in=parties)
        )
    return rows


def circles_of(person: Any) -> QuerySet[Circle]:
    """The circles of the agreements that this person may read."""
    seen = Agreement.objects.visible_to(person)
    return Circle.objects.filter(pk__in=seen.values("circle")).order_by("name", "pk")


def contact_ids(agreement: Agreement, *sides: str) -> set[int]:
    rows = agreement.contacts.filter(side__in=sides or tuple(Side))
    return set(rows.values_list("person_id", flat=True))


def waiting_for(person: Any, today: date) -> QuerySet[Agreement]:
    """What asks something of this person: a promise to confirm, or a score to give."""
    agreements = Agreement.objects.with_parties()
    to_confirm = agreements.of(person, Side.PROMISES).proposed()
    to_score = agreements.of(person, Side.RECEIVES).filter(score_from__lte=today, ending=None)
    return (to_confirm | to_score).distinct()


def a_page(rows: QuerySet[Agreement], before: str) -> tuple[list[Agreement], str]:
    """The newest first, from before the one with number `before`; and where the next begins."""
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.with_parties().select_related("refusal").order_by("-pk")[: A_PAGE + 1])
    return found[:A_PAGE], str(found[A_PAGE - 1].pk) if len(found) > A_PAGE else ""
