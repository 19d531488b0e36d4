"""A paper from a harvest: it chooses and orders, it invents nothing."""

import json
import re
from datetime import date

import pytest

from leerkring.loop.newspapers.composing import BEFORE
from leerkring.loop.newspapers.paper import Audience, Paper
from leerkring.loop.newspapers.tests.samples import (
    NOTES,
    PROMISES,
    WHY,
    harvest,
    paper,
    picture,
    result,
)
from leerkring.practice.gatherings.harvest import QUESTIONS, Harvest, Picture, Promise, Quote

WITHHELD = "Er zijn te weinig antwoorden om te laten zien zonder dat iemand herkenbaar is."


def test_the_lead_says_what_the_team_wants_and_is_not_told_again_inside() -> None:
    made = paper()
    assert made.lead.question == "Wat willen we?"
    assert made.lead.headline == "Eén gezicht voor elk gezin, ook als we met zijn zessen meedenken"
    assert "wij-willen" not in [story.key for s in made.sections for story in s.stories]


def test_every_answer_stands_in_the_paper_once_and_whole() -> None:
    made = paper()
    stories = {s.key: s for s in (made.lead, *(s for part in made.sections for s in part.stories))}
    assert set(stories) == {question.key for question in QUESTIONS}
    for key, text in NOTES.items():
        told = re.sub(r"\W+", " ", f"{stories[key].headline} {stories[key].text}")
        assert told.strip() == re.sub(r"\W+", " ", text).strip()


def test_no_word_of_a_story_comes_from_elsewhere() -> None:
    made = paper()
    given = set(re.findall(r"\w+", " ".join(NOTES.values()).lower()))
    for section in made.sections:
        for story in section.stories:
            assert set(re.findall(r"\w+", f"{story.headline} {story.text}".lower())) <= given


def test_without_answers_the_strongest_promise_leads() -> None:
    made = paper(harvest=harvest(notes={}, promises=(Promise("Bellen."), *PROMISES)))
    assert made.lead.headline.startswith("Vanaf morgen belt degene die een gezin overdraagt")


def test_before_the_session_every_question_has_room_to_write() -> None:
    made = paper(harvest=Harvest())
    assert made.lead == BEFORE
    blank = [story.question for section in made.sections for story in section.stories]
    assert blank == [question.text for question in QUESTIONS]
    assert all(story.is_blank for section in made.sections for story in section.stories)


def test_after_the_session_what_was_left_open_is_left_out() -> None:
    made = paper(harvest=harvest(notes={"wij-hoe": NOTES["wij-hoe"], "ik-nodig": " "}))
    assert [len(section.stories) for section in made.sections] == [1, 1, 1]
    assert all(story.is_blank for section in made.sections for story in section.stories)


def test_a_withheld_result_shows_its_reason_and_no_chart() -> None:
    made = paper(result=result(dimensions={}, withheld=WITHHELD))
    assert made.chart is None and made.chart_withheld == WITHHELD


def test_a_public_paper_without_a_public_result_does_not_give_it_away_in_the_reason() -> None:
    withheld = result(dimensions={}, withheld=WITHHELD)
    assert WHY not in paper(result=withheld, audience=Audience.PUBLIC).as_json()
    assert WHY in paper(result=withheld, audience=Audience.TEAM).as_json()


@pytest.mark.parametrize("given", [harvest(picture=picture()), Harvest()])
def test_a_paper_survives_json(given: Harvest) -> None:
    made = paper(harvest=given)
    assert Paper.from_json(made.as_json()) == made
    assert json.loads(made.as_json())["edition"]["date"] == "2026-11-21"


def test_a_photo_without_a_description_is_refused_in_a_clear_sentence() -> None:
    with pytest.raises(ValueError, match="nog geen beschrijving"):
        paper(harvest=harvest(picture=Picture(b"", "  ")))


def test_empty_quotes_and_promises_are_left_out() -> None:
    made = paper(harvest=harvest(quotes=(Quote(" "),), promises=(Promise(""),)))
    assert made.quotes == () and made.promises == ()


def test_the_same_harvest_gives_the_same_paper() -> None:
    assert paper() == paper()
    assert paper(date=date(2026, 11, 22)) != paper()
