"""What somebody of the house finds on the front page: what waits, and nothing that is done."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.moderation.models import Decision
from leerkring.foundation.notifications.mailbox_actions import hold, mail_again
from leerkring.loop.newspapers.actions import approve
from leerkring.loop.newspapers.desk_steps import steps
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.recalling_actions import recall
from leerkring.loop.newspapers.tasks import run_due
from leerkring.loop.programmes.models import Participation
from leerkring.practice.gatherings.actions import add_quote
from leerkring.practice.scans.results import Audience
from leerkring.site.agenda import tasks_of
from leerkring.site.own_teams import own_teams
from tests.cast import World

AsMember = Callable[[str], Client]
BEFORE = datetime(2026, 10, 1, tzinfo=UTC)
AFTER = datetime(2026, 11, 1, tzinfo=UTC)


def told(world: World, person: str, now: datetime) -> list[tuple[str, str]]:
    return [(task.about, task.title) for task in tasks_of(world.people[person], now)]


def sentences(world: World, person: str) -> list[str]:
    return [task.sentence for task in tasks_of(world.people[person], AFTER)]


def test_a_facilitator_prepares_what_comes_and_finishes_what_was(world: World) -> None:
    teams = ["Wijkteam Carnisse", "Wijkteam Hillesluis"]
    for now, title in ((BEFORE, "Bereid de sessie voor"), (AFTER, "Maak de krant af")):
        assert sorted(told(world, "facilitator", now)) == [(team, title) for team in teams]


def test_a_team_whose_paper_is_out_has_nothing_to_do(world: World) -> None:
    assert told(world, "professional", AFTER) == []


def test_a_team_is_asked_to_read_a_paper_that_nobody_agreed_with(world: World) -> None:
    Publication.objects.all().delete()
    world.editions["own"].approvals.all().delete()
    expected = [("Wijkteam Bloemhof-Noord", "Lees de krant en geef akkoord")]
    assert told(world, "professional", AFTER) == expected


def test_a_paper_that_was_taken_off_the_site_is_work_again(world: World) -> None:
    for publication in world.editions["own"].publications.all():
        recall(publication, by=None)
    expected = [("Wijkteam Bloemhof-Noord", "Lees de krant en geef akkoord")]
    assert told(world, "professional", AFTER) == expected


def test_who_facilitated_finds_that_a_paper_was_taken_off_the_site_and_why(world: World) -> None:
    edition = world.editions["own"]
    session = edition.participation.session
    for publication in edition.publications.all():
        recall(publication, by=None)
    Decision.objects.create(
        about="newspapers.publication",
        about_id=str(edition.publications.all()[0].pk),
        outcome="weg",
        to_writer="Er staat een naam in.",
    )
    (mine,) = tasks_of(world.people["professional"], AFTER)
    leader = session.facilitator
    (led,) = [task for task in tasks_of(leader, AFTER) if task.about == mine.about]
    assert (mine.title, led.title) == ("Lees de krant en geef akkoord", "Pas de krant aan")
    for task in (mine, led):
        assert "haalde haar van de site: «Er staat een naam in.»" in task.sentence
    approve(edition, audience=Audience.TEAM, by=None)
    (led,) = [task for task in tasks_of(leader, AFTER) if task.about == mine.about]
    assert (led.title, led.sentence) == ("Maak de krant af", "Het team is akkoord.")


def test_an_agreement_counts_until_the_paper_reads_otherwise(world: World) -> None:
    Publication.objects.all().delete()
    own, led = world.editions["own"], world.editions["led"]
    for edition in (own, led):
        approve(edition, audience=Audience.TEAM, by=None)
    assert told(world, "professional", AFTER) == []
    assert "Het team is akkoord." in sentences(world, "facilitator")
    for edition in (own, led):
        add_quote(
            edition.participation.session,
            entry_id=uuid4(),
            text="Wij bellen eerst.",
            speaker="ouder",
        )
    run_due(timezone.now() + timedelta(minutes=2))
    (task,) = tasks_of(world.people["professional"], AFTER)
    assert task.title == "Lees de krant en geef akkoord"
    assert task.sentence.startswith("Hij is veranderd sinds jullie akkoord.")
    assert "Het team is akkoord." not in sentences(world, "facilitator")
    approve(own, audience=Audience.TEAM, by=None)
    assert told(world, "professional", AFTER) == []


def test_a_team_in_three_programmes_is_one_team_with_three_programmes(world: World) -> None:
    team = world.teams["own"].team
    for programme in (world.waiting, world.asking):
        Participation.objects.create(programme=programme, team=team)
    (own,) = own_teams(world.people["professional"])
    assert own.team == team
    assert {row.programme for row in own.rows} == {world.programme, world.waiting, world.asking}


def test_a_coordinator_begins_a_round_and_plans_sessions(world: World) -> None:
    assert "Voorjaarsronde" in [about for about, _ in told(world, "coordinator", AFTER)]
    undated = world.programme.participations.filter(session__starts_at=None).count()
    assert (str(world.programme), f"Plan nog {undated} sessies") in told(
        world, "coordinator", AFTER
    )


def test_an_adviser_is_asked_for_an_advice_once_there_are_results(world: World) -> None:
    assert told(world, "adviser", AFTER) == []
    world.programme.advices.all().delete()
    assert told(world, "adviser", AFTER) == [(str(world.programme), "Maak het scholingsadvies")]


def test_the_front_page_opens_with_a_paper_that_its_reader_may_read(world: World) -> None:
    assert Client().get("/").context["lead"] == world.papers["own"]


def test_home_says_that_mail_was_refused_until_it_comes_again(
    world: World, as_member: AsMember
) -> None:
    browser, person = as_member("manager"), world.people["manager"]
    refused = "Onze mail komt niet bij je aan"
    assert refused not in browser.get(reverse("home")).content.decode()
    hold(person)
    shown = browser.get(reverse("home")).content.decode()
    assert refused in shown and person.email in shown and reverse("account_email") in shown
    mail_again(person)
    assert refused not in browser.get(reverse("home")).content.decode()


def test_a_desk_is_at_one_step_at_a_time() -> None:
    for (agreed, out), states in {
        (False, False): ["current", "coming", "coming"],
        (True, False): ["done", "done", "current"],
        (True, True): ["done", "done", "done"],
    }.items():
        assert [step["state"] for step in steps(is_agreed=agreed, is_out=out)] == states
