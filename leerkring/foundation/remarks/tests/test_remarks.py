"""Reacting: who may, who hears of it, and what is left when it is taken away."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.language import registry as language
from leerkring.foundation.language.models import TraceCount
from leerkring.foundation.moderation.actions import decide, flag
from leerkring.foundation.moderation.forms import DecisionForm
from leerkring.foundation.moderation.models import Outcome
from leerkring.foundation.moderation.queries import matter_of, open_cases, own_flags
from leerkring.foundation.moderation.registry import flaggable
from leerkring.foundation.moderation.tasks import run_due as close_flags
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.remarks import actions
from leerkring.foundation.remarks.models import EDIT_WINDOW, Remark
from leerkring.foundation.remarks.notices import visible_remarks
from leerkring.foundation.remarks.queries import counts_of, talk_about
from leerkring.foundation.remarks.registry import Remarkable
from leerkring.foundation.remarks.visible_queries import visible_to

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def told(person: Any) -> list[str]:
    rows = Notice.objects.filter(person=person).order_by("pk")
    return list(rows.values_list("occasion__event", flat=True))


def test_a_reaction_is_told_to_who_watches_and_not_to_who_wrote_it(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, _ = people
    actions.remark_on(row, entry, text="Mooi.", by=bas)
    actions.remark_on(row, entry, text="Dank.", by=noor)
    assert told(noor) == ["remarks.remarked"]
    assert told(bas) == []


def test_who_is_mentioned_hears_of_it_once(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, _ = people
    first = actions.remark_on(row, entry, text="Eens.", by=bas)
    actions.remark_on(row, entry, text="@Bas, hoe dan?", by=noor, answering=first)
    assert told(bas) == ["remarks.mentioned"]


def test_who_may_not_see_it_is_shown_no_notice_of_it(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    _, bas, ada = people
    remark = actions.remark_on(row, entry, text="@Ada, kijk.", by=bas)
    assert visible_remarks(bas, {str(remark.pk)}) == {remark.pk}
    assert visible_remarks(ada, {str(remark.pk)}) == set()
    assert list(visible_to(ada)) == []


def test_an_answer_to_an_answer_stands_beside_it(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, _ = people
    first = actions.remark_on(row, entry, text="Een.", by=bas)
    second = actions.remark_on(row, entry, text="Twee.", by=noor, answering=first)
    third = actions.remark_on(row, entry, text="Drie.", by=bas, answering=second)
    talk = talk_about(row, bas, timezone.now())
    (line,) = talk.lines
    assert [answer.remark for answer in line.answers] == [second, third]
    assert talk.count == 3


def test_the_number_of_queries_does_not_grow(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            talk_about(row, people[1], timezone.now())
        return len(captured)

    actions.remark_on(row, entry, text="Een.", by=people[1])
    few = queries()
    for number in range(5):
        actions.remark_on(row, entry, text=str(number), by=people[1])
    assert queries() == few == 2


def test_a_remark_can_be_changed_for_a_quarter_of_an_hour(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    _, bas, _ = people
    remark = actions.remark_on(row, entry, text="Jasp.", by=bas)
    actions.edit(remark, text="Jaap.", by=bas)
    remark.at -= EDIT_WINDOW + timedelta(seconds=1)
    with pytest.raises(actions.TooLate):
        actions.edit(remark, text="Te laat.", by=bas)
    remark.refresh_from_db()
    assert remark.text == "Jaap." and remark.edited_at


def test_what_an_author_takes_away_is_gone_and_its_answers_stay(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, _ = people
    remark = actions.remark_on(row, entry, text="Geheim.", by=bas)
    actions.remark_on(row, entry, text="Oei.", by=noor, answering=remark)
    actions.remove(remark, by=bas)
    assert Remark.objects.get(pk=remark.pk).text == ""
    talk = talk_about(row, noor, timezone.now())
    assert [line.remark.is_removed for line in talk.lines] == [True] and talk.count == 1
    assert counts_of(Activity, [row.pk]) == {str(row.pk): 1}


def test_a_flag_leads_to_a_decision_and_the_reporter_hears_it(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, ada = people
    remark = actions.remark_on(row, entry, text="Bel moeder op 06-12345678.", by=ada)
    flagged = flaggable("remarks.remark")
    assert flagged
    flag(remark, flagged, reason="privacy", text="", by=bas)
    flag(remark, flagged, reason="privacy", text="Een nummer.", by=bas)
    assert [case.row for case in open_cases(noor)] == [remark]
    assert open_cases(ada) == [] == open_cases(bas)
    case = matter_of(noor, "remarks.remark", str(remark.pk))
    assert case and [each.text for each in case.flags] == ["Een nummer."]
    decide(case, outcome=Outcome.HIDDEN, message="Dank je.", by=noor)
    assert told(bas) == ["moderation.decided"]
    assert Remark.objects.standing().count() == 0
    assert open_cases(noor) == []


def test_pages_of_remarks_answer_only_who_may_see(
    row: Activity, entry: Remarkable, people: list[Any], client: Client
) -> None:
    noor, bas, _ = people
    url = f"/reacties/activity.activity/{row.pk}/"
    outcomes = {}
    for person in people:
        client.force_login(person, backend=BACKEND)
        outcomes[person.name] = client.post(url, {"text": "<b>Dag</b>"}).status_code
    assert outcomes == {"Noor": 302, "Bas": 302, "Ada": 404}
    assert client.post("/reacties/activity.activity/x/", {"text": "a"}).status_code == 404
    remark = Remark.objects.get(author=noor)
    client.force_login(bas, backend=BACKEND)
    assert client.post(f"/reacties/{remark.pk}/weghalen/").status_code == 403
    client.force_login(noor, backend=BACKEND)
    assert client.post(f"/reacties/{remark.pk}/weghalen/").status_code == 302
    assert client.post(url, {"text": "a" * 1_000_000}).status_code == 422
    assert client.post(url, {"text": "a\x00b"}).status_code == 422


def test_one_thanks_once(row: Activity, entry: Remarkable, people: list[Any]) -> None:
    from leerkring.foundation.remarks.queries import thanks_for

    noor, bas, _ = people
    for _ in range(2):
        actions.thank(row, by=bas)
    assert thanks_for(row, bas) == (1, True)
    assert thanks_for(row, noor) == (1, False)
    actions.take_back_thanks(row, by=bas)
    assert thanks_for(row, bas) == (0, False)


@pytest.fixture
def browser(row: Activity, people: list[Any]) -> Client:
    """Bas's, who writes under something of Noor's."""
    browser = Client()
    browser.force_login(people[1], backend=BACKEND)
    return browser


def test_a_reaction_with_a_phone_number_is_asked_about_and_goes_out_without(
    row: Activity, browser: Client
) -> None:
    url = f"/reacties/activity.activity/{row.pk}/"
    text = "Bel moeder maar op 06-12345678."
    asked = browser.post(url, {"text": text})
    assert asked.status_code == 422 and not Remark.objects.exists()
    form = asked.context["form"]
    (question,) = form.traces()
    answers = {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    assert browser.post(url, {"text": text, **answers}).status_code == 302
    assert Remark.objects.get().text == "Bel moeder maar op [weggelaten]."
    assert TraceCount.objects.get().number == 1


def test_who_takes_part_or_is_called_may_be_named_and_nobody_else(
    row: Activity, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_providers", [])
    language.register_names(lambda: ["Noor", "Bas", "Ada", "Job"])
    url = f"/reacties/activity.activity/{row.pk}/"
    assert browser.post(url, {"text": "Dag Noor, vraag het @Ada. Groet, Bas"}).status_code == 302
    asked = browser.post(url, {"text": "Ik sprak Job daarover."})
    assert [question.said for question in asked.context["form"].traces()] == ["Job"]


def test_a_reaction_can_be_looked_over_for_plainness_before_it_is_placed(
    row: Activity, entry: Remarkable, people: list[Any], browser: Client
) -> None:
    text = "De casus werd door het team besproken."
    url = f"/reacties/activity.activity/{row.pk}/"
    remark = actions.remark_on(row, entry, text="Mooi.", by=people[1])
    for address in (url, f"/reacties/{remark.pk}/"):
        looked = browser.post(address, {"text": text, "kijk": "1"})
        page = looked.content.decode()
        assert looked.status_code == 200 and "Vaktaal" in page and f"{text}</textarea>" in page
    assert Remark.objects.get().text == "Mooi."


def test_what_stands_there_already_is_not_asked_again_when_it_is_changed(
    row: Activity, entry: Remarkable, people: list[Any], browser: Client
) -> None:
    remark = actions.remark_on(row, entry, text="Bel 06-12345678.", by=people[1])
    url = f"/reacties/{remark.pk}/"
    assert browser.post(url, {"text": "Bel gerust 06-12345678."}).status_code == 302
    assert browser.post(url, {"text": "Bel 06-12345678 of 06-87654321."}).status_code == 422


def test_a_flag_about_what_its_author_took_away_closes_by_itself(
    row: Activity, entry: Remarkable, people: list[Any]
) -> None:
    noor, bas, ada = people
    flagged = flaggable("remarks.remark")
    assert flagged
    gone, taken_away, stays = (
        actions.remark_on(row, entry, text=text, by=ada) for text in ("een", "twee", "drie")
    )
    for remark in (gone, taken_away, stays):
        flag(remark, flagged, reason="onheus", text="", by=bas)
    gone.delete()
    actions.remove(taken_away, by=ada)
    assert close_flags(timezone.now()) == "2 meldingen gesloten over wat er niet meer is."
    assert close_flags(timezone.now()) == ""
    assert [case.row for case in open_cases(noor)] == [stays]
    outcomes = [flag.decision.get_outcome_display() for flag in own_flags(bas) if flag.decision]
    assert outcomes == ["Het bestaat niet meer"] * 2
    assert told(bas) == ["moderation.decided"] * 2


def test_that_it_is_gone_is_nothing_a_moderator_chooses() -> None:
    form = DecisionForm({"outcome": Outcome.GONE, "message": "Weg."})
    assert not form.is_valid()
