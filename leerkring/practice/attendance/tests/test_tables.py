"""A page per table: the step that runs, the question that lies there, and what the table writes."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from leerkring.practice.attendance.dealing import dealt
from leerkring.practice.attendance.group_actions import make_groups
from leerkring.practice.attendance.models import TableLine, TableTalk
from leerkring.practice.attendance.round_queries import begun, rounds_of
from leerkring.practice.attendance.table_actions import (
    MOST_LINES,
    close_tables,
    make_tables,
    put_away,
    write_line,
)
from leerkring.practice.attendance.table_link_queries import table_path
from leerkring.practice.attendance.table_queries import USUAL, harvest_of, table_page
from leerkring.practice.attendance.tests.conftest import a_meeting, crowd
from leerkring.practice.meetings.models import Block, BroughtQuestion, Meeting
from leerkring.practice.meetings.views.guessing import MOST_MISSES

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    """Begun 25 minutes ago: a welcome of 20 minutes, then two rounds in 40 minutes."""
    now = timezone.now().replace(second=0, microsecond=0)
    meeting = a_meeting(starts_at=now - timedelta(minutes=25))
    steps = ["5 min. Lees de vraag voor.", "15 min. Vertel."]
    rows: list[dict[str, Any]] = [
        {"title": "Welkom", "minutes": 20},
        {"title": "Aan tafel", "minutes": 40, "kind": Block.Kind.GROUPS, "steps": steps},
    ]
    for position, row in enumerate(rows):
        Block.objects.create(meeting=meeting, position=position, **row)
    crowd(meeting, Noord=3, Zuid=3)
    make_groups(meeting, tables=2, rounds=2, by=None)
    return meeting


@pytest.fixture
def talk(meeting: Meeting) -> TableTalk:
    return make_tables(meeting, tables=2, by=None)


def write(talk: TableTalk, text: str, *, table: int = 1, number: int = 1) -> TableLine:
    round_ = rounds_of(talk.meeting)[number - 1]
    return write_line(talk, round_, table=table, text=text, key=uuid4())


@pytest.mark.parametrize(
    ("wanted", "tables", "laid"),
    [
        ([None, None, None], 3, ((0,), (1,), (2,))),
        ([None, None, 2], 2, ((0, 1), (2,))),
        ([1, None], 3, ((0,), (1,), (1,))),
        ([2], 3, ((0,), (0,), (0,))),
        ([9, None], 2, ((0,), (1,))),
        ([], 2, ((), ())),
    ],
)
def test_no_table_stays_without_a_question_as_long_as_there_is_one(
    wanted: list[int | None], tables: int, laid: tuple[tuple[int, ...], ...]
) -> None:
    assert dealt(wanted, tables) == laid


def test_rounds_of_one_block_share_its_time(meeting: Meeting) -> None:
    first, second = rounds_of(meeting)
    start = meeting.starts_at
    assert [first.start, first.end] == [start + timedelta(minutes=m) for m in (20, 40)]
    assert second.end == start + timedelta(minutes=60)
    assert begun([first, second], start + timedelta(minutes=39)) == 1
    assert begun([first, second], start) == 0


def test_a_table_sees_its_question_and_the_step_that_runs(talk: TableTalk) -> None:
    block = Block.objects.get(meeting=talk.meeting, kind=Block.Kind.GROUPS)
    for text, table in (("Wie belt?", 2), ("Wie komt?", None)):
        BroughtQuestion.objects.create(meeting=talk.meeting, block=block, text=text, table=table)
    page = table_page(talk, 1, None, talk.meeting.starts_at + timedelta(minutes=26))
    assert [question.text for question in page["on"].questions] == ["Wie komt?"]
    assert (page["on"].round.number, page["step"], page["on"].asks) == (1, 1, USUAL)


def test_a_line_that_is_sent_twice_is_there_once(talk: TableTalk, client: Client) -> None:
    body = {"id": str(uuid4()), "round": "1", "text": "Eerder bellen ❤️"}
    address = table_path(talk.meeting_id, 1, "table_line")
    answers = [client.post(address, body, headers={"Accept": "application/json"}) for _ in "12"]
    assert [answer.json() for answer in answers] == [{"kept": True}] * 2
    assert TableLine.objects.get().text == "Eerder bellen ❤️"
    assert "Eerder bellen" in client.get(table_path(talk.meeting_id, 1)).content.decode()
    assert "Eerder bellen" not in client.get(table_path(talk.meeting_id, 2)).content.decode()


def test_a_key_of_another_table_opens_nothing(talk: TableTalk) -> None:
    line = write(talk, "Van ons", table=2)
    with pytest.raises(ValidationError):
        write_line(talk, rounds_of(talk.meeting)[0], table=1, text="Van hen", key=line.pk)
    assert TableLine.objects.get().text == "Van ons"


def test_what_is_too_long_comes_back_as_it_was_typed(talk: TableTalk, client: Client) -> None:
    body = {"id": str(uuid4()), "round": "1", "text": "bel " * 200}
    page = client.post(table_path(talk.meeting_id, 1, "table_line"), body)
    assert page.status_code == 422
    assert "bel bel bel" in page.content.decode()
    assert "799 tekens" in page.content.decode()


def test_a_table_does_not_run_over(talk: TableTalk) -> None:
    for number in range(MOST_LINES):
        write(talk, f"Regel {number}")
    with pytest.raises(ValidationError):
        write(talk, "Nog een")


def test_who_has_the_letters_chooses_a_table_and_who_has_not_is_told(
    talk: TableTalk, client: Client
) -> None:
    found = client.post("/tafel/", {"code": talk.code.upper()})
    assert found.url == table_path(talk.meeting_id)
    assert table_path(talk.meeting_id, 2) in client.get(found.url).content.decode()
    assert client.post("/tafel/", {"code": "zzzzzz"}).status_code == 422


def test_when_it_is_over_nobody_writes_and_the_outbox_hears_so(
    talk: TableTalk, client: Client
) -> None:
    close_tables(talk)
    address = table_path(talk.meeting_id, 1, "table_line")
    body = {"id": str(uuid4()), "round": "1", "text": "Te laat"}
    answer = client.post(address, body, headers={"Accept": "application/json"})
    assert answer.status_code == 410
    assert client.post("/tafel/", {"code": talk.code}).status_code == 422
    assert not TableLine.objects.exists()


def test_the_harvest_is_by_round_and_table_without_what_was_put_away(talk: TableTalk) -> None:
    write(talk, "Samen eten", table=2, number=2)
    write(talk, "Eerder bellen", table=1, number=1)
    put_away(write(talk, "Jan deed het", table=1, number=1), hidden=True)
    told = [(*entry[:3], [line.text for line in entry[3]]) for entry in harvest_of(talk.meeting)]
    assert told == [
        ("Ronde 1, Aan tafel", 1, [], ["Eerder bellen"]),
        ("Ronde 2, Aan tafel", 2, [], ["Samen eten"]),
    ]


def test_new_groups_leave_what_tables_wrote(talk: TableTalk) -> None:
    write(talk, "Eerder bellen")
    make_groups(talk.meeting, tables=3, rounds=2, by=None)
    assert [[line.text for line in entry[3]] for entry in harvest_of(talk.meeting)] == [
        ["Eerder bellen"]
    ]


def test_every_table_has_a_sheet_in_every_round(talk: TableTalk, browser_of: Any) -> None:
    BroughtQuestion.objects.create(meeting=talk.meeting, text="Wie belt de ouders?")
    page = browser_of("Organisator").get(f"{talk.meeting.get_absolute_url()}tafels/vellen.pdf")
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.content)).pages]
    assert len(sheets) == 4
    assert all("Wie belt de ouders?" in sheet and talk.code in sheet for sheet in sheets)
    assert ["Tafel 1" in sheet for sheet in sheets] == [True, False, True, False]


def typed(code: str) -> int:
    return Client().post("/tafel/", {"code": code}).status_code


def test_who_guesses_letters_gets_no_further_answer_right_or_wrong(talk: TableTalk) -> None:
    assert typed(talk.code) == 302
    assert {typed("zzzzzz") for _ in range(MOST_MISSES)} == {422}
    assert typed("zzzzzz") == typed(talk.code) == 429


def test_letters_of_tables_that_are_over_are_wrong_after_as_many_questions(
    talk: TableTalk,
) -> None:
    over = make_tables(a_meeting(starts_at=timezone.now() - timedelta(days=9)), tables=2, by=None)
    typed("zzzzzz")
    asked = []
    for code in ("zzzzzz", over.code):
        with CaptureQueriesContext(connection) as queries:
            assert typed(code) == 422
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_room_full_of_people_behind_one_address_comes_in(talk: TableTalk) -> None:
    assert {typed(f" {talk.code.upper()} ") for _ in range(MOST_MISSES + 5)} == {302}
