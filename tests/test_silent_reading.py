"""No moderator of the platform reads a closed circle in silence by the pages for moderating."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.activity.queries import looks_for
from leerkring.foundation.moderation.actions import flag
from leerkring.foundation.moderation.registry import flaggable_row
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.network.circles.inspection_actions import look_in
from leerkring.network.circles.models import Inspection
from leerkring.network.circles.rules import may_read
from leerkring.practice.meetings import actions as meetings
from leerkring.practice.meetings.models import Meeting
from tests.cast import World

AsMember = Callable[[str], Client]
WORDS = "Dit speelt al een jaar."
WHY = "Las alleen wat gemeld is. De melding: Het klopt niet, of kan gevaarlijk zijn."

SOME_DAY = datetime(2100, 1, 4, 9, tzinfo=UTC)


def flagged(row: Any, by: Any) -> Any:
    entry = flaggable_row(row)
    assert entry
    flag(row, entry, reason="onjuist", text="Niet voor iedereen.", by=by)
    return row


def places(row: Any) -> list[str]:
    about = [row._meta.label_lower, str(row.pk)]
    return [reverse(f"moderation:{name}", args=about) for name in ("case", "redaction")]


@pytest.mark.parametrize("first", ["case", "redaction"])
def test_a_flag_opens_what_the_only_guide_wrote_and_the_circle_sees_who_looked(
    world: World, as_member: AsMember, first: str
) -> None:
    circle, guide = world.things["circles secret"], world.people["facilitator"]
    judge, browser = world.people["coordinator"], as_member("coordinator")
    question = flagged(world.things["moderation secret"], world.people["outsider"])
    queue = browser.get(reverse("moderation:queue")).content.decode()
    assert "Vraag, besloten" in queue and "Vraag van" not in queue
    assert not Inspection.objects.filter(circle=circle).exists()
    for page in sorted(places(question), key=lambda page: (first == "case") == ("passage" in page)):
        shown = browser.get(page).content.decode()
        assert WORDS in shown and "Dat je keek, is te zien" in shown
        assert browser.post(page, {}).status_code == 422
    assert [(one.person, one.reason) for one in circle.inspections.all()] == [(judge, WHY)]
    assert Activity.objects.filter(verb="moderation.read", by=judge).count() == 1
    assert not may_read(judge, circle)
    assert browser.get(circle.get_absolute_url()).status_code == 404
    look = (judge.name, "de groep «Klankbord secret»", WHY)
    assert [(one.who, one.what, one.why) for one in looks_for(guide)] == [look]
    assert (
        WHY in as_member("facilitator").get(f"{circle.get_absolute_url()}leden/").content.decode()
    )


def test_what_somebody_says_below_it_leads_to_the_same_circle_and_a_second_case_is_a_second_look(
    world: World, as_member: AsMember
) -> None:
    question, guide = world.things["moderation secret"], world.people["facilitator"]
    entry, browser = remarkable("questions.question"), as_member("coordinator")
    assert entry
    remark = remark_on(question, entry, text="Sinds een jaar.", by=guide)
    about_remark, _ = places(flagged(remark, world.people["outsider"]))
    about_question, passage = places(question)
    assert browser.get(about_remark).status_code == 200
    assert [browser.get(page).status_code for page in (about_question, passage)] == [404, 404]
    flagged(question, world.people["outsider"])
    decided = {"outcome": "blijft", "message": "Dank je."}
    assert browser.post(about_question, decided).status_code == 302
    flagged(question, world.people["outsider"])
    assert browser.get(about_question).status_code == 200
    assert world.things["circles secret"].inspections.count() == 3


def test_who_reads_it_by_themselves_is_written_down_nowhere_else(
    world: World, as_member: AsMember
) -> None:
    circle, judge = world.things["circles secret"], world.people["coordinator"]
    _, passage = places(world.things["moderation secret"])
    look_in(circle, person=judge, reason="Er is gebeld.")
    assert WORDS in as_member("coordinator").get(passage).content.decode()
    own = flagged(world.things["moderation members"], world.people["team_mate"])
    assert as_member("facilitator").get(places(own)[0]).status_code == 200
    assert [one.reason for one in Inspection.objects.all()] == ["Er is gebeld."]


def test_a_passage_that_repeats_beside_it_is_no_way_in_either(
    world: World, as_member: AsMember
) -> None:
    question, guide = world.things["moderation secret"], world.people["facilitator"]
    entry = remarkable("questions.question")
    assert entry
    remark_on(question, entry, text="Ja, al een jaar.", by=guide)
    _, passage = places(flagged(question, world.people["outsider"]))
    asked = {"passage": "al een jaar", "why": "Er staat te veel."}
    shown = as_member("coordinator").post(passage, asked).content.decode()
    assert "In wat erbij staat komt het niet voor." in shown and "Ja, al een jaar." not in shown


def test_of_what_is_in_no_circle_who_made_it_sees_who_looked(
    world: World, as_member: AsMember
) -> None:
    chair, judge = world.people["facilitator"], world.people["coordinator"]
    plan = meetings.Plan("Onder vier ogen", SOME_DAY, purpose="x", audience="invited")
    meeting = Meeting.objects.get(pk=meetings.make_meeting(plan, by=chair).pk)
    meetings.announce(meeting, by=chair)
    case, passage = places(meeting)
    assert as_member("coordinator").get(passage).status_code == 404
    flagged(meeting, world.people["outsider"])
    assert "Onder vier ogen" in as_member("coordinator").get(case).content.decode()
    looks = [(one.who, one.what, one.why) for one in looks_for(chair)]
    assert (judge.name, "je bijeenkomst", WHY) in looks
    assert looks_for(world.people["outsider"]) == []
