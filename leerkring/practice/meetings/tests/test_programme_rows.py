"""Blocks move, grow and go; a run teaches the script."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from leerkring.foundation.search.queries import search
from leerkring.practice.meetings.actions import announce
from leerkring.practice.meetings.bringing_actions import (
    answer_question,
    attach,
    hide_question,
    put_question,
)
from leerkring.practice.meetings.models import Meeting, Run
from leerkring.practice.meetings.programme_actions import (
    BlockText,
    StrandText,
    add_block,
    add_strand,
    move,
    remove_block,
    resize,
)
from leerkring.practice.meetings.programme_queries import held_on_the_day, programme_of
from leerkring.practice.meetings.run_actions import (
    begin_try_out,
    run_over,
    simulate,
    take_over,
    write_in,
)


def titles(meeting: Meeting) -> list[str]:
    return [block.title for block in meeting.blocks.all()]


def test_a_block_moves_one_place_and_stays_at_the_edge(meeting: Meeting) -> None:
    first, second, *rest = titles(meeting)
    block = meeting.blocks.first()
    move(block, up=True)
    assert titles(meeting) == [first, second, *rest]
    move(block, up=False)
    assert titles(meeting) == [second, first, *rest]


def test_a_block_that_grows_takes_its_steps_along(meeting: Meeting) -> None:
    block = resize(meeting.blocks.first(), 15)
    assert block.minutes == 30
    assert sum(int(step.split()[0]) for step in block.steps) == 30
    starts = [f"{timed.start:%H.%M}" for timed in programme_of(meeting).blocks]
    assert starts[:3] == ["13.30", "14.00", "14.30"]


def test_after_one_goes_a_new_one_still_finds_a_place(meeting: Meeting) -> None:
    remove_block(meeting.blocks.all()[1])
    add_block(meeting, BlockText("Borrel", 30, steps=["Proost."]))
    assert titles(meeting)[-1] == "Borrel"
    assert len(titles(meeting)) == 5


def test_a_clash_is_named_on_the_programme(house: SimpleNamespace, meeting: Meeting) -> None:
    block = meeting.blocks.all()[1]
    for title in ("Noord", "Zuid"):
        add_strand(block, StrandText(title, leader=house.member, room=title))
    Meeting.objects.filter(pk=meeting.pk).update(ends_by=meeting.starts_at + timedelta(minutes=100))
    meeting.refresh_from_db()
    first, second = programme_of(meeting).clashes
    assert "Member leidt tegelijk «Noord» en «Zuid»" in first
    assert "10 minuten korter" in second


def test_a_calculated_try_out_is_the_same_every_time(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    runs = [simulate(meeting, people=40, by=house.lead) for _ in range(2)]
    one, two = ([held.minutes for held in run.held.all()] for run in runs)
    assert one == two
    assert len(one) == 5


def test_what_a_small_group_took_comes_into_the_script(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    run = begin_try_out(meeting, people=6, by=house.lead)
    held = run.held.first()
    write_in(run, {held.pk: (22, "De koffie was laat.")})
    assert take_over(run, by=house.lead) == 1
    assert meeting.blocks.first().minutes == 22
    assert run.taken_over_at is not None
    assert take_over(run, by=house.lead) == 0


def test_running_over_moves_the_day_and_not_the_script(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    block = meeting.blocks.first()
    for _ in range(2):
        run_over(block, 5, by=house.lead)
    run_over(block, -5, by=house.lead)
    day = programme_of(meeting, held_on_the_day(meeting)).blocks
    assert (day[0].minutes, day[0].moved, f"{day[1].start:%H.%M}") == (20, 5, "13.50")
    block.refresh_from_db()
    assert block.minutes == 15
    assert Run.objects.filter(meeting=meeting, kind="day").count() == 1


def test_a_question_keeps_its_answer_and_its_block(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    announce(meeting, by=house.lead)
    question = put_question(
        meeting, text="Hoe blijf je vernieuwen?", by=house.member, circle=house.circle
    )
    attach(question, meeting.blocks.first())
    answer_question(question, "Door te stoppen met wat niet werkt.", by=house.lead)
    hits = search(house.member, "stoppen").hits
    assert [hit.title for hit in hits] == ["Hoe blijf je vernieuwen?"]
    assert not search(house.outsider, "stoppen").hits
    assert programme_of(meeting).blocks[0].questions == [question]
    found = search(house.member, "", themes=[house.theme.pk]).hits
    assert "Hoe blijf je vernieuwen?" in [hit.title for hit in found]
    hide_question(question, by=house.lead)
    assert not search(house.member, "stoppen").hits


def test_after_the_start_no_question_can_be_sent_ahead(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    with pytest.raises(ValidationError, match="begonnen"):
        put_question(meeting, text="Te laat?", by=house.member, now=meeting.starts_at)
