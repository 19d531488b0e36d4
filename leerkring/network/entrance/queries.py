"""Reads over the ways in."""

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from leerkring.network.entrance.mail_domains import domain_of
from leerkring.network.entrance.models import ApprovedDomain, InvitationLink, JoinRequest
from leerkring.network.people.models import Person


def person_at(email: str) -> Person | None:
    """Whose address this is; a confirmed one counts before the address of an account."""
    confirmed = EmailAddress.objects.filter(email__iexact=email, verified=True).first()
    return confirmed.user if confirmed else Person.objects.filter(email__iexact=email).first()


def holds(person: Person, email: str) -> bool:
    """Whether the address is surely this person's.

    Confirmed by mail; or the account was given to that address, and nobody added one since.
    """
    rows = list(EmailAddress.objects.filter(user=person))
    if not rows:
        return person.email.lower() == email.lower()
    return any(row.verified and row.email.lower() == email.lower() for row in rows)


def is_approved(email: str) -> bool:
    """Whether an address at this domain is enough to come in."""
    return ApprovedDomain.objects.filter(domain=domain_of(email)).exists()


def links_for_the_desk(before: int | None = None) -> QuerySet[InvitationLink]:
    """The newest first; `before`: only those made before the link with this number."""
    rows = InvitationLink.objects.with_uses().select_related("by").order_by("-pk")
    return rows.filter(pk__lt=before) if before else rows


def requests_for_the_desk() -> QuerySet[JoinRequest]:
    """Those that wait, oldest first."""
    return JoinRequest.objects.waiting()


def links_taken_by(person: Person) -> set[int]:
    """Which invitations somebody accepted: for rooms that make links to something of theirs."""
    rows = InvitationLink.objects.filter(acceptances__person=person)
    return set(rows.values_list("pk", flat=True))
