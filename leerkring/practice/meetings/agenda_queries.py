"""What waits to be talked about: agreements seen differently, and dilemmas that lie open."""

from typing import Any

from django.db.models import QuerySet

from leerkring.network.people.models import Organisation
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import in_disagreement
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.queries import open_by, open_of
from leerkring.practice.meetings.models import Block, Meeting

MOST = 10


def agreements_waiting(person: Any, meeting: Meeting) -> QuerySet[Agreement]:
    """Of the circle of this meeting, and between organisations that are asked to come, as far as
    this person may read them; not what is on it."""
    houses = Organisation.objects.filter(pk__in=meeting.invitations.values("organisation"))
    if meeting.circle is None and not houses:
        return Agreement.objects.none()
    seen = Agreement.objects.visible_to(person).values("pk")
    rows = in_disagreement(meeting.circle, houses).filter(pk__in=seen).with_parties()
    return rows.exclude(pk__in=_on_the_programme(meeting, "agreement"))[:MOST]


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
