"""What waits to be talked about: agreements seen differently, and dilemmas that lie open."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from leerkring.network.people.models import Organisation
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import in_disagreement
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.queries import open_by, open_of
from leerkring.practice.meetings.line_queries import followed_by, following
from leerkring.practice.meetings.models import Block, Meeting

MOST = 10


def agreements_waiting(person: Any, meeting: Meeting) -> QuerySet[Agreement]:
    """Of the circle of this meeting, made at a meeting that it follows, and between organisations
    that are asked to come, as far as this person may read them; not what is on it."""
    houses = Organisation.objects.filter(pk__in=meeting.invitations.values("organisation"))
    rows = in_disagreement().filter(meeting__in=followed_by(meeting))
    if meeting.circle is not None or houses:
        rows |= in_disagreement(meeting.circle, houses)
    seen = Agreement.objects.visible_to(person).values("pk")
    rows = rows.filter(pk__in=seen).with_parties()
    return rows.exclude(pk__in=_on_the_programme(meeting, "agreement"))[:MOST]


def next_meetings(agreement: Agreement, now: datetime) -> QuerySet[Meeting]:
    """The first is where two partners meet again: of their circle, or what followed the meeting
    where they agreed it."""
    after = Q(pk__in=following(agreement.meeting)) if agreement.meeting else Q(pk=None)
    if agreement.circle_id:
        after |= Q(circle=agreement.circle_id)
    rows = Meeting.objects.filter(after, starts_at__gt=now, cancellation=None)
    return rows.exclude(pk=agreement.meeting).order_by("starts_at", "pk")


def agenda_of(person: Any, agreement: int) -> list[tuple[str, str]]:
    """The meetings, as far as this person sees them, with an agreement on their programme."""
    on_it = Block.objects.filter(agreement=agreement).values("meeting")
    rows = Meeting.objects.visible_to(person).filter(pk__in=on_it).order_by("-starts_at", "-pk")
    return [(row.title, row.get_absolute_url()) for row in rows[:MOST]]


def page_of(person: Any, meeting: int) -> tuple[str, str] | None:
    row = Meeting.objects.visible_to(person).filter(pk=meeting).first()
    return (row.title, row.get_absolute_url()) if row else None


def dilemmas_waiting(person: Any, meeting: Meeting) -> QuerySet[Dilemma]:
    """Of the circle of this meeting; without one, what its own people put on the shelf."""
    seen = Dilemma.objects.visible_to(person).values("pk")
    if meeting.circle is None:
        rows = open_by(meeting.roles.values("person")).filter(pk__in=seen)
    else:
        rows = open_of(meeting.circle).filter(pk__in=seen)
    return rows.exclude(pk__in=_on_the_programme(meeting, "dilemma"))[:MOST]


def subjects_seen_by(person: Any, meeting: Meeting) -> dict[int, tuple[str, str]]:
    """By number of the block: what it is about and where that stands, for who may read it."""
    found: dict[int, tuple[str, str]] = {}
    blocks = meeting.blocks.select_related("agreement", "dilemma")
    rows = [block for block in blocks if block.agreement_id or block.dilemma_id]
    if not rows:
        return found
    agreements = {b.agreement_id for b in rows} - {None}
    dilemmas = {b.dilemma_id for b in rows} - {None}
    readable: dict[type, set[int]] = {
        Agreement: _readable(Agreement, person, agreements),
        Dilemma: _readable(Dilemma, person, dilemmas),
    }
    for block in rows:
        subject = block.agreement or block.dilemma
        if subject is not None and subject.pk in readable[type(subject)]:
            found[block.pk] = (str(subject), subject.get_absolute_url())
    return found


def _readable(model: Any, person: Any, pks: set[int]) -> set[int]:
    rows = model.objects.visible_to(person).filter(pk__in=pks)
    return set(rows.values_list("pk", flat=True))


def _on_the_programme(meeting: Meeting, kind: str) -> Any:
    rows = Block.objects.filter(meeting=meeting, **{f"{kind}__isnull": False})
    return rows.values(kind)
