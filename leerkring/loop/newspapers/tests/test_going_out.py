"""Before everyone reads a paper, what people typed in it is looked over."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from leerkring.foundation.language import registry
from leerkring.foundation.language.decisions import Decision
from leerkring.foundation.language.models import TraceCount
from leerkring.loop.newspapers.actions import approve
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.tests.test_desk_view import desk
from leerkring.practice.gatherings.actions import add_quote

BrowserOf = Callable[[str], Client]
WORDS = "Bel Anne de Wit op 06-12345678, dat helpt."


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform knows these two, and nobody else."""
    monkeypatch.setattr(registry, "_providers", [])
    registry.register_names(lambda: ["Anne de Wit", "Roos"])


@pytest.fixture
def agreed(edition: Edition) -> Edition:
    """Roos said it; the team agrees that everyone reads it."""
    session = edition.participation.session
    add_quote(session, entry_id=uuid4(), text=WORDS, speaker="Roos")
    approve(edition, audience="openbaar", by=None)
    return edition


def bring_out(browser: Client, edition: Edition, audience: str, **answers: str) -> Any:
    return browser.post(desk(edition, "publicatie/"), {"audience": audience, **answers})


def test_a_number_and_a_name_in_a_quote_are_asked_about_before_everyone_reads_them(
    agreed: Edition, browser_of: BrowserOf
) -> None:
    leader = browser_of("Leider Noord")
    asked = bring_out(leader, agreed, "openbaar")
    assert asked.status_code == 422
    assert not Publication.objects.exists()
    page = asked.content.decode()
    assert "06-12345678</mark>" in page and '<h3 class="traces__label">Citaat</h3>' in page
    form = asked.context["going_out"]
    assert [question.said for question in form.traces()] == ["Anne de Wit", "06-12345678"]
    (reasons,) = {str(question.choices) for question in form.traces()}
    assert reasons.count("('") - 1 == 4 and "Vervang" not in reasons


def test_with_a_reason_for_each_it_goes_out_and_they_are_counted(
    agreed: Edition, browser_of: BrowserOf
) -> None:
    leader = browser_of("Leider Noord")
    form = bring_out(leader, agreed, "openbaar").context["going_out"]
    answers = {question.name: "toestemming" for question in form.traces()}
    answers["traces-guard"] = form.trace_panel.guard
    out = bring_out(leader, agreed, "openbaar", **answers)
    assert (out.status_code, out.url) == (302, Publication.objects.get().get_absolute_url())
    counted = TraceCount.objects.values_list("kind", "decision", "number")
    assert set(counted) == {
        ("naam", Decision.CONSENT, 1),
        ("telefoon", Decision.CONSENT, 1),
    }
    assert WORDS in Publication.objects.get().content


def test_the_team_reads_its_own_words_without_a_question(
    agreed: Edition, browser_of: BrowserOf
) -> None:
    leader = browser_of("Leider Noord")
    assert bring_out(leader, agreed, "team").status_code == 302
    assert Publication.objects.get().audience == "team"
    wider = bring_out(leader, agreed, "openbaar")
    assert wider.status_code == 422
    assert "al uit voor het team" in wider.content.decode()


def test_who_may_not_bring_it_out_is_asked_nothing(agreed: Edition, browser_of: BrowserOf) -> None:
    assert bring_out(browser_of("Lid Noord"), agreed, "openbaar").status_code == 403
    add_quote(agreed.participation.session, entry_id=uuid4(), text="Anders.", speaker="")
    assert bring_out(browser_of("Leider Noord"), agreed, "openbaar").url == desk(agreed)
