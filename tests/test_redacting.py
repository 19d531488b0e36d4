"""Whatever can be flagged can lose a passage: out of all that is kept of it, and of what belongs
to it."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from leerkring.foundation.moderation import registry
from leerkring.foundation.moderation.beside_queries import where_it_stands_too
from leerkring.foundation.moderation.queries import Case, matter_of
from leerkring.foundation.search.queries import search
from leerkring.network.circles import actions as circles
from leerkring.network.themes.actions import add_theme
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.practice.dilemmas import actions as dilemmas
from leerkring.practice.meetings import actions as meetings
from leerkring.practice.meetings import bringing_actions as bringing
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.programme_actions import (
    BlockText,
    StrandText,
    add_block,
    add_strand,
)
from leerkring.practice.reports import actions as reports
from leerkring.practice.reports.chapters import ChapterKind
from tests.cast import World, a_photo

NAME = "Kwibus"


def test_whatever_can_be_flagged_can_lose_a_passage() -> None:
    assert [label for label, entry in registry._flaggable.items() if entry.redact is None] == []


def where_it_is_kept() -> list[str]:
    """The tables in which the name still stands."""
    models = [model for model in apps.get_models() if model.__module__.startswith("leerkring")]
    rows = {model._meta.label: str(list(model._base_manager.values())) for model in models}
    return [label for label, kept in rows.items() if NAME.lower() in kept.lower()]


def lose(row: Any) -> int:
    entry = registry.flaggable_row(row)
    assert entry and entry.redact and NAME in entry.passage(row)
    return entry.redact(row, NAME.lower())


def a_meeting(by: Any) -> Meeting:
    """The name stands in every text of it."""
    soon = timezone.now() + timedelta(days=30)
    plan = meetings.Plan(NAME, soon, purpose=f"Over {NAME}.", audience="public")
    meeting = meetings.make_meeting(plan, by=by)
    where = meetings.Practical(place=NAME, address=NAME, reachable=NAME)
    meetings.change_practical(meeting, where, by=by)
    said = {"purpose": NAME, "material": NAME, "capture": NAME, "room": NAME, "leader_name": NAME}
    block = add_block(Meeting.objects.get(pk=meeting.pk), BlockText(NAME, 10, steps=[NAME], **said))
    add_strand(block, StrandText(NAME, room=NAME, leader_name=NAME))
    upload = SimpleUploadedFile("weg.txt", b"Neem de tram.")
    bringing.add_material(meeting, title=f"Waar {NAME} woont", by=by, upload=upload)
    meetings.announce(meeting, by=by)
    return meeting


def test_a_passage_goes_out_of_all_that_is_kept(world: World) -> None:
    by, other = world.people["coordinator"], world.people["facilitator"]
    put = dilemmas.Put(f"Bel {NAME}?", NAME, NAME, text=NAME, audience="openbaar")
    dilemma = dilemmas.put_dilemma(put, by=other)
    dilemmas.came_back(dilemma, note=NAME, by=other)
    dilemmas.close(dilemma, learnt=f"{NAME} belt zelf.", by=other)
    usual = circles.Settings.usual_for("werkgroep", f"Rond {NAME}", NAME, house_rules=NAME)
    circle = circles.start_circle("werkgroep", usual, by=other)
    circles.close(circle, by=other, reason=f"{NAME} verhuisde.")
    theme = add_theme("Bellen", description=f"Als {NAME}.", synonyms=[f"{NAME} doen"], by=by)
    promise = make_commitment(text=f"bel ik {NAME}", who=NAME, person=other, sight="openbaar")
    look_back(promise, outcome="gelukt", learnt=f"{NAME} lachte.", by=other)
    for row in (dilemma, circle, theme, promise):
        assert lose(row)
    assert where_it_is_kept() == []
    assert not search(by, NAME).hits


def test_a_report_a_meeting_and_what_was_brought_repeat_each_other(world: World) -> None:
    by, chair = world.people["coordinator"], world.people["facilitator"]
    meeting = a_meeting(by)
    question = bringing.put_question(meeting, text=f"Wie belt {NAME}?", by=chair)
    bringing.answer_question(question, f"{NAME} belt zelf.", by=by)
    report = reports.begin_report(meeting, by=chair)
    words = {ChapterKind.PROGRAMME: (f"{NAME} was er.", False)}
    reports.write(report, lead=f"Een dag met {NAME}.", parts=words, by=chair)
    photo = SimpleUploadedFile("dag.jpg", a_photo())
    reports.add_photo(report, photo, alt=f"{NAME} lacht", caption=NAME, by=chair)
    reports.agree(report, by=by)
    reports.bring_out(report, by=by)
    meetings.cancel(meeting, f"{NAME} is ziek.", by=by)
    sequence = Meeting.objects.get(pk=meeting.pk).sequence
    report.refresh_from_db()
    moderator = world.people["manager"]
    moderator.moderates = True
    moderator.save()
    case = matter_of(moderator, "meetings.broughtquestion", str(question.pk))
    assert case
    beside = where_it_stands_too(case, NAME, moderator)
    assert {one.key for one in beside} == {
        f"meetings.meeting/{meeting.pk}",
        f"reports.report/{report.pk}",
    }
    rows = [case, *beside]
    assert all(isinstance(one, Case) and lose(one.row) for one in rows)
    assert where_it_is_kept() == []
    assert not search(by, NAME).hits
    assert Meeting.objects.get(pk=meeting.pk).sequence == sequence + 1
