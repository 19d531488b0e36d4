"""Opening ways in, taking them, and deciding on requests."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.entrance.models import (
    TRY_AGAIN,
    Acceptance,
    ApprovedDomain,
    InvitationLink,
    JoinRequest,
)
from leerkring.network.entrance.notices import tell_of_request
from leerkring.network.entrance.queries import person_at
from leerkring.network.entrance.rules import leads_here
from leerkring.network.people.actions import give_account
from leerkring.network.people.models import Person


class NoLongerOpen(Exception):
    """The invitation was revoked, is over, or has been used as often as it may."""


@transaction.atomic
def invite(
    *,
    by: Any,
    name: str,
    welcome: str = "",
    next: str = "/",
    most: int | None = None,
    until: date | None = None,
) -> InvitationLink:
    """A link that lets people in and leads them on to `next`, an address on this site.

    `most`: how many people may use it; `until`: the last day. Raises ValidationError where `next`
    leads elsewhere.
    """
    if not leads_here(next):
        raise ValidationError("Kies een pagina op deze site, zoals «/werkgroepen/».")
    link = InvitationLink.objects.create(
        by=by, name=name, welcome=welcome, next=next, most=most, until=until
    )
    record("invite", by=by, about=link, sentence="Een uitnodigingslink gemaakt.")
    return link


@transaction.atomic
def revoke(link: InvitationLink, *, by: Any) -> None:
    link.revoke()
    record("revoke", by=by, about=link, sentence="Een uitnodigingslink ingetrokken.")


@transaction.atomic
def accept(link: InvitationLink, *, person: Person) -> None:
    """Somebody with an account takes the invitation; a second time costs nothing.

    Raises NoLongerOpen. The row is locked, so that the last place goes to one person.
    """
    held = InvitationLink.objects.select_for_update().get(pk=link.pk)
    if Acceptance.objects.filter(link=held, person=person).exists():
        return
    if not held.is_open(timezone.localdate()):
        raise NoLongerOpen
    Acceptance.objects.create(link=held, person=person)


@transaction.atomic
def admit(*, email: str, name: str, link: InvitationLink | None = None) -> Person:
    """An account for somebody who proved this address. Raises NoLongerOpen, ValidationError."""
    person = give_account(email=email, name=name)
    confirm_address(person, email)
    if link:
        accept(link, person=person)
    return person


def confirm_address(person: Person, email: str) -> None:
    """The address was proven to be theirs; where it is new, it becomes the first."""
    address, _ = EmailAddress.objects.get_or_create(
        user=person, email=email.lower(), defaults={"verified": True}
    )
    if not address.verified:
        address.verified = True
        address.save(update_fields=["verified"])
    if not EmailAddress.objects.filter(user=person, primary=True).exists():
        address.set_as_primary()


@transaction.atomic
def approve_domain(domain: str, *, organisation: str, by: Any) -> ApprovedDomain:
    approved, is_new = ApprovedDomain.objects.get_or_create(
        domain=domain, defaults={"organisation": organisation, "by": by}
    )
    if is_new:
        record("approve", by=by, about=approved, sentence=f"Het maildomein {domain} goedgekeurd.")
    return approved


@transaction.atomic
def drop_domain(approved: ApprovedDomain, *, by: Any) -> None:
    """Nobody comes in by it any more; who is in stays in."""
    sentence = f"Het maildomein {approved.domain} niet langer goedgekeurd."
    record("drop", by=by, about=approved, sentence=sentence)
    approved.delete()


@transaction.atomic
def ask_to_join(*, email: str, name: str, organisation: str, motivation: str) -> JoinRequest:
    """A request from a proven address; asked again before the answer, it takes the place."""
    asked, _ = JoinRequest.objects.waiting().update_or_create(
        email=email.lower(),
        defaults={"name": name, "organisation": organisation, "motivation": motivation},
    )
    tell_of_request(asked)
    return asked


@transaction.atomic
def decide(asked: JoinRequest, *, granted: bool, answer: str, by: Any) -> bool:
    """Let somebody in or not; the mail goes out later. False: somebody decided already."""
    now = timezone.now()
    decided = JoinRequest.objects.waiting().filter(pk=asked.pk)
    if not decided.update(
        decided_at=now, decided_by=by, granted=granted, answer=answer, try_after=now
    ):
        return False
    if granted and person_at(asked.email) is None:
        admit(email=asked.email, name=asked.name)
    done = "ingewilligd" if granted else "afgewezen"
    record("decide", by=by, about=asked, sentence=f"Een aanvraag om mee te doen {done}.")
    return True


def claim_letter(asked: JoinRequest) -> bool:
    """Whether this worker may send the mail; another one leaves it alone for ten minutes."""
    now = timezone.now()
    rows = JoinRequest.objects.to_be_told(now).filter(pk=asked.pk)
    return bool(rows.update(try_after=now + TRY_AGAIN))


def letter_went(asked: JoinRequest) -> None:
    JoinRequest.objects.filter(pk=asked.pk).update(told_at=timezone.now(), try_after=None)
