"""The same people over rounds: who joins their keys may count, once, and leaves no trace."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from leerkring.practice.answering.actions import finish, launch_round
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.joining_actions import USE, Joined, join
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Draft, Invitee, Link, OwnLine
from leerkring.practice.answering.own_lines import own_line, write_line
from leerkring.practice.answering.own_scores import own_result
from leerkring.practice.answering.tests.conftest import Asked, fill
from leerkring.practice.scans.actions import open_round
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.models import ComparedPerson, Response, Round

NEXT = date(2027, 4, 30)


def answered(asked: Asked, value: int, name: str = "Noord", person: int = 1) -> Secret:
    door = asked.door(name, person)
    fill(door, *[value] * 36)
    return finish(door)


@pytest.fixture
def keys(asked: Asked) -> list[Secret]:
    """Of eight people of Noord in the first round, which is closed then."""
    keys = [answered(asked, 2, person=person) for person in range(1, 9)]
    end_round(asked.round, by=None)
    return keys


@pytest.fixture
def later(asked: Asked, keys: list[Secret], at: Callable[..., None]) -> Asked:
    """The same teams half a year on."""
    at(2027, 4, 1, 10, 0)
    teams = list(asked.teams.values())
    round_ = open_round(
        name="Voorjaar", instrument=built_in(), teams=teams, on=NEXT, previous=asked.round
    )
    people = [
        (team, f"{name}{number}@voorbeeld.nl".lower())
        for name, team in asked.teams.items()
        for number in range(1, 9)
    ]
    launch_round(round_, people=people, until=NEXT, welcome="", by=None)
    return Later(round_, asked.teams)


class Later(Asked):
    def door(self, name: str = "Noord", person: int = 1) -> Secret:
        team = self.teams[name]
        email = f"{name}{person}@voorbeeld.nl".lower()
        invitee = Invitee.objects.get(round=self.round, team=team, email=email)
        secret = Secret.new()
        Link.objects.create(pk=secret.name("link"), round=self.round, team=team, invitee=invitee)
        return secret


def test_who_says_yes_is_told_of_as_a_team_and_a_difference(
    later: Asked, keys: list[Secret]
) -> None:
    newer = answered(later, 4)
    assert join(keys[0], newer, compare=True) == Joined(is_joined=True, is_compared=True)
    row = ComparedPerson.objects.get()
    assert (row.round, row.team) == (later.round, later.teams["Noord"])
    first, second = own_line(keys[0]) or []
    assert row.change == {
        score.dimension.value: pytest.approx(score.score - before.score)
        for before, score in zip(first.dimensions, second.dimensions, strict=True)
        if score.score is not None and before.score is not None
    }
    assert set(row.change) == set(Dimension)
    assert row.person == keys[0].name(USE)


def test_without_a_yes_the_lines_are_joined_and_nothing_is_counted(
    later: Asked, keys: list[Secret]
) -> None:
    assert join(keys[0], answered(later, 4)) == Joined(is_joined=True)
    assert not ComparedPerson.objects.exists()


def test_of_another_team_nobody_is_compared(later: Asked, keys: list[Secret]) -> None:
    newer = answered(later, 4, name="Oost")
    assert not join(keys[0], newer, compare=True).is_compared


def test_after_closing_lines_are_joined_and_nothing_is_counted(
    later: Asked, keys: list[Secret]
) -> None:
    newer = answered(later, 4)
    end_round(later.round, by=None)
    assert join(keys[0], newer, compare=True) == Joined(is_joined=True)
    assert not ComparedPerson.objects.exists()


def test_a_round_without_an_earlier_one_compares_nobody(asked: Asked) -> None:
    older, newer = answered(asked, 2), answered(asked, 4, person=2)
    assert not join(older, newer, compare=True).is_compared


def test_a_line_from_before_we_kept_the_round_is_joined_all_the_same(later: Asked) -> None:
    older = Secret(bytes(16))
    sheet = bytes([2] * 36)
    write_line(older, [own_result(built_in(), sheet, round_name="Toen", month="2026-10")])
    assert join(older, answered(later, 4), compare=True) == Joined(is_joined=True)


def test_one_person_counts_once_however_keys_are_joined(later: Asked, keys: list[Secret]) -> None:
    """Through a colleague's older key, and through a key of a round in between."""
    assert join(keys[0], answered(later, 4), compare=True).is_compared
    assert not join(keys[1], keys[0], compare=True).is_compared
    between = Secret(bytes(16))
    sheet = bytes([2] * 36)
    write_line(between, [own_result(built_in(), sheet, round_name="x", month="2026-12")])
    assert not join(between, keys[1], compare=True).is_compared
    assert not join(between, answered(later, 5, person=2), compare=True).is_compared
    assert ComparedPerson.objects.count() == 1


def test_the_other_way_round_nobody_counts(later: Asked, keys: list[Secret]) -> None:
    assert join(answered(later, 4), keys[0], compare=True) == Joined(is_joined=True)
    assert not ComparedPerson.objects.exists()


def test_when_the_round_closes_no_difference_of_a_person_is_left(
    later: Asked, keys: list[Secret]
) -> None:
    for person in (1, 2):
        join(keys[person - 1], answered(later, 3, person=person), compare=True)
    assert ComparedPerson.objects.count() == 2
    end_round(later.round, by=None)
    assert not ComparedPerson.objects.exists()


class TestNoTrace:
    """What a reader of the whole database could lay beside each other."""

    def test_rows_stand_in_an_order_that_says_nothing_of_who_came_last(
        self, later: Asked, keys: list[Secret]
    ) -> None:
        for person in (3, 1, 4, 2):
            seen = set(ComparedPerson.objects.values_list("pk", flat=True))
            join(keys[person - 1], answered(later, 3, person=person), compare=True)
            names = list(ComparedPerson.objects.order_by().values_list("person", flat=True))
            assert stored("scans_comparedperson", "person") == sorted(names)
            now = set(ComparedPerson.objects.values_list("pk", flat=True))
            assert not seen & now, "an old name tells which row is new"

    def test_no_time_and_no_way_to_a_link_a_line_or_an_answer(
        self, later: Asked, keys: list[Secret]
    ) -> None:
        door = later.door()
        fill(door, *[4] * 36)
        newer = finish(door)
        join(keys[0], newer, compare=True)
        kinds = {field.get_internal_type() for field in ComparedPerson._meta.fields}
        assert not kinds & {"DateTimeField", "DateField", "TimeField", "BigAutoField"}
        (row,) = ComparedPerson.objects.values_list("id", "person")
        others = {
            str(pk)
            for model in (Response, Draft, Link, OwnLine, Invitee)
            for pk in model.objects.values_list("pk", flat=True)
        }
        assert not others & {str(value) for value in row}
        for secret in (door, newer):
            assert row[1] not in {secret.name(use) for use in (USE, "line", "link", "draft")}

    def test_joining_leaves_no_record_of_what_happened(
        self, later: Asked, keys: list[Secret]
    ) -> None:
        newer = answered(later, 4)
        before = activities()
        join(keys[0], newer, compare=True)
        assert activities() == before


def stored(table: str, column: str) -> list[str]:
    """A column as the database itself keeps its rows: in SQLite by rowid, in PostgreSQL by ctid."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY {place}")
        return [value for (value,) in cursor.fetchall()]


def activities() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM activity_activity")
        return int(cursor.fetchone()[0])


class TestPages:
    def test_the_yes_is_asked_for_and_not_given_beforehand(
        self, later: Asked, keys: list[Secret], client: Client
    ) -> None:
        door = later.door()
        fill(door, *[4] * 36)
        finish(door)
        page = client.get(reverse("answering:result", args=[door.link])).content.decode()
        box = re.search(r"<input[^>]*name=\"compare\"[^>]*>", page)
        assert box
        assert "checked" not in box[0]
        assert "Tel mij mee bij: dezelfde mensen, vorige keer en nu" in page

    def test_a_first_round_does_not_ask(self, asked: Asked, client: Client) -> None:
        door = asked.door()
        fill(door, *[4] * 36)
        finish(door)
        page = client.get(reverse("answering:result", args=[door.link])).content.decode()
        assert 'name="compare"' not in page

    @pytest.mark.parametrize(("said", "told"), [("yes", "Je telt mee"), ("", "")])
    def test_joining_says_whether_one_counts(
        self, said: str, told: str, later: Asked, keys: list[Secret], client: Client
    ) -> None:
        form = {"key": keys[0].words, "newer": answered(later, 4).words, "compare": said}
        page = client.post(reverse("answering:line_joined"), form).content.decode()
        assert told in page
        assert ("Je telt mee" in page) == bool(told)
        assert ComparedPerson.objects.count() == bool(told)

    def test_who_can_not_be_counted_is_told_so(
        self, later: Asked, keys: list[Secret], client: Client
    ) -> None:
        newer = answered(later, 4, name="Oost")
        form = {"key": keys[0].words, "newer": newer.words, "compare": "yes"}
        page = client.post(reverse("answering:line_joined"), form).content.decode()
        assert "konden we je niet meetellen" in page

    def test_a_mistyped_key_keeps_the_yes(
        self, later: Asked, keys: list[Secret], client: Client
    ) -> None:
        form = {"key": "half", "newer": answered(later, 4).words, "compare": "yes"}
        page = client.post(reverse("answering:line_joined"), form)
        assert page.status_code == 422
        assert re.search(r'name="compare"[^>]*checked', page.content.decode())


def test_a_round_that_is_gone_compares_nobody(later: Asked, keys: list[Secret]) -> None:
    newer = answered(later, 4)
    Round.objects.filter(pk=later.round.pk).update(previous=None)
    assert not join(keys[0], newer, compare=True).is_compared
