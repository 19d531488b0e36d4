"""Every list asks the database as often for three rows as for one, within a budget per page."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.loop.advice.actions import take_in_offers
from leerkring.loop.advice.models import TrainingAdvice
from leerkring.loop.newspapers.models import Article, Audience, Edition, Publication
from leerkring.loop.programmes.export_actions import take_out_figures
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.loop.programmes.role_actions import give_role
from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.network.figures.models import Figure
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person, Team
from leerkring.practice.gatherings import actions as gatherings
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.models import FrozenResult
from tests.access_table import addresses
from tests.cast import World, an_offer, write_in

AsMember = Callable[[str], Client]


def queries_of(browser: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = browser.get(url)
    assert response.status_code == 200, url
    return len(captured)


def more_teams(world: World, numbers: range) -> None:
    """Teams with a session that was held, in the programme."""
    first = world.teams["own"].team
    for number in numbers:
        team = Team.objects.create(
            name=f"Wijkteam {number}",
            slug=f"wijkteam-{number}",
            organisation=first.organisation,
            municipality=first.municipality,
            district=first.district,
        )
        session = Session.objects.create(
            team=team,
            facilitator=world.people["facilitator"],
            starts_at=datetime(2026, 10, 7, 9, tzinfo=UTC),
        )
        write_in(session, 10 + number, by=None)
        Participation.objects.create(programme=world.programme, team=team, session=session)


def more_papers(world: World, numbers: range) -> None:
    shown = world.papers["own"]
    for number in numbers:
        edition = Edition.objects.create(
            programme=world.programme, participation=world.teams["own"], number=2 + number
        )
        Publication.objects.create(
            edition=edition,
            audience=Audience.PUBLIC,
            title=f"{shown.title} {number}",
            headline=shown.headline,
            content=shown.content,
            pdf=shown.pdf.name,
        )


def more_programmes(world: World, numbers: range) -> None:
    for number in numbers:
        programme = Programme.objects.create(
            name=f"Programma {number}",
            slug=f"programma-{number}",
            municipality=world.programme.municipality,
            starts_on=date(2027, 1, 1),
            ends_on=date(2027, 1, 2),
        )
        for key in ("coordinator", "professional"):
            Role.objects.create(
                programme=programme, person=world.people[key], kind=Role.Kind.COORDINATOR
            )


def more_teams_of_one_person(world: World, numbers: range) -> None:
    more_teams(world, numbers)
    for number in numbers:
        team = Team.objects.get(slug=f"wijkteam-{number}")
        join_team(person=world.people["professional"], team=team, since=date(2026, 1, 5))


def more_harvest(world: World, numbers: range) -> None:
    session = world.teams["own"].session
    for number in numbers:
        text = f"Nummer {number}."
        gatherings.add_quote(session, entry_id=uuid4(), text=text, speaker="Wouter")
        gatherings.add_commitment(
            session, entry_id=uuid4(), text=text, who="wij", look_back_on=None
        )
    gatherings.wish_for(session, ["contact", "verbinden", "signaleren"][: numbers.stop])


def more_articles(world: World, numbers: range) -> None:
    edition = world.editions["own"]
    for number in numbers:
        slot = ("ik-waar", "wij-willen", "wijk-beeld")[number]
        Article.objects.create(edition=edition, slot=slot, headline=f"Kop {number}")


def more_offers(world: World, numbers: range) -> None:
    take_in_offers(world.programme, [an_offer(f"A{n}", "contact") for n in range(numbers.stop)])


def more_advices(world: World, numbers: range) -> None:
    for _ in numbers:
        TrainingAdvice.objects.create(programme=world.programme, content=world.advice.content)


def more_results(world: World, numbers: range) -> None:
    """Organisations in the frozen results of the city."""
    row = FrozenResult.objects.filter(round=world.programme.round, kind="organisatie").first()
    for number in numbers:
        for audience in ("team", "openbaar"):
            FrozenResult.objects.create(
                round=row.round,
                audience=audience,
                kind=row.kind,
                unit=f"rotterdam/{number}",
                content=row.content,
            )


def more_figures(world: World, numbers: range) -> None:
    area = world.teams["own"].team.district.code
    for number in numbers:
        key = list(DEFINITIONS)[number]
        Figure.objects.create(key=key, area_code=area, period="2024", source="CBS", value=1)


def more_exports(world: World, numbers: range) -> None:
    for _ in numbers:
        take_out_figures(world.programme, form="csv", by=world.people["coordinator"])


def more_roles(world: World, numbers: range) -> None:
    for number in numbers:
        person = Person.objects.create_user(f"rol-{number}@voorbeeld.invalid", f"Rol {number}")
        give_role(world.programme, person=person, kind=Role.Kind.ANALYST, by=None)


# page, what it is about, who looks, what there is more of, how many queries it may cost
PAGES = [
    ("home", "-", "visitor", more_papers, 7),
    ("home", "-", "professional", more_papers, 26),
    ("home", "-", "professional", more_teams_of_one_person, 26),
    ("home", "-", "coordinator", more_programmes, 25),
    ("home", "-", "facilitator", more_teams, 25),
    ("programmes:list", "-", "coordinator", more_programmes, 4),
    ("programme", "programme", "coordinator", more_teams, 8),
    ("programme", "programme", "professional", more_teams, 9),
    ("city", "programme", "coordinator", more_results, 7),
    ("team", "team own", "professional", more_papers, 14),
    ("team", "team own", "coordinator", more_figures, 14),
    ("session", "session own", "facilitator", more_harvest, 19),
    ("programmes:emphasis", "team own", "professional", more_papers, 5),
    ("programmes:plan", "team own", "coordinator", more_teams, 5),
    ("programmes:intake", "waiting", "coordinator", more_teams, 6),
    ("programmes:intake_preview", "waiting draft", "coordinator", more_teams, 7),
    ("programmes:exports", "programme", "coordinator", more_exports, 9),
    ("programmes:exports", "programme", "adviser", more_teams, 9),
    ("programmes:roles", "programme", "coordinator", more_roles, 6),
    ("newspapers:list", "-", "visitor", more_papers, 1),
    ("newspapers:list", "-", "professional", more_papers, 4),
    ("newspapers:paper", "paper own", "visitor", more_papers, 2),  # one of reactions
    ("newspapers:pdf", "paper own", "visitor", more_papers, 1),
    ("newspapers:photo", "photo own", "visitor", more_papers, 1),
    ("newspapers:desk", "desk own", "facilitator", more_harvest, 20),
    ("newspapers:desk", "desk own", "facilitator", more_articles, 20),
    ("newspapers:proof", "desk own", "facilitator", more_harvest, 14),
    ("advice:show", "programme", "adviser", more_offers, 7),
    ("advice:show", "programme", "adviser", more_advices, 7),
    ("advice:csv", "programme", "adviser", more_advices, 5),
    ("gatherings:forms", "-", "visitor", more_teams, 0),
    ("gatherings:photo_file", "session own", "facilitator", more_harvest, 4),
]


@pytest.mark.parametrize(("page", "about", "person", "more", "budget"), PAGES)
def test_a_page_costs_the_same_for_one_row_and_for_three(
    page: str,
    about: str,
    person: str,
    more: Callable[[World, range], None],
    budget: int,
    world: World,
    as_member: AsMember,
) -> None:
    browser, url = as_member(person), reverse(page, kwargs=addresses(world)[about])
    more(world, range(1))
    few = queries_of(browser, url)
    more(world, range(1, 3))
    many = queries_of(browser, url)
    assert few == many <= budget


def test_the_page_of_a_programme_with_forty_two_teams(world: World, as_member: AsMember) -> None:
    more_teams(world, range(42 - world.programme.participations.count()))
    url = reverse("programme", kwargs=addresses(world)["programme"])
    browser = as_member("coordinator")
    assert queries_of(browser, url) <= 9
    assert browser.get(url).content.decode().count("<tr>") == 43
