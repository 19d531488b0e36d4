"""What happens once an address is proven, whoever proved it: a code, or a provider."""

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from leerkring.network.entrance.actions import NoLongerOpen, admit, confirm_address
from leerkring.network.entrance.models import InvitationLink
from leerkring.network.entrance.proving import forget, take_as_proven
from leerkring.network.entrance.queries import is_approved, person_at
from leerkring.network.people.models import Person

LINK = "entrance_link"


def remember_link(request: HttpRequest, link: InvitationLink) -> None:
    request.session[LINK] = link.token


def remembered_link(request: HttpRequest) -> InvitationLink | None:
    """The invitation with which this browser came, while it is open."""
    token = request.session.get(LINK)
    link = InvitationLink.objects.filter(token=token).first() if token else None
    return link if link and link.is_open(timezone.localdate()) else None


def arrive(request: HttpRequest, *, email: str, name: str) -> HttpResponse:
    """Sign in who has an account, let in who has a way in, ask the others why they come."""
    link, person = remembered_link(request), person_at(email)
    if person:
        confirm_address(person, email)
        onward = link.get_absolute_url() if link else None
    else:
        onward = link.next if link else None
        person = let_in(link, email=email, name=name)
    if person is None:
        take_as_proven(request.session, email=email, name=name, now=time.time())
        return redirect("entrance:request")
    forget(request.session)
    record_authentication(request, person, method="code", email=email)
    return perform_login(request, person, redirect_url=onward, email=email)


def let_in(link: InvitationLink | None, *, email: str, name: str) -> Person | None:
    """An account by the invitation, or by the domain of the address; None: there is no way in."""
    for way in (link, None):
        if way or is_approved(email):
            try:
                return admit(email=email, name=name, link=way)
            except NoLongerOpen:
                continue  # another took the last place just now
            except ValidationError:
                return None
    return None
