"""What points at people in what is written about a meeting is asked about before others read it."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from leerkring.foundation.language import registry
from leerkring.foundation.language.decisions import Decision
from leerkring.foundation.language.models import TraceCount
from leerkring.practice.meetings.actions import Practical, change_practical
from leerkring.practice.meetings.forms import PlanForm
from leerkring.practice.meetings.models import Block, Meeting
from leerkring.practice.meetings.people_actions import give_role
from leerkring.practice.meetings.practical_forms import PracticalForm
from leerkring.practice.meetings.tests.test_pages import browser_of, sent

PHONE = "Bel Anne op 06-12345678."
VENUE = {"place": "Buurthuis De Spil, 010-4123456", "address": "Kerkstraat 12, 3011 AB Merestad"}
BLOCK = {"title": "Welkom", "kind": "together", "minutes": "15"}


def answers_to(form: Any, value: str) -> dict[str, str]:
    """What the panel sends when everything in it gets this answer."""
    given = {question.name: value for question in form.traces()}
    return {**given, "traces-guard": form.trace_panel.guard}


@pytest.mark.parametrize(
    ("page", "field", "more"),
    [
        ("wijzigen/", "purpose", {}),
        ("praktisch/", "reachable", {"guests_each": "0"}),
        ("afzegging/", "reason", {}),
        ("programma/nieuw/", "steps", BLOCK),
        ("materiaal/", "title", {"link": "https://voorbeeld.nl/"}),
    ],
)
def test_what_points_at_somebody_is_held_back_and_goes_through_with_a_reason(
    page: str,
    field: str,
    more: dict[str, str],
    house: SimpleNamespace,
    meeting: Meeting,
    client: Client,
) -> None:
    words = "Vraag het anne@voorbeeld.nl."
    browser, url = browser_of(house.lead, client), f"{meeting.get_absolute_url()}{page}"
    typed = sent(house) | more | {field: words}
    asked = browser.post(url, typed)
    assert asked.status_code == 422
    assert words in asked.content.decode()
    assert "<mark" in asked.content.decode()
    assert not TraceCount.objects.exists()
    typed |= answers_to(asked.context["form"], "toestemming")
    assert browser.post(url, typed).status_code == 302
    assert TraceCount.objects.get().decision == Decision.CONSENT


def test_a_new_meeting_is_looked_over_too(house: SimpleNamespace, client: Client) -> None:
    browser, url = browser_of(house.lead, client), "/bijeenkomsten/nieuw/introductie/"
    typed = sent(house, purpose=PHONE)
    asked = browser.post(url, typed)
    assert (asked.status_code, Meeting.objects.count()) == (422, 0)
    assert PHONE in asked.content.decode()
    kept = typed | answers_to(asked.context["form"], "vervang:[telefoonnummer]")
    assert browser.post(url, kept).status_code == 302
    assert Meeting.objects.get().purpose == "Bel Anne op [telefoonnummer]."


def test_where_a_meeting_is_and_the_number_of_the_house_are_there_to_be_told(
    meeting: Meeting,
) -> None:
    def said(**more: str) -> list[str]:
        form = PracticalForm({**VENUE, "guests_each": "0", **more}, meeting=meeting)
        form.is_valid()
        return [question.said for question in form.traces()]

    assert said(reachable="Parkeren: Kerkstraat 20. Bel 010-4123456 bij de deur.") == []
    assert said(reachable="Mail anne@voorbeeld.nl.") == ["anne@voorbeeld.nl"]
    assert said(address="Bel 06-12345678") == ["06-12345678"]


def test_before_more_people_read_it_all_of_it_is_asked_about_once_more(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(purpose=PHONE)
    Block.objects.filter(meeting=meeting, position=0).update(title="Onthaal door 06-87654321")
    meeting = change_practical(Meeting.objects.get(), Practical(**VENUE), by=house.lead)

    def asked(**changes: str) -> dict[str, list[str]]:
        typed = sent(house, purpose=PHONE, **changes)
        form = PlanForm(typed, person=house.lead, meeting=meeting)
        form.is_valid()
        return {q.said: [group for group, _ in q.choices] for q in form.traces()}

    reason = "Laat staan, want"
    assert asked() == {}
    assert asked(audience="public") == {
        "06-12345678": ["Vervang door", reason],
        "06-87654321": [reason],
    }


def test_who_has_a_role_stands_in_the_programme_by_name(
    house: SimpleNamespace, meeting: Meeting, client: Client, known: Any
) -> None:
    known("Member Jansen", "Anne de Wit")
    house.member.name = "Member Jansen"
    house.member.save()
    give_role(meeting, person=house.member, kind="speaker", by=house.lead)
    browser, url = browser_of(house.lead, client), f"{meeting.get_absolute_url()}programma/nieuw/"
    asked = browser.post(url, BLOCK | {"steps": "Member Jansen vertelt, met Anne de Wit."})
    assert [question.said for question in asked.context["form"].traces()] == ["Anne de Wit"]
    told = BLOCK | {"steps": "Member Jansen vertelt.", "leader_name": "Anne de Wit"}
    assert browser.post(url, told).status_code == 302


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`known("Anne de Wit")`: the platform knows somebody of this name, and nobody else."""
    monkeypatch.setattr(registry, "_providers", [])
    return lambda *names: registry.register_names(lambda: names)


def test_a_question_and_its_answer_are_looked_over_and_nothing_typed_is_lost(
    house: SimpleNamespace, meeting: Meeting, client: Client
) -> None:
    browser, url = browser_of(house.lead, client), f"{meeting.get_absolute_url()}vragen/"
    asked = browser.post(f"{url}nieuw/", {"text": PHONE})
    assert asked.status_code == 422
    assert f"{PHONE}</textarea>" in asked.content.decode()
    kept = {"text": PHONE} | answers_to(asked.context["form"], "toestemming")
    assert browser.post(f"{url}nieuw/", kept).status_code == 302
    question = meeting.questions.get()
    assert question.text == PHONE

    answer, words = f"{url}{question.pk}/antwoord/", "Anders 06-87654321."
    asked = browser.post(answer, {"text": words})
    assert asked.status_code == 422
    assert f"{words}</textarea>" in asked.content.decode()
    (row,) = asked.context["questions"]
    kept = {"text": words} | answers_to(row.answering, "openbaar")
    assert browser.post(answer, kept).status_code == 302
    assert meeting.questions.get().answer.text == words
    assert browser.post(answer, {"text": f"{words} En dan?"}).status_code == 302
    assert TraceCount.objects.count() == 2
