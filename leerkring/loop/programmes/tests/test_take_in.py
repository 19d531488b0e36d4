"""Saying yes: everything comes in, the round closes, every team gets its script. Or nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import CharField

from leerkring.foundation.activity.models import Activity
from leerkring.loop.programmes.actions import AlreadyTakenIn, lay_ready, take_in
from leerkring.loop.programmes.intake import HandedFile, Intake, read_intake
from leerkring.loop.programmes.models import IntakeDraft, Participation, Programme
from leerkring.loop.programmes.preview import preview_of
from leerkring.loop.programmes.queries import city_results, team_results
from leerkring.network.figures.models import Figure
from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import District, Person, Team
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.models import Response
from leerkring.practice.scans.results import UnitKind

Read = Callable[..., Intake]
Answers = Callable[..., str]
FIGURES = (
    "Codering,Perioden,WijkenEnBuurten,Gemeentenaam,AantalInwoners\n"
    "WK000101,2024,Havenkwartier,Merestad,12480\n"
)


def everything() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def of(programme: Programme, team: str) -> Participation:
    return programme.participations.get(team__slug=team)


def test_figures_come_in_with_it(programme: Programme, read: Read) -> None:
    take_in(programme, read(districts=FIGURES), by=None)
    assert Figure.objects.get().area_code == "WK000101"
    assert District.objects.get().name == "Havenkwartier"
    assert Team.objects.filter(district__code="WK000101").count() == 3


def test_it_is_written_down_and_the_draft_is_gone(
    programme: Programme, read: Read, person: Callable[[str], Person]
) -> None:
    roos = person("Roos")
    lay_ready(programme, read(), by=roos)
    take_in(programme, read(), by=roos)
    assert not IntakeDraft.objects.exists()
    line = Activity.objects.get(verb="programmes.taken_in")
    assert (line.by, line.sentence) == (roos, "3 teams en 23 antwoorden ingelezen.")


def test_two_who_said_yes_at_once_are_one_intake(programme: Programme, read: Read) -> None:
    as_the_other_saw_it = Programme.objects.get(pk=programme.pk)
    take_in(programme, read(), by=None)
    with pytest.raises(AlreadyTakenIn):
        take_in(as_the_other_saw_it, read(), by=None)


def test_a_fault_after_the_round_closed_leaves_nothing(programme: Programme, read: Read) -> None:
    """The last table to be filled refuses: a team that takes part already."""
    intake = read(districts=FIGURES)
    (oost,) = (team for team in intake.teams if team.name == "Oost")
    (team,) = take_in_teams([replace(oost, district="", members=3)])
    Participation.objects.create(programme=programme, team=team)
    before = everything()
    with pytest.raises(IntegrityError):
        take_in(programme, intake, by=None)
    assert everything() == before
    team.refresh_from_db()
    assert (team.size, team.district) == (3, None)
    programme.refresh_from_db()
    assert programme.round is None
    assert not Response.objects.exists()
    assert not Session.objects.exists()


CASES = {
    "three": {"Noord": 12, "Oost": 7, "Zuid": 4},
    "one would give the other away": {"Noord": 12, "Oost": 12, "Zuid": 2},
    "equal ones": {"Noord": 6, "Oost": 6, "Zuid": 3, "West": 6},
    "all small": {"Noord": 2, "Oost": 3, "Zuid": 4},
    "at the limit": {"Noord": 5, "Oost": 5, "Zuid": 5},
    "nobody in one": {"Noord": 9, "Oost": 9, "Zuid": 0},
}


@pytest.mark.parametrize("people", CASES.values(), ids=CASES)
def test_the_preview_says_what_is_then_withheld(
    programme: Programme,
    read: Read,
    answers_csv: Answers,
    teams_csv: Callable[..., str],
    people: dict[str, int],
) -> None:
    intake = read(teams=teams_csv(*people), answers=answers_csv(people))
    preview = preview_of(intake, k=5)
    take_in(programme, intake, by=None)
    withheld = [unit.name for unit in team_results(programme) if not unit.is_shown]
    assert list(preview.withheld) == withheld
    assert (preview.teams, preview.answers) == (len(people), sum(people.values()))
    assert preview.teams == programme.participations.count()
    assert preview.answers == Response.objects.count()


def test_the_preview_says_so_too_when_nobody_answered_a_whole_side(
    programme: Programme, read: Read
) -> None:
    """Six people answered, and «weet ik niet» to everything: there is nothing to show."""
    silent = "".join(f"Oost,{','.join(['?'] * 6)}\n" for _ in range(6))
    given = read().answers
    rows = "".join(f"Noord,{','.join(map(str, row))}\n" for row in given.values[given.team == 0])
    intake = read(answers=f"team,IK1,IK2,WIJ1,WIJ2,WK1,WK2\n{rows}{silent}")
    preview = preview_of(intake, k=5)
    take_in(programme, intake, by=None)
    withheld = [unit.name for unit in team_results(programme) if not unit.is_shown]
    assert list(preview.withheld) == withheld
    assert "Oost" in withheld


def test_the_preview_counts_organisations_and_figures(read: Read) -> None:
    preview = preview_of(read(districts=FIGURES), k=5)
    assert (preview.organisations, preview.figures) == (1, 1)
    assert preview.municipalities == ("Merestad",)


def test_the_largest_unit_of_the_city_comes_first(
    programme: Programme, read: Read, teams_csv: Callable[..., str]
) -> None:
    """Also when a town comes before it in the alphabet."""
    more = "Oost,Nabij,,Aalstad,12\nZuid,Nabij,,Aalstad,12\n"
    take_in(programme, read(teams=teams_csv("Noord") + more), by=None)
    named = [(unit.kind, unit.name) for unit in city_results(programme)]
    assert named == [
        (UnitKind.MUNICIPALITY, "Alle gemeenten"),
        (UnitKind.MUNICIPALITY, "Aalstad"),
        (UnitKind.MUNICIPALITY, "Merestad"),
        (UnitKind.ORGANISATION, "Dichtbij"),
        (UnitKind.ORGANISATION, "Nabij"),
    ]


def too_long() -> list[str]:
    """Texts that only SQLite would keep: PostgreSQL refuses them."""
    return [
        f"{field}: {value}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, CharField) and field.max_length
        for value in model._default_manager.values_list(field.name, flat=True)
        if value and len(value) > field.max_length
    ]


def test_the_longest_names_there_may_be_fit(
    started: Callable[..., Programme],
    handed: Callable[..., dict[str, bytes]],
    teams_csv: Callable[..., str],
    answers_csv: Answers,
) -> None:
    name = "n" * 120
    teams = teams_csv(name, organisation="o" * 120, town="g" * 120)
    files = handed(teams=teams, answers=answers_csv({name: 6}))
    long = "v" * 200 + ".csv"
    intake = read_intake(**{key: HandedFile(long, data) for key, data in files.items()})
    take_in(started("p" * 160), intake, by=None)
    assert too_long() == []
