"""Everything of one's own in one place, also what one guards."""

import pytest
from django.test import Client

from leerkring.network.circles.tests.conftest import BACKEND, begin, bring_in, moderator, someone
from leerkring.network.people.models import Person

pytestmark = pytest.mark.django_db


def groups(person: Person) -> list[str]:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return [title for title, _ in client.get("/ik/").context["groups"]]


def test_who_guides_finds_what_was_flagged_without_being_a_moderator() -> None:
    circle = begin()
    bring_in(circle, someone("Begeleider"), "facilitator")
    bring_in(circle, someone("Lid"))
    assert groups(someone("Lid")) == ["Je profiel en je werk", "Zo wil je het"]
    assert groups(someone("Begeleider"))[2:] == ["Begeleiden"]
    assert groups(moderator())[2:] == ["Modereren"]
