"""Whoever promises says yes; whom it was promised to says how it went, and the two may differ."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.models import Delivery, Notice
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.network.circles.models import Circle
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.practice.agreements.actions import (
    NobodySpeaks,
    NotNow,
    Promised,
    confirm,
    end,
    promise,
    refuse,
)
from leerkring.practice.agreements.models import Agreement, Score, Side
from leerkring.practice.agreements.queries import in_disagreement, waiting_for
from leerkring.practice.agreements.rules import is_open_point, may_settle
from leerkring.practice.agreements.scoring_actions import answer, score, settle
from leerkring.practice.agreements.tasks import run_due
from leerkring.practice.agreements.tests.conftest import START, People

SIX, TWELVE = START + timedelta(weeks=6), START + timedelta(weeks=12)
DAY = timedelta(days=1)


def told() -> list[tuple[str, str]]:
    rows = Notice.objects.select_related("person", "occasion").order_by("pk")
    return [(str(row.person), row.occasion.event) for row in rows]


def test_made_by_who_promises_it_is_agreed_at_once(agreed: Any) -> None:
    assert agreed().is_agreed
    assert told() == [("Tim", "agreements.decided")]


def test_asked_for_it_waits_for_a_yes(agreed: Any, team: Person, school: Person) -> None:
    asked = agreed(by=team)
    assert not asked.is_agreed and told() == [("Sanne", "agreements.proposed")]
    assert list(waiting_for(school, timezone.localdate(START))) == [asked]
    assert run_due(TWELVE) == ""
    confirm(asked, by=school, now=START)
    assert told()[1:] == [("Tim", "agreements.decided")]
    with pytest.raises(NotNow):
        refuse(asked, by=school)


def test_who_made_the_circle_silent_gets_no_mail_also_where_the_circle_reads_nothing(
    agreed: Any, team: Person, school: Person, circle: Circle
) -> None:
    set_loudness(school, circle.pk, Loudness.SILENT)
    assert not agreed(by=team).is_for_circle
    told_to = Notice.objects.get(person=school)
    assert told_to.is_on_site and not Delivery.objects.filter(person=school).exists()
    assert told_to.occasion.circle == circle.pk
    assert "Belofte" not in told_to.occasion.unquoted


def test_a_no_is_told_and_holds(agreed: Any, team: Person, school: Person) -> None:
    asked = agreed(by=team)
    refuse(asked, by=school, text="Geen mensen.")
    assert told()[1:] == [("Tim", "agreements.decided")]
    assert list(waiting_for(school, timezone.localdate(START))) == []
    with pytest.raises(NotNow):
        confirm(asked, by=school)


def test_both_sides_need_somebody_and_a_stranger_makes_nothing(
    circle: Circle, school: Person, team: Person, person: People
) -> None:
    parties = {"promiser": None, "receiver": organisation_named("Het Wijkteam")}
    words = Promised("Bellen", "Een belletje.", circle=circle)
    for by, promising, receiving in (
        (school, [], [team]),
        (school, [school], []),
        (person("Vera"), [school], [team]),
    ):
        with pytest.raises(NobodySpeaks):
            promise(words, **parties, promising=promising, receiving=receiving, by=by)
    assert not Agreement.objects.exists()


def test_no_organisation_promises_itself_something(circle: Circle) -> None:
    house = organisation_named("De School")
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(
            task="x", expectation="y", promiser=house, receiver=house, made_at=START
        )


def test_the_receiver_is_asked_after_six_and_twelve_weeks_once_each(agreed: Any) -> None:
    agreed()
    Notice.objects.all().delete(), Delivery.objects.all().delete()
    assert run_due(SIX - DAY) == ""
    assert run_due(SIX) == "Over 1 afspraak gevraagd hoe het ging."
    assert [run_due(SIX + number * DAY) for number in range(40)] == [""] * 40
    assert run_due(TWELVE).startswith("Over 1")
    assert run_due(TWELVE + DAY) == "" and Delivery.objects.count() == 2
    assert told() == [("Tim", "agreements.to_score")] * 2


def test_a_worker_that_slept_asks_only_about_the_last_moment(agreed: Any) -> None:
    agreed()
    Notice.objects.all().delete()
    run_due(TWELVE + DAY), run_due(TWELVE + 2 * DAY)
    assert told() == [("Tim", "agreements.to_score")]


def test_of_what_ended_nobody_is_asked(agreed: Any, school: Person) -> None:
    agreement = agreed()
    end(agreement, by=school, text="Klaar.")
    assert run_due(SIX) == run_due(TWELVE) == ""
    with pytest.raises(NotNow):
        end(agreement, by=school)


def test_it_is_scored_twice_and_never_before_its_time(
    agreed: Any, team: Person, school: Person
) -> None:
    agreement = agreed()
    with pytest.raises(NotNow):
        score(agreement, kept="na", sentence="Ja.", by=team, now=SIX - DAY)
    first = score(agreement, kept="deels", sentence="Soms.", by=team, now=SIX)
    assert (first.week, told()[-1]) == (6, ("Sanne", "agreements.scored"))
    with pytest.raises(NotNow):
        score(agreement, kept="na", sentence="Ja.", by=team, now=SIX + DAY)
    assert list(waiting_for(team, timezone.localdate(SIX))) == []
    assert list(waiting_for(team, timezone.localdate(TWELVE))) == [agreement]
    assert score(agreement, kept="na", sentence="Ja.", by=team, now=TWELVE).week == 12
    assert run_due(TWELVE + DAY) == ""


def open_points(now: Any, **where: Any) -> list[Agreement]:
    """As the query says and as the rule says."""
    found = list(in_disagreement(now=now, **where))
    by_rule = {row.agreement for row in Score.objects.all() if is_open_point(row, now)}
    assert where or set(found) == by_rule
    return found


@pytest.mark.parametrize(
    ("kept", "stance", "at_once", "later"),
    [
        ("na", None, False, False),
        ("na", "anders", True, True),
        ("deels", None, False, True),
        ("niet", "klopt", False, False),
        ("niet", "anders", True, True),
    ],
)
def test_where_the_two_differ_is_a_point_for_the_next_meeting(
    kept: str, stance: str | None, at_once: bool, later: bool, agreed: Any, team: Person,
    school: Person,
) -> None:  # fmt: skip
    made = score(agreed(), kept=kept, sentence="Zo.", by=team, now=SIX)
    if stance:
        answer(made, stance=stance, text="Wij belden.", by=school, now=SIX)
        with pytest.raises(NotNow):
            answer(made, stance="klopt", by=school)
    assert bool(open_points(SIX + DAY)) is at_once
    assert bool(open_points(SIX + 15 * DAY)) is later


def test_it_is_found_by_circle_and_by_organisation(
    agreed: Any, team: Person, school: Person, circle: Circle
) -> None:
    made = score(agreed(), kept="niet", sentence="Nee.", by=team, now=SIX)
    answer(made, stance="anders", text="Wel.", by=school)
    other = Circle.objects.create(
        kind="werkgroep", name="A", slug="a", purpose="b", joining="vrij", visibility="leden"
    )
    assert open_points(SIX, circle=circle) and not open_points(SIX, circle=other)
    assert open_points(SIX, organisations=[organisation_named("De School")])
    assert not open_points(SIX, organisations=[organisation_named("De Kapper")])


def test_settled_it_is_a_point_no_more(agreed: Any, team: Person, school: Person) -> None:
    made = score(agreed(), kept="niet", sentence="Nee.", by=team, now=SIX)
    with pytest.raises(NotNow):
        settle(made, text="Niets.", by=team, now=SIX)
    answer(made, stance="anders", text="Wel.", by=school)
    settle(made, text="We bellen op maandag.", by=team, now=SIX)
    assert open_points(TWELVE) == []
    with pytest.raises(NotNow):
        settle(made, text="Nog eens.", by=team)


def test_who_promised_cannot_settle_alone(agreed: Any, person: People, team: Person) -> None:
    agreement = agreed()
    guide, member = person("Gerda", "De Gemeente", "facilitator"), person("Mia", "De GGD")
    school = agreement.contacts.get(side=Side.PROMISES).person
    allowed = [may_settle(one, agreement) for one in (team, guide, school, member)]
    assert allowed == [True, True, False, False]


def test_only_the_two_see_it_unless_the_circle_may_read_along(
    agreed: Any, team: Person, school: Person, person: People
) -> None:
    member, stranger = person("Mia", "De GGD"), person("Vera")
    closed, shared, asked = agreed(), agreed(is_for_circle=True), None
    asked = agreed(by=team, is_for_circle=True)

    def seen(reader: Any) -> set[int]:
        return set(Agreement.objects.visible_to(reader).values_list("pk", flat=True))

    assert seen(team) == seen(school) == {closed.pk, shared.pk, asked.pk}
    assert seen(member) == {shared.pk}
    assert seen(stranger) == seen(AnonymousUser()) == seen(person("Mo", moderates=True)) == set()
