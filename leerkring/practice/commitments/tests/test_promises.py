"""A promise has one owner and one day; it is asked about once a day, and never after it ended."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from leerkring.foundation.notifications.models import Delivery, Notice
from leerkring.foundation.search.models import Entry
from leerkring.network.circles.models import Circle
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Team
from leerkring.practice.commitments.actions import (
    LookedBackAlready,
    change_commitment,
    hide,
    look_back,
    make_commitment,
    take_away,
)
from leerkring.practice.commitments.models import Commitment, LookBack
from leerkring.practice.commitments.tasks import run_due
from leerkring.practice.commitments.tests.conftest import TODAY, People

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
SIX_WEEKS_ON = NOON + timedelta(weeks=6)
LATER = timedelta(weeks=4)


def told() -> list[tuple[str, str]]:
    rows = Notice.objects.select_related("person", "occasion").order_by("person__name")
    return [(str(row.person), row.occasion.title) for row in rows]


def test_without_a_day_it_is_looked_back_on_after_six_weeks(person: People) -> None:
    made = make_commitment(text="bellen", person=person("Roos"))
    assert made.look_back_on == timezone.localdate() + timedelta(weeks=6)


@pytest.mark.parametrize("owners", [(), ("person", "team"), ("team", "organisation")])
def test_it_has_exactly_one_owner(owners: tuple[str, ...], person: People, team: Team) -> None:
    all_of_them = {
        "person": person("Roos"),
        "team": team,
        "organisation": organisation_named("De Brug"),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        make_commitment(text="bellen", **{name: all_of_them[name] for name in owners})


def test_one_for_a_circle_has_a_circle(person: People) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_commitment(text="bellen", person=person("Roos"), sight="kring")


def test_its_owner_is_asked_on_the_day_once_by_notice_and_mail(person: People) -> None:
    make_commitment(text="bellen", person=person("Roos"), look_back_on=TODAY)
    assert run_due(NOON - timedelta(days=1)) == ""
    assert run_due(NOON.replace(hour=4)) == ""
    assert run_due(NOON) == "Naar 1 voornemen gevraagd."
    assert run_due(NOON + timedelta(days=3)) == ""
    assert told() == [("Roos", "Hoe ging het met je voornemen?")]
    assert Delivery.objects.count() == 1


def test_thirty_promises_of_one_day_are_one_question(person: People) -> None:
    roos, house = person("Roos"), organisation_named("De Brug")
    for number in range(30):
        make_commitment(text=f"bel {number}", organisation=house, by=roos, look_back_on=TODAY)
    make_commitment(text="eigen", person=roos, by=roos, look_back_on=TODAY)
    assert run_due(NOON) == "Naar 31 voornemens gevraagd."
    assert sorted(title for _, title in told()) == [
        "Hoe ging het met je voornemen?",
        "Hoe ging het met jullie 30 voornemens?",
    ]
    assert run_due(NOON) == ""


def test_of_a_team_everyone_with_an_account_and_who_led_the_talk_is_asked(
    person: People, member: People, team: Team
) -> None:
    member("Ada"), member("Ben"), person("Cas")
    guide = person("Zoë")
    make_commitment(text="bellen", team=team, companion=guide, look_back_on=TODAY)
    run_due(NOON)
    assert [name for name, _ in told()] == ["Ada", "Ben", "Zoë"]


def test_of_an_organisation_who_wrote_it_down_is_asked(person: People) -> None:
    roos = person("Roos")
    make_commitment(
        text="bellen", organisation=organisation_named("De Brug"), by=roos, look_back_on=TODAY
    )
    run_due(NOON)
    assert [name for name, _ in told()] == ["Roos"]


@pytest.mark.parametrize("outcome", ["gelukt", "anders", "los"])
def test_after_it_ended_nobody_is_asked(outcome: str, person: People) -> None:
    roos = person("Roos")
    made = make_commitment(text="bellen", person=roos, look_back_on=TODAY)
    look_back(made, outcome=outcome, by=roos, now=NOON - timedelta(days=1))
    assert [run_due(NOON + timedelta(weeks=weeks)) for weeks in range(20)] == [""] * 20
    with pytest.raises(LookedBackAlready):
        look_back(made, outcome="bezig", by=roos)


def test_what_goes_on_is_asked_about_again_on_its_next_day(person: People) -> None:
    roos = person("Roos")
    made = make_commitment(text="bellen", person=roos, look_back_on=TODAY)
    run_due(NOON)
    look_back(made, outcome="bezig", by=roos, now=NOON)
    assert made.look_back_on == TODAY + timedelta(weeks=6)
    assert run_due(NOON + timedelta(weeks=5)) == ""
    assert run_due(SIX_WEEKS_ON) == "Naar 1 voornemen gevraagd."
    look_back(made, outcome="bezig", by=roos, now=SIX_WEEKS_ON, next_on=date(2027, 2, 1))
    assert made.look_back_on == date(2027, 2, 1)
    look_back(made, outcome="gelukt", learnt="Klein begin.", by=roos, now=SIX_WEEKS_ON + LATER)
    assert [look.outcome for look in made.look_backs.all()] == ["bezig", "bezig", "gelukt"]


def test_two_who_answer_at_once_end_it_once(person: People, team: Team) -> None:
    made = make_commitment(text="bellen", team=team)
    stale = Commitment.objects.get(pk=made.pk)
    look_back(made, outcome="gelukt", by=person("Ada"))
    with pytest.raises(LookedBackAlready):
        look_back(stale, outcome="los", by=person("Ben"))
    assert LookBack.objects.count() == 1


def test_its_words_change_until_it_is_looked_back_on(person: People) -> None:
    roos = person("Roos")
    made = make_commitment(text="bellen", person=roos, look_back_on=TODAY)
    run_due(NOON)
    change_commitment(made, text="mailen", look_back_on=TODAY + timedelta(days=7))
    assert run_due(NOON + timedelta(days=7)) == "Naar 1 voornemen gevraagd."
    look_back(made, outcome="bezig", by=roos)
    with pytest.raises(LookedBackAlready):
        change_commitment(made, text="faxen", look_back_on=TODAY)
    assert Commitment.objects.get().text == "mailen"


def test_who_sees_what(
    person: People, member: People, team: Team, circle: Circle, joined: Any
) -> None:
    roos, ada, guide = person("Roos"), member("Ada"), person("Zoë")
    mate, stranger, keeper = joined(person("Max")), person("Vera"), person("Mo", moderates=True)
    make_commitment(text="eigen", person=roos)
    make_commitment(text="eigen in de kring", person=roos, circle=circle)
    make_commitment(text="kring", person=roos, sight="kring", circle=circle)
    make_commitment(text="openbaar", person=roos, sight="openbaar")
    make_commitment(text="team", team=team, companion=guide)
    make_commitment(text="huis", organisation=organisation_named("De Brug"), by=ada)

    def seen(reader: Any) -> set[str]:
        return set(Commitment.objects.visible_to(reader).values_list("text", flat=True))

    assert seen(roos) == {"eigen", "eigen in de kring", "kring", "openbaar"}
    assert seen(ada) == {"team", "huis", "openbaar"}
    assert seen(guide) == {"team", "openbaar"}
    assert seen(mate) == {"kring", "openbaar"}
    for other in (stranger, keeper, AnonymousUser()):
        assert seen(other) == {"openbaar"}


def test_only_what_others_may_see_is_in_the_index(person: People, circle: Circle) -> None:
    roos = person("Roos")
    make_commitment(text="eigen", person=roos, circle=circle)
    make_commitment(text="kring", person=roos, sight="kring", circle=circle)
    shared = make_commitment(text="openbaar", person=roos, sight="openbaar")
    assert set(Entry.objects.values_list("title", flat=True)) == {"kring", "openbaar"}
    hide(shared, by=None)
    assert set(Entry.objects.values_list("title", flat=True)) == {"kring"}


def test_taken_away_it_is_gone_with_its_notices(person: People) -> None:
    made = make_commitment(
        text="bellen", person=person("Roos"), look_back_on=TODAY, sight="openbaar"
    )
    run_due(NOON)
    take_away(made)
    assert not Commitment.objects.exists() and not Notice.objects.exists()
    assert not Entry.objects.exists()
