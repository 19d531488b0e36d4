"""A circle that lost its last guide: its members and the moderators hear of it, once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.queries import visible_of
from leerkring.network.circles.entry_actions import ask_to_join
from leerkring.network.circles.inspection_actions import take_over
from leerkring.network.circles.models import Circle, JoinRequest, Membership, Vacancy
from leerkring.network.circles.tasks import run_due
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]


@pytest.fixture
def left() -> Circle:
    """A hidden circle of which the owner has no account any more."""
    circle = begin(name="Zeer geheim", visibility="verborgen", joining="verzoek")
    bring_in(circle, someone("Lid"))
    moderator()
    owner = someone("Eigenaar")
    owner.is_active = False
    owner.save()
    return circle


def told() -> dict[str, list[str]]:
    """What people are told of vacancies now, as far as they may see it."""
    rows = Notice.objects.filter(occasion__about="circles.vacancy").select_related("occasion")
    return {
        person.name: [notice.occasion.title for notice in visible_of(person, mine)]
        for person in (someone("Lid"), moderator())
        if (mine := list(rows.filter(person=person)))
    }


def test_its_members_and_the_moderators_hear_once_and_moderators_not_which(left: Circle) -> None:
    now = timezone.now()
    assert run_due(now) == "1 groep heeft geen begeleider."
    assert run_due(now + timedelta(hours=1)) == ""
    assert told() == {
        "Lid": ["Niemand begeleidt deze groep nog: Zeer geheim"],
        "Moderator": ["Een groep heeft geen begeleider meer"],
    }


def test_when_somebody_guides_again_nobody_is_told_any_more_and_the_next_time_anew(
    left: Circle,
) -> None:
    now = timezone.now()
    run_due(now)
    take_over(left, person=moderator(), reason="Zij vertrok.")
    assert told() == {} and not Vacancy.objects.exists()
    Membership.objects.filter(person=moderator()).update(role="member")
    run_due(now)
    assert set(told()) == {"Lid", "Moderator"}
    Membership.objects.filter(person=someone("Lid")).update(role="facilitator")
    run_due(now)
    assert told() == {} and not Vacancy.objects.exists()


def test_a_request_waits_and_who_asks_and_who_is_in_it_read_so(
    left: Circle, browser_of: BrowserOf
) -> None:
    Circle.objects.update(visibility="leden")
    run_due(timezone.now())
    asker, keeper = someone("Vrager"), moderator()
    way = f"{left.get_absolute_url()}meedoen/"
    assert "Je verzoek wacht" in browser_of(asker).get(way).content.decode()
    ask_to_join(left, person=asker, motivation="Ik wil mee.", agreed=True)
    page = f"{left.get_absolute_url()}aanmeldingen/"
    assert browser_of(keeper).get(page).status_code == 404
    assert JoinRequest.objects.waiting().count() == 1
    shown = browser_of(someone("Lid")).get(left.get_absolute_url()).content.decode()
    assert "Niemand begeleidt deze groep nu" in shown
    take_over(left, person=keeper, reason="Er wacht iemand.")
    assert "Ik wil mee." in browser_of(keeper).get(page).content.decode()
    shown = browser_of(someone("Lid")).get(left.get_absolute_url()).content.decode()
    assert "Niemand begeleidt deze groep nu" not in shown
