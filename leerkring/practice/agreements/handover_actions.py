"""What profiles ask of agreements: for which an organisation has nobody else who speaks."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from leerkring.practice.agreements.actions import add_contact
from leerkring.practice.agreements.models import Contact
from leerkring.practice.agreements.models.agreement import Side

HANDOVER = "Afspraken waarvoor je contactpersoon bent"


@dataclass(frozen=True)
class Spoken:
    """Speaking for one side, as a list names it to who does."""

    contact: Contact

    @property
    def pk(self) -> int:
        return self.contact.pk

    def __str__(self) -> str:
        return str(self.contact.agreement)


def spoken_by(person: Any) -> list[Spoken]:
    """Where nobody else speaks for that organisation, as long as it is promised or proposed. What
    somebody promised for themselves goes along with them."""
    same_side = Contact.objects.filter(agreement=OuterRef("agreement"), side=OuterRef("side"))
    rows = Contact.objects.filter(~Exists(same_side.exclude(person=person)), person=person)
    rows = rows.filter(agreement__ending=None, agreement__refusal=None, agreement__removal=None)
    rows = rows.exclude(Q(side=Side.PROMISES, agreement__promiser=None))
    return [Spoken(contact) for contact in rows.select_related("agreement").order_by("pk")]


@transaction.atomic
def hand_to(spoken: Spoken, person: Any) -> None:
    contact = spoken.contact
    add_contact(contact.agreement, person=person, side=contact.side, by=contact.person)
    contact.delete()
