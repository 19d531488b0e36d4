import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.network.people.actions import join_team, organisation_named
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses import registry
from leerkring.practice.pulses.actions import close_pulse, give_reply, sort_into_themes
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.registry import register_leaders
from leerkring.practice.pulses.tests.conftest import a_session, asked, open_now, send, someone
from leerkring.practice.pulses.views import gate
from leerkring.practice.scans.models import Response

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[str], Client]
TAPS = {"OPBRENGST": "4", "RUIMTE": "5"}


def door(pulse: Pulse) -> str:
    return reverse("pulses:answer", args=[pulse.code])


def mark_in(page: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', page)
    assert found
    return found[1]


def test_three_taps_without_an_account_or_a_script(client: Client) -> None:
    pulse = asked()
    page = client.get(door(pulse)).content.decode()
    assert "<script" not in page
    response = client.post(door(pulse), TAPS | {"mark": mark_in(page)})
    assert response["Location"] == reverse("pulses:thanks", args=[pulse.code])
    assert bytes(Response.objects.get(round=pulse.round).answers) == bytes([4, 5, 0])


def test_every_page_has_a_mark_of_its_own(client: Client) -> None:
    pulse = asked()
    pages = [client.get(door(pulse)).content.decode() for _ in range(2)]
    assert mark_in(pages[0]) != mark_in(pages[1])


def test_the_first_load_stays_under_fifteen_kilobytes(client: Client) -> None:
    page = client.get(door(asked())).content
    linked = re.findall(rb'(?:href|src)="/static/([^"]+)"', page)
    files = [Path(finders.find(name.decode())).read_bytes() for name in linked]
    assert len(files) == 3
    assert len(page) + sum(map(len, files)) < 15_000


def test_nothing_behind_a_link_is_stored_or_told_on(client: Client) -> None:
    response = client.get(door(asked()))
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"


def test_who_taps_nothing_is_asked_for_one_answer(client: Client) -> None:
    pulse = asked()
    response = client.post(door(pulse), {"mark": "een", "text": "Alleen dit."})
    assert response.status_code == 422
    assert "minstens één zin" in response.content.decode()
    assert not Response.objects.exists()


@pytest.mark.parametrize("value", ["6", "0", "255", "-1", "x", "4\x00"])
def test_what_is_not_on_the_scale_is_refused(client: Client, value: str) -> None:
    pulse = asked()
    assert client.post(door(pulse), {"mark": "een", "OPBRENGST": value}).status_code == 422
    assert not Response.objects.exists()


def test_the_writer_is_told_first_and_readers_see_a_cover(client: Client) -> None:
    pulse = asked()
    join_team(person=someone("Samira Bakhuis"), team=pulse.row.team, since=date(2026, 1, 1))
    sent = TAPS | {"mark": "een", "text": "Samira belt op 06-12345678."}
    page = client.post(door(pulse), sent).content.decode()
    assert "«Samira»" in page and "06-12345678»" in page
    assert not OpenAnswer.objects.exists()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    client.post(door(pulse), sent | {"seen": seen[1]})
    assert OpenAnswer.objects.get().text == "▮▮▮ belt op ▮▮▮."


def test_a_school_that_is_known_is_covered_beside_somebody_and_not_by_itself(
    client: Client,
) -> None:
    pulse = asked()
    organisation_named("Basisschool De Regenboog")
    text = "Een meisje van negen van Basisschool De Regenboog."
    page = client.post(door(pulse), TAPS | {"mark": "een", "text": text}).content.decode()
    assert "«Basisschool De Regenboog»" in page
    client.post(door(pulse), TAPS | {"mark": "twee", "text": "Basisschool De Regenboog was er."})
    assert OpenAnswer.objects.get().text == "Basisschool De Regenboog was er."


def test_a_text_that_changed_since_is_looked_at_again(client: Client) -> None:
    pulse = asked()
    sent = TAPS | {"mark": "een", "text": "Bel 06-12345678."}
    page = client.post(door(pulse), sent).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    client.post(door(pulse), sent | {"seen": seen[1], "text": "Bel 06-87654321."})
    assert not OpenAnswer.objects.exists()


def test_markup_and_turned_letters_stay_text(client: Client, browser_of: BrowserOf) -> None:
    pulse = asked()
    client.post(door(pulse), TAPS | {"mark": "een", "text": "<b>dik</b>\u202e om"})
    send(pulse, *[(4, 4, 4)] * 5)
    close_pulse(pulse, by=None)
    page = browser_of("Gespreksleider").get(pulse.get_absolute_url()).content.decode()
    assert "&lt;b&gt;dik&lt;/b&gt; om" in page


def test_a_closed_link_says_what_is_done_with_it(client: Client) -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 4)] * 5)
    close_pulse(pulse, by=None)
    give_reply(pulse, text="We beginnen eerder.", by=someone("Gespreksleider"))
    response = client.get(door(pulse))
    assert response.status_code == 410
    assert "We beginnen eerder." in response.content.decode()


def test_who_guesses_codes_gets_no_further_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MOST_MISSES", 3)
    codes = [client.get(f"/p/raad{number}/").status_code for number in range(5)]
    assert codes == [404, 404, 404, 429, 429]
    assert client.get(door(asked())).status_code == 200  # who has the link may come in


def test_who_sends_too_much_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_SENT", 1)
    pulse = asked()
    for number in range(2):
        response = client.post(door(pulse), TAPS | {"mark": str(number)})
    assert response.status_code == 429
    assert Response.objects.count() == 1


def test_asking_takes_one_step_and_plans_the_effect_question(browser_of: BrowserOf) -> None:
    session = a_session()
    browser = browser_of("Gespreksleider")
    browser.post(reverse("pulses:ask", args=["sessie", session.pk, "terugblik"]), {"effect": "on"})
    kinds = {pulse.kind: pulse for pulse in Pulse.objects.around(session)}
    assert set(kinds) == {Kind.AFTER, Kind.EFFECT}
    assert kinds[Kind.EFFECT].opens_at == session.starts_at + timedelta(weeks=6)
    page = browser.get(reverse("pulses:screen", args=[kinds[Kind.AFTER].pk])).content.decode()
    assert kinds[Kind.AFTER].code in page and "<svg" in page


def test_topics_are_lines_of_once_each(browser_of: BrowserOf) -> None:
    session = a_session(starts_at=timezone.now() + timedelta(days=3))
    address = reverse("pulses:ask", args=["sessie", session.pk, "vooraf"])
    browser_of("Gespreksleider").post(address, {"topics": "Rust\n rust \n=1+1\n\n"})
    asked_of = Pulse.objects.around(session).get().round.instrument.instrument
    assert [item.statement for item in asked_of.items] == ["Rust", "=1+1"]


def test_a_member_sees_figures_and_no_open_answers(browser_of: BrowserOf) -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 4)] * 5, text="Meer koffie.")
    close_pulse(pulse, by=None)
    pages = {
        name: browser_of(name).get(pulse.get_absolute_url()).content.decode()
        for name in ("Lid", "Gespreksleider")
    }
    assert all("5 mensen antwoordden" in page for page in pages.values())
    assert "Meer koffie." in pages["Gespreksleider"]
    assert "Meer koffie." not in pages["Lid"]


def test_progress_is_told_from_five_answers_on_and_only_to_who_leads(
    browser_of: BrowserOf,
) -> None:
    pulse = asked(places=12)
    send(pulse, *[(4, 4, 4)] * 4)
    leader = browser_of("Gespreksleider")
    assert "Vanaf 5 antwoorden" in leader.get(pulse.get_absolute_url()).content.decode()
    send(pulse, (4, 4, 4), (4, 4, 4))
    assert "6 antwoorden." in leader.get(pulse.get_absolute_url()).content.decode()
    assert "6 antwoorden." not in browser_of("Lid").get(pulse.get_absolute_url()).content.decode()


def test_a_reply_with_a_number_in_it_is_covered_after_a_look(browser_of: BrowserOf) -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 4)] * 5)
    close_pulse(pulse, by=None)
    browser, address = browser_of("Gespreksleider"), reverse("pulses:reply", args=[pulse.pk])
    page = browser.post(address, {"text": "Bel 06-12345678."}).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    browser.post(address, {"text": "Bel 06-12345678.", "seen": seen[1]})
    assert Pulse.objects.get(pk=pulse.pk).reply.text == "Bel ▮▮▮."


@pytest.mark.parametrize("closed", [False, True])
def test_a_page_costs_the_same_for_one_answer_and_for_more(
    closed: bool, browser_of: BrowserOf
) -> None:
    counts = []
    for number, people in enumerate((5, 8)):
        pulse = asked(session=a_session(f"Team {number}"))
        for _ in range(people):
            send(pulse, (4, 4, 4), text="Meer tijd.")
        if closed:
            close_pulse(pulse, by=None)
        browser = browser_of("Gespreksleider")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(pulse.get_absolute_url()).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 9


def test_the_three_taps_cost_one_query(client: Client) -> None:
    pulse = open_now(asked(Kind.EFFECT))
    with CaptureQueriesContext(connection) as queries:
        client.get(door(pulse))
    assert len(queries) <= 1


def test_whom_a_room_above_names_leads_the_session_too(
    browser_of: BrowserOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = a_session()
    address = reverse("pulses:ask", args=["sessie", session.pk, "terugblik"])
    coordinator = someone("Coördinator")
    assert browser_of("Coördinator").get(address).status_code == 404
    monkeypatch.setattr(registry, "_leaders", [])
    register_leaders(lambda person: Session.objects.filter(pk=session.pk * (person == coordinator)))
    assert browser_of("Coördinator").get(address).status_code == 200
    assert browser_of("Lid").get(address).status_code == 404


@pytest.mark.parametrize(
    ("page", "field", "most"),
    [("themas/", "theme-{answer}", 60), ("themas/antwoord/", "reply-0", 600)],
)
def test_a_theme_that_is_too_long_is_still_there_to_be_made_shorter(
    page: str, field: str, most: int, browser_of: Callable[[str], Client]
) -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 4)] * 5, text="Meer koffie.")
    close_pulse(pulse, by=None)
    answer = OpenAnswer.objects.get()
    sort_into_themes(pulse, {answer.pk: "koffie"}, {answer.pk: OpenAnswer.Fate.TOLD})
    typed = "Veel te lang " * (most // 10)
    sent = browser_of("Gespreksleider").post(
        f"/korte-peilingen/{pulse.pk}/{page}", {field.format(answer=answer.pk): typed}
    )
    assert sent.status_code == 422
    assert typed.strip() in sent.content.decode()
    assert OpenAnswer.objects.get().theme == "koffie"
