"""What people write at the door is looked over; and a stranger learns of nobody by it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.network.entrance.models import InvitationLink, JoinRequest
from leerkring.network.people.models import Person
from leerkring.network.profiles.actions import keep_profile

pytestmark = pytest.mark.django_db
PHONE = "Bel moeder op 06-12345678."


def answered(page: Any) -> dict[str, str]:
    panel = page.context["form"].trace_panel
    (question,) = panel.questions
    return {question.name: "vervang:[telefoonnummer]", "traces-guard": panel.guard}


def test_a_request_to_come_in_is_looked_over(prove: Callable[..., str]) -> None:
    browser = Client()
    assert prove(browser, "nieuw@elders.example") == reverse("entrance:request")
    page = browser.post(reverse("entrance:request"), {"motivation": PHONE})
    assert page.status_code == 422 and "<mark" in page.content.decode()
    assert not JoinRequest.objects.exists()
    sent = {"motivation": PHONE} | answered(page)
    assert browser.post(reverse("entrance:request"), sent).status_code == 302
    assert JoinRequest.objects.get().motivation == "Bel moeder op [telefoonnummer]."


def test_a_stranger_is_not_asked_about_the_names_of_who_takes_part(
    prove: Callable[..., str], member: Person
) -> None:
    """A question about a name would tell that somebody with it takes part."""
    keep_profile(member, name="Zwaantje Bomhoff")
    browser = Client()
    prove(browser, "nieuw@elders.example")
    said = {"motivation": "Ik hoorde het van Zwaantje Bomhoff en Wietse Overkamp."}
    assert browser.post(reverse("entrance:request"), said).status_code == 302


def test_a_welcome_is_looked_over(desk: Client, member: Person) -> None:
    keep_profile(member, name="Zwaantje Bomhoff")
    form = {"name": "Netwerkdag", "next": "/", "welcome": PHONE}
    page = desk.post(reverse("entrance:links"), form)
    assert page.status_code == 422 and "<mark" in page.content.decode()
    assert not InvitationLink.objects.exists()
    assert desk.post(reverse("entrance:links"), form | answered(page)).status_code == 302
    assert InvitationLink.objects.get().welcome == "Bel moeder op [telefoonnummer]."
    form["welcome"] = "Zwaantje Bomhoff verwacht je."
    assert desk.post(reverse("entrance:links"), form).status_code == 422
