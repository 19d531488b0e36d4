"""What people say they know about: apart from their answers, once each, coarse when told."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from leerkring.practice.answering.actions import NoSuchDoor, TooLate, finish
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.knowledge_actions import take_in_knowledge, tell_knowledge
from leerkring.practice.answering.models import Draft, FrozenCoverage, KnowledgeSheet, Link
from leerkring.practice.answering.queries import coverage_of
from leerkring.practice.answering.tests.conftest import Asked, fill
from leerkring.practice.scans.actions import RoundIsClosed
from leerkring.practice.scans.coverage import DOMAINS, Coverage
from leerkring.practice.scans.models import Response

MUCH, LITTLE = bytes([3] * 11), bytes([1] * 11)


def handed_in(asked: Asked, name: str = "Noord", person: int = 1, value: int = 3) -> Secret:
    door = asked.door(name, person)
    fill(door, *[value] * 36)
    finish(door)
    return door


def url(door: Secret) -> str:
    return reverse("answering:knowledge", args=[door.link])


def test_a_sheet_is_kept_with_the_team_and_nothing_else(asked: Asked) -> None:
    door = handed_in(asked, "Oost", 2)
    assert tell_knowledge(door, MUCH)
    sheet = KnowledgeSheet.objects.get()
    assert (sheet.round, sheet.team, bytes(sheet.said)) == (asked.round, asked.teams["Oost"], MUCH)
    fields = {field.name for field in KnowledgeSheet._meta.get_fields()}
    assert fields == {"id", "round", "team", "said"}


def test_a_link_tells_once(asked: Asked) -> None:
    door = handed_in(asked)
    assert tell_knowledge(door, MUCH)
    assert not tell_knowledge(door, LITTLE)
    assert bytes(KnowledgeSheet.objects.get().said) == MUCH


def test_before_handing_in_after_closing_and_without_a_link_nothing_is_taken(asked: Asked) -> None:
    started, done = asked.door(person=2), handed_in(asked)
    fill(started, 3)
    with pytest.raises(TooLate):
        tell_knowledge(started, MUCH)
    with pytest.raises(NoSuchDoor):
        tell_knowledge(Secret.new(), MUCH)
    end_round(asked.round, by=None)
    with pytest.raises(TooLate):
        tell_knowledge(done, MUCH)
    with pytest.raises(RoundIsClosed):
        take_in_knowledge(round=asked.round, team=asked.teams["Noord"], said=[MUCH])


def test_a_sheet_of_another_length_is_refused(asked: Asked) -> None:
    with pytest.raises(ValueError, match="11 bytes"):
        take_in_knowledge(round=asked.round, team=asked.teams["Noord"], said=[bytes(3)])


def test_rows_stand_in_order_of_what_they_say_under_new_names(asked: Asked) -> None:
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    seen: set[object] = set()
    for person, step in ((1, 3), (2, 1), (3, 2), (4, 1)):
        tell_knowledge(handed_in(asked, person=person), bytes([step] * 11))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id, said FROM answering_knowledgesheet ORDER BY {place}")
            rows = [(str(name), bytes(said)) for name, said in cursor.fetchall()]
        assert [said for _, said in rows] == sorted(said for _, said in rows)
        assert not seen & {name for name, _ in rows}
        seen = {name for name, _ in rows}


def test_it_has_no_time_and_shares_no_name_with_answers_or_links(asked: Asked) -> None:
    for person in range(1, 4):
        tell_knowledge(handed_in(asked, person=person), MUCH)
    kinds = {field.get_internal_type() for field in KnowledgeSheet._meta.fields}
    assert not kinds & {"DateTimeField", "DateField", "TimeField"}
    names = {str(pk) for pk in KnowledgeSheet.objects.values_list("pk", flat=True)}
    for model in (Response, Draft, Link):
        assert not names & {str(pk) for pk in model.objects.values_list("pk", flat=True)}


def test_who_told_can_not_be_read_from_who_was_asked(asked: Asked) -> None:
    """That somebody told stands with the draft, to which no table leads."""
    tell_knowledge(handed_in(asked), MUCH)
    told = Draft.objects.get(has_told=True)
    assert told.pk not in Link.objects.values_list("pk", flat=True)
    assert {field.name for field in Draft._meta.get_fields() if field.is_relation} == {"round"}


class TestAtClosing:
    def test_enough_people_make_a_step_and_the_sheets_are_gone(self, asked: Asked) -> None:
        for person in range(1, 6):
            tell_knowledge(handed_in(asked, person=person), MUCH if person < 4 else LITTLE)
        end_round(asked.round, by=None)
        told = coverage_of(asked.round, asked.teams["Noord"])
        assert told == {domain.code: Coverage.COVERED for domain in DOMAINS}
        assert not KnowledgeSheet.objects.exists()

    def test_four_people_look_like_nobody(self, asked: Asked) -> None:
        for name, sheets in (("Noord", 4), ("Oost", 0)):
            for person in range(1, 6):
                door = handed_in(asked, name, person)
                if person <= sheets:
                    tell_knowledge(door, MUCH)
        end_round(asked.round, by=None)
        noord, oost = (coverage_of(asked.round, asked.teams[name]) for name in ("Noord", "Oost"))
        assert noord == oost == dict.fromkeys([domain.code for domain in DOMAINS])

    def test_a_team_whose_own_result_is_withheld_tells_no_coverage(self, asked: Asked) -> None:
        """It would tell that enough people answered there."""
        take_in_knowledge(round=asked.round, team=asked.teams["Noord"], said=[MUCH] * 6)
        handed_in(asked)
        end_round(asked.round, by=None)
        assert set((coverage_of(asked.round, asked.teams["Noord"]) or {}).values()) == {None}

    def test_a_round_in_which_nobody_was_asked_has_no_coverage(self, asked: Asked) -> None:
        asked.round.launch.delete()
        asked.round.refresh_from_db()
        end_round(asked.round, by=None)
        assert coverage_of(asked.round, asked.teams["Noord"]) is None
        assert not FrozenCoverage.objects.exists()


class TestPage:
    def test_the_result_leads_to_it_until_it_is_told(self, asked: Asked, client: Client) -> None:
        door = handed_in(asked)
        result = reverse("answering:result", args=[door.link])
        assert url(door) in client.get(result).content.decode()
        answer = client.post(url(door), {"school": "3", "wonen": "1"})
        assert answer["Location"] == result
        assert url(door) not in client.get(result).content.decode()
        assert client.get(url(door))["Location"] == result
        said = dict(zip([d.code for d in DOMAINS], KnowledgeSheet.objects.get().said, strict=True))
        assert {code: step for code, step in said.items() if step} == {"school": 3, "wonen": 1}

    @pytest.mark.parametrize("body", [{}, {"school": "9"}, {"school": "veel"}, {"anders": "3"}])
    def test_nothing_chosen_is_said_and_not_kept(
        self, body: dict[str, str], asked: Asked, client: Client
    ) -> None:
        page = client.post(url(handed_in(asked)), body)
        assert page.status_code == 422
        assert "sla deze vraag over" in page.content.decode()
        assert not KnowledgeSheet.objects.exists()

    def test_it_can_be_skipped_and_nothing_is_chosen_beforehand(
        self, asked: Asked, client: Client
    ) -> None:
        door = handed_in(asked)
        page = client.get(url(door)).content.decode()
        assert "Sla over" in page
        assert reverse("answering:result", args=[door.link]) in page
        assert "checked" not in page
        assert page.count("<fieldset") == 11
        assert "<script" not in page

    def test_before_handing_in_it_is_over(self, asked: Asked, client: Client) -> None:
        door = asked.door()
        fill(door, 3)
        assert client.get(url(door)).status_code == 410
