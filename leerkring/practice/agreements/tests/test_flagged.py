"""An agreement that is flagged: who decides, out of sight for everybody, or without a passage."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.foundation.moderation.deciding_queries import deciders
from leerkring.foundation.moderation.registry import Flaggable, flaggable
from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.models import Role
from leerkring.network.people.models import Person
from leerkring.practice.agreements import tasks
from leerkring.practice.agreements.handover_actions import spoken_by
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import in_disagreement, waiting_for
from leerkring.practice.agreements.scoring_actions import answer, score
from leerkring.practice.agreements.tests.conftest import START

Agreed = Callable[..., Agreement]
People = Callable[..., Person]
LATER = START + timedelta(weeks=7)


@pytest.fixture
def entry() -> Flaggable:
    found = flaggable("agreements.agreement")
    assert found
    return found


@pytest.fixture
def judge(person: People) -> Person:
    return person("Mo", moderates=True)


def test_neither_partner_decides_and_guides_only_where_they_read_along(
    agreed: Agreed, person: People, judge: Person, entry: Flaggable, school: Person
) -> None:
    guide = person("Gita", "De Gemeente", role=Role.OWNER)
    Person.objects.filter(pk=school.pk).update(moderates=True)
    assert deciders(entry, agreed(is_for_circle=True), ()) == {guide.pk}
    assert deciders(entry, agreed(), ()) == {judge.pk}


def test_what_is_hidden_is_read_asked_and_brought_up_by_nobody(
    agreed: Agreed, judge: Person, school: Person, team: Person,
    browser_of: Callable[[Person], Client],
) -> None:  # fmt: skip
    agreement = agreed()
    scored = score(agreement, kept="niet", sentence="Nee.", by=team, now=LATER)
    answer(scored, stance="anders", text="Wel.", by=school, now=LATER)
    about = ["agreements.agreement", agreement.pk]
    page = browser_of(team).get(agreement.get_absolute_url()).content.decode()
    assert reverse("moderation:flag", args=about) in page
    flagged = browser_of(team).post(reverse("moderation:flag", args=about), {"reason": "privacy"})
    assert flagged.status_code == 302
    case = reverse("moderation:case", args=about)
    assert browser_of(school).get(case).status_code == 404
    assert "ook de partners niet" in browser_of(judge).get(case).content.decode()
    said = {"outcome": "weg", "message": "Dank je.", "to_writer": "Er staat een kind in."}
    assert browser_of(judge).post(case, said).status_code == 302
    for one in (school, team):
        assert browser_of(one).get(agreement.get_absolute_url()).status_code == 404
        assert not Agreement.objects.of(one) and not spoken_by(one)
        assert not waiting_for(one, LATER.date() + timedelta(weeks=20))
    assert not in_disagreement(now=LATER)
    assert tasks.run_due(LATER + timedelta(weeks=20)) == ""
    ruled = Notice.objects.filter(occasion__event="moderation.ruled")
    assert {notice.person for notice in ruled} == {school, team}
    ruling = browser_of(school).get(ruled[0].occasion.url).content.decode()
    assert "Er staat een kind in." in ruling and "De school belt" in ruling
    heard = Notice.objects.get(occasion__event="moderation.decided")
    assert heard.person == team


def test_a_passage_goes_out_of_all_that_was_said(
    agreed: Agreed, entry: Flaggable, school: Person, team: Person
) -> None:
    agreement = agreed(expectation="Bel Kwibus.", escalate_when="Kwibus zwijgt", escalate_to="Bo")
    scored = score(agreement, kept="niet", sentence="Kwibus hoorde niets.", by=team, now=LATER)
    answer(scored, stance="anders", text="Kwibus nam niet op.", by=school, now=LATER)
    fresh: Any = Agreement.objects.get(pk=agreement.pk)
    assert entry.redact and entry.redact(fresh, "kwibus") == 4
    again = Agreement.objects.get(pk=agreement.pk)
    assert "kwibus" not in entry.passage(again).lower() and "Bo" in entry.passage(again)
