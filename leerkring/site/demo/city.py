"""Build the invented city through the same actions that people use; once, and it stays."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.tables.reading import read_table
from leerkring.loop.advice.actions import give_advice, take_in_offers
from leerkring.loop.advice.offer_files import demo_catalogue
from leerkring.loop.newspapers.actions import publish_city_paper
from leerkring.loop.programmes.actions import overrule, start_programme
from leerkring.loop.programmes.emphasis import choose
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.network.figures.rotterdam import rotterdam_2024
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person, Team
from leerkring.network.people.slugs import slugs
from leerkring.network.people.team_files import read_teams
from leerkring.practice.gatherings.actions import arrange
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.results import Audience
from leerkring.site.demo import content, week
from leerkring.site.demo.answers import draw_answers
from leerkring.site.demo.gatherings.building import build_meetings
from leerkring.site.demo.half_a_year import first_round, second_round
from leerkring.site.demo.open_round import open_second_round
from leerkring.site.demo.platform.building import build_platform
from leerkring.site.demo.spring_week import plan_spring_week

SEED = 2026
BUDGET = 90_000
PLACES = ("Huis van de Wijk", "Bibliotheek", "Buurtcentrum", "Wijkgebouw")


def build_city(today: date | None = None) -> None:
    """The whole demo, unless it is there already. The week was some weeks before `today`."""
    if not Programme.objects.exists():
        with transaction.atomic():
            _build(monday_before(today or timezone.localdate()))


def monday_before(today: date) -> date:
    """The Monday on which the invented week began, six weeks ago."""
    day = today - timedelta(weeks=6)
    return day - timedelta(days=day.weekday())


def _build(monday: date) -> None:
    people = {person.key: _person(person) for person in content.demo_people()}
    coordinator = people["coordinator"]
    everything = demo_intake()
    before = first_round(everything, monday=monday, by=coordinator)
    programme = start_programme(
        name="Week van het Wijkteam",
        municipality="Rotterdam",
        starts_on=monday,
        ends_on=monday + timedelta(weeks=8, days=4),
        budget=BUDGET,
        by=coordinator,
        follows=before,
    )
    Role.objects.create(programme=programme, person=people["adviser"], kind=Role.Kind.ADVISER)
    second_round(programme, everything, by=coordinator)
    _put_people_in_teams(people, since=monday - timedelta(weeks=40))
    _plan(programme, people["facilitator"])
    _overrule(programme)
    week.hold_sessions(programme, monday)
    week.bring_out_papers(programme, monday, by=coordinator)
    publish_city_paper(programme, audience=Audience.PUBLIC, by=coordinator)
    take_in_offers(programme, demo_catalogue())
    give_advice(programme, budget=BUDGET, by=people["adviser"])
    today = monday + timedelta(weeks=6)
    spring = open_second_round(everything, today=today, by=coordinator, follows=programme)
    build_platform(people, today)
    plan_spring_week(spring, today=today, by=coordinator)
    build_meetings(people)


def demo_intake() -> Intake:
    """Teams from the demo's file, answers drawn from its model, figures of CBS."""
    path = content.FILES / "teams.csv"
    teams = read_teams(read_table(path, path.name))
    keys = slugs([team.name for team in teams])
    answers = draw_answers(content.demo_model(), built_in(), SEED)
    order = {team.name: key for team, key in zip(teams, keys, strict=True)}
    return Intake(
        instrument=built_in(),
        teams=teams,
        answers=replace(answers, teams=tuple(order[name] for name in answers.teams)),
        figures=rotterdam_2024(),
        slugs=keys,
    )


def _person(entry: content.DemoPerson) -> Person:
    person = Person.objects.create_user(entry.email, entry.name)
    person.introduction = entry.introduction
    person.starts_programmes = person.moderates = entry.key == "coordinator"
    person.save(update_fields=["introduction", "starts_programmes", "moderates"])
    return person


def _put_people_in_teams(people: dict[str, Person], *, since: date) -> None:
    for entry in content.demo_people():
        if entry.team:
            team = Team.objects.get(name=entry.team)
            join_team(person=people[entry.key], team=team, since=since)


def _plan(programme: Programme, facilitator: Person) -> None:
    """Every team on its day of the week; the facilitator of the cast takes one in six."""
    told = content.demo_sessions(programme.starts_on)
    for number, participation in enumerate(programme.participations.select_related("session")):
        entry = told.get(participation.team.name)
        coming = programme.ends_on - timedelta(days=number % 4)
        day = entry.day if entry and entry.held else coming
        start = datetime.combine(day, time(9 if number % 2 else 13, 0))
        arrange(
            participation.session,
            facilitator=facilitator if number % 6 == 0 else None,
            starts_at=timezone.make_aware(start),
            place=PLACES[number % len(PLACES)],
        )


def _overrule(programme: Programme) -> None:
    for entry in content.demo_overrulings():
        participation = Participation.objects.select_related(
            "team", "session", "programme", "tailoring"
        ).get(programme=programme, team__name=entry.team)
        advice = advice_from_json(participation.tailoring.advice)
        overrule(participation, choose(advice, entry.shares, entry.reason), by=None)
