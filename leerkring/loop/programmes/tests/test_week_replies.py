"""Yes or no behind the link in a mail about a week, and what a coordinator sees of it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tests import dying
from leerkring.loop.programmes.models import PlannedSession, Programme, WeekPlan, WeekReply
from leerkring.loop.programmes.tasks import run_due
from leerkring.loop.programmes.tests.test_week import page, planned, prepared
from leerkring.loop.programmes.tests.test_week_chairs import chaired
from leerkring.loop.programmes.week_link_queries import behind, chairing_path, session_path
from leerkring.loop.programmes.week_plan_actions import accept_plan, change_by_hand, keep_to_plan
from leerkring.loop.programmes.week_queries import proposal
from leerkring.loop.programmes.week_reply_queries import answers_to
from leerkring.network.people.models import Person

__all__ = ["chaired", "prepared"]  # fixtures


@pytest.fixture
def agreed(prepared: Programme) -> WeekPlan:
    plan = planned(prepared)
    accept_plan(plan, by=None)
    return plan


def first(plan: WeekPlan) -> PlannedSession:
    return plan.sessions.select_related(
        "participation__session", "participation__team", "facilitator__person", "half_day"
    ).order_by("pk")[0]


def link_of(one: PlannedSession) -> str:
    session, person = one.participation.session_id, one.facilitator.person_id
    assert session and person
    return session_path(session, person)


def say(one: PlannedSession, says: str) -> Any:
    return Client().post(link_of(one), {f"s{one.participation.session_id}": says})


def test_the_mail_carries_links_that_record_nothing_until_the_page_is_sent(
    agreed: WeekPlan, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()
    run_due(timezone.now())
    one = first(agreed)
    body = next(m.body for m in dying.taken if link_of(one) in m.body)
    for says in ("ja", "nee"):
        assert f"{settings.SITE_URL}{link_of(one)}?zeg={says}" in body
    shown = Client().get(f"{link_of(one)}?zeg=nee")
    assert shown.status_code == 200 and shown["Cache-Control"] == "no-store"
    ticked = re.findall(r"<input[^>]*checked[^>]*>", shown.content.decode())
    assert len(ticked) == 1 and 'value="nee"' in ticked[0]
    assert not WeekReply.objects.exists()


def test_an_answer_needs_no_account_and_the_newest_counts_once(agreed: WeekPlan) -> None:
    one = first(agreed)
    assert say(one, "").status_code == 422
    for says in ("nee", "nee", "ja"):
        assert say(one, says).status_code == 302
    assert [row.says for row in WeekReply.objects.all()] == ["ja"]
    assert "Je zei: ja, ik kan." in Client().get(link_of(one)).content.decode()


def test_a_link_that_somebody_made_up_opens_nothing(agreed: WeekPlan) -> None:
    one = first(agreed)
    token = link_of(one).rstrip("/").rsplit("/", 1)[1]
    number = f"s-{one.participation.session_id}-{one.facilitator.person_id}"
    other = token.replace(number, number[:-1] + str(int(number[-1]) + 1))
    for wrong in (token[:-1], other, "s-1", "x", "v-1-1.x"):
        assert behind(wrong) is None
        url = reverse("programmes:week_reply", args=[wrong])
        assert Client().get(url).status_code == Client().post(url).status_code == 404


def test_a_no_shows_in_the_grid_and_one_press_finds_somebody_else(
    agreed: WeekPlan, coordinator: Client
) -> None:
    one, url = first(agreed), page(agreed.programme)
    before = coordinator.get(url).content.decode()
    assert "kan niet</span>" not in before and "Nog geen antwoord: 2" in before
    say(one, "nee")
    told = coordinator.get(url).content.decode()
    assert told.count("kan niet</span>") == 1 and "Zoek vervanging" in told
    press = page(agreed.programme, "week_replacement", person=one.facilitator_id)
    assert coordinator.post(press).status_code == 302
    assert coordinator.get(page(agreed.programme, "week_state")).json()["done"] is False
    run_due(timezone.now())
    assert coordinator.get(page(agreed.programme, "week_state")).json() == {
        "done": True,
        "says": "Het voorstel is klaar.",
    }
    plan = proposal(agreed.programme)
    assert plan
    assert not plan.sessions.filter(facilitator=one.facilitator, half_day=one.half_day).exists()
    assert "In het voorstel is dit opgelost." in coordinator.get(url).content.decode()


def test_who_coordinates_hears_once_of_a_no(agreed: WeekPlan) -> None:
    Notice.objects.all().delete()
    for says in ("nee", "ja", "nee"):
        say(first(agreed), says)
    told = Notice.objects.filter(occasion__event="programmes.cannot")
    assert [notice.person.name for notice in told] == ["Coördinator"]


def test_a_member_who_cannot_is_counted_and_is_no_reason_to_find_somebody_else(
    agreed: WeekPlan, coordinator: Client
) -> None:
    one = agreed.sessions.select_related("participation").get(participation__team__slug="noord")
    member = Person.objects.get(name="Lid Noord")
    assert one.participation.session_id
    url = session_path(one.participation.session_id, member.pk)
    Client().post(url, {f"s{one.participation.session_id}": "nee"})
    answers = answers_to(agreed)
    team = next(line for line in answers.teams if line.participation == one.participation_id)
    assert (team.yes, team.no) == (0, 1) and not answers.cannot
    press = page(agreed.programme, "week_replacement", person=one.facilitator_id)
    assert "nergens meer nee op" in coordinator.post(press, follow=True).content.decode()
    assert not agreed.programme.plan_requests.filter(done_at=None).exists()


def test_a_session_that_moves_is_asked_anew_and_who_lost_it_is_asked_nothing(
    agreed: WeekPlan,
) -> None:
    one = first(agreed)
    say(one, "ja")
    other = agreed.programme.week_people.exclude(pk=one.facilitator_id).get()
    half = agreed.programme.half_days.exclude(pk=one.half_day_id).get()
    agreed.sessions.exclude(pk=one.pk).filter(half_day=half).delete()
    to = {"half_day": half, "room": one.room, "facilitator": one.facilitator}
    accept_plan(
        change_by_hand(agreed.programme, by=None, team=one.participation_id, to=to), by=None
    )
    assert "Je zei" not in Client().get(link_of(one)).content.decode()
    to["facilitator"] = other
    accept_plan(
        change_by_hand(agreed.programme, by=None, team=one.participation_id, to=to), by=None
    )
    assert "Je hoeft niet te komen" in Client().get(link_of(one)).content.decode()
    say(one, "nee")
    assert WeekReply.objects.get().says == "ja"


def test_a_chair_answers_for_each_half_day_and_a_no_is_repaired(
    chaired: WeekPlan, coordinator: Client
) -> None:
    cas = Person.objects.get(name="Cas")
    chaired.programme.week_people.get(person__name="Dee").away.clear()
    url, half = chairing_path(chaired.programme_id, cas.pk), chaired.chairs.get(person__person=cas)
    assert "Kun je" in Client().get(url).content.decode()
    assert Client().post(url, {f"d{half.half_day_id}": "nee"}).status_code == 302
    assert "voorzitter Cas" in coordinator.get(page(chaired.programme)).content.decode()
    press = page(chaired.programme, "week_replacement", person=half.person_id)
    coordinator.post(press)
    run_due(timezone.now())
    plan = proposal(chaired.programme)
    assert plan and not plan.chairs.filter(person__person=cas).exists()


def test_what_is_over_is_no_longer_answered_nor_asked(agreed: WeekPlan) -> None:
    one = first(agreed)
    session = one.participation.session
    assert session
    past = timezone.now() - timedelta(days=1)
    session.plan(facilitator=one.facilitator.person, starts_at=past, place="")
    assert "Dit is al geweest." in Client().get(link_of(one)).content.decode()
    say(one, "nee")
    assert not WeekReply.objects.exists()
    late = answers_to(agreed, timezone.now() + timedelta(days=365 * 150))
    assert late.concern_nobody and not late.are_complete and not late.teams


def test_a_fixed_plan_without_scripts_has_asked_nobody_and_nobody_agreed(
    prepared: Programme, coordinator: Client
) -> None:
    made = dict(prepared.participations.values_list("pk", "session"))
    prepared.participations.update(session=None)
    plan = planned(prepared)
    accept_plan(plan, by=None)
    answers = answers_to(plan)
    assert not answers.are_complete and not answers.are_all_yes and not answers.concern_nobody
    assert not answers.silent and not answers.teams
    (group,) = answers.unasked
    leads = set(plan.sessions.values_list("facilitator", flat=True))
    assert {line.person.pk for line in group.people} == leads and "draaiboek" in group.why
    shown = coordinator.get(page(prepared)).content.decode()
    assert f"Nog niet gevraagd: {len(leads)}" in shown and "zeiden dat ze kunnen" not in shown
    part = first(plan).participation
    part.session_id = made[part.pk]
    part.save()
    keep_to_plan(part)  # as when its script is made
    say(first(plan), "ja")
    assert "Nog niet iedereen is gevraagd" in coordinator.get(page(prepared)).content.decode()
    assert not answers_to(plan).are_complete


def test_everybody_agreed_only_when_everybody_was_asked_and_said_yes(
    chaired: WeekPlan, coordinator: Client
) -> None:
    for one in chaired.sessions.select_related("participation", "facilitator"):
        say(one, "ja")
    left = answers_to(chaired)
    chairs = set(chaired.chairs.values_list("person", flat=True))
    assert {line.person.pk for line in left.silent} == chairs and not left.are_complete
    for chair in chaired.chairs.select_related("person"):
        url = chairing_path(chaired.programme_id, chair.person.person_id or 0)
        halves = chaired.chairs.filter(person=chair.person).values_list("half_day", flat=True)
        Client().post(url, {f"d{half}": "ja" for half in halves})
    assert answers_to(chaired).are_complete
    shown = coordinator.get(page(chaired.programme)).content.decode()
    assert "Alle gespreksleiders en dagvoorzitters zeiden dat ze kunnen." in shown


def test_mails_to_who_leads_and_to_who_chairs_are_counted_apart(
    prepared: Programme, coordinator: Client
) -> None:
    prepared.participations.update(session=None)
    prepared.week_people.filter(person__name="Bo").update(chairs=True)
    accept_plan(planned(prepared), by=None)
    shown = coordinator.get(page(prepared)).content.decode()
    assert "Mails aan dagvoorzitters: 0 verstuurd, 1 onderweg." in shown
    assert "Mails aan gespreksleiders" not in shown
