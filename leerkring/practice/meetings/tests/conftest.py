"""People around a circle, and a meeting of it."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.entry_actions import accept, invite
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme, follow
from leerkring.practice.meetings.actions import Plan, make_meeting
from leerkring.practice.meetings.library import form_named

AUTUMN = datetime(2100, 10, 14, 11, 30, tzinfo=UTC)


@pytest.fixture
def house(db: None) -> SimpleNamespace:
    """`lead` guides the circle in which `member` is; `follower` follows its theme from outside."""
    people = {
        key: Person.objects.create_user(f"{key}@voorbeeld.invalid", key.capitalize())
        for key in ("lead", "member", "follower", "outsider")
    }
    theme = add_theme(name="Schooluitval", description="", synonyms=[], by=people["lead"])
    follow(theme, person=people["follower"])
    settings = Settings.usual_for(
        "kernpartners", "Partners", "Samen.", visibility="leden", seats_per_organisation=None
    )
    circle = start_circle("kernpartners", settings, by=people["lead"])
    accept(invite(circle, person=people["member"], by=people["lead"]), agreed=True)
    return SimpleNamespace(**people, circle=circle, theme=theme)


def a_plan(house: SimpleNamespace, **chosen: object) -> Plan:
    usual = {
        "title": "Werkmiddag",
        "starts_at": AUTUMN,
        "purpose": "Samen afspraken maken.",
        "circle": house.circle,
        "audience": "circle",
        "themes": [house.theme],
    }
    return Plan(**{**usual, **chosen})


@pytest.fixture
def meeting(house: SimpleNamespace):  # type: ignore[no-untyped-def]
    return make_meeting(a_plan(house), by=house.lead, form=form_named("introductie"))


def soon() -> datetime:
    return timezone.now() + timedelta(minutes=5)
