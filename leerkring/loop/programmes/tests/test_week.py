"""The week of a programme: prepared, planned by the worker, accepted, repaired, moved by hand."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.loop.programmes.models import PlanRequest, Programme, WeekPlan
from leerkring.loop.programmes.tasks import run_due
from leerkring.loop.programmes.week_actions import AlreadyAsked, ask_for_plan, set_half_days
from leerkring.loop.programmes.week_forms import HalfDaysForm
from leerkring.loop.programmes.week_making_actions import GIVEN_UP_AFTER, make_plan, take_up
from leerkring.loop.programmes.week_plan_actions import AlreadyDecided, accept_plan
from leerkring.loop.programmes.week_queries import plan_in_force, proposal
from leerkring.network.people.models import Person

MONDAY = date(2126, 10, 7)
PEOPLE = (
    "e-mailadres; thuis in; hoogstens; kan niet; dagvoorzitter; organisatie\n"
    "an@voorbeeld.nl; ik, wij, wijk; 3; ; nee; \n"
    'bo@voorbeeld.nl; ik, wij, wijk; 3; "7-10 middag"; nee; \n'
)


@pytest.fixture
def prepared(taken_in: Programme, coordinator: Client) -> Programme:
    """Two half-days, two rooms, An and Bo, for three teams."""
    by = Person.objects.get(name="Coördinator")
    for name in ("An", "Bo"):
        Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
    set_half_days(taken_in, [(MONDAY, 0, time(9)), (MONDAY, 1, time(13, 30))], by=by)
    for part, lines in (("mensen", PEOPLE), ("zalen", "zaal; plaatsen\nAula; 30\nKantine; ")):
        answer = coordinator.post(page(taken_in, "week_table", part=part), {"lines": lines})
        assert answer.status_code == 302, answer.content.decode()
    return taken_in


def page(programme: Programme, name: str = "week", **more: Any) -> str:
    kwargs = {"pk": programme.pk, "slug": programme.slug, **more}
    return reverse(f"programmes:{name}", kwargs=kwargs)


def planned(programme: Programme, **more: Any) -> WeekPlan:
    ask_for_plan(programme, by=None, **more)
    run_due(timezone.now())
    plan = proposal(programme)
    assert plan is not None
    return plan


def test_a_proposal_is_made_once_and_changes_nothing_until_it_is_accepted(
    prepared: Programme, coordinator: Client
) -> None:
    coordinator.post(page(prepared, "week_request"))
    assert "wordt gemaakt" in coordinator.get(page(prepared)).content.decode()
    with pytest.raises(AlreadyAsked):
        ask_for_plan(prepared, by=None)
    assert "staat klaar" in run_due(timezone.now())
    assert run_due(timezone.now()) == ""
    plan = proposal(prepared)
    assert plan and plan.is_proven and plan.sessions.count() == 3
    assert not prepared.participations.exclude(session__starts_at=None).exists()
    assert not Notice.objects.exists()


def test_the_first_thing_that_a_plan_lacks_comes_before_asking_for_one(
    taken_in: Programme, coordinator: Client
) -> None:
    def shown() -> str:
        return coordinator.get(page(taken_in)).content.decode()

    empty = shown()
    assert "Voor een voorstel ontbreken nog dagdelen, gespreksleiders en zalen." in empty
    assert "Kies ochtenden en middagen</a>" in empty and page(taken_in, "week_request") not in empty
    by = Person.objects.get(name="Coördinator")
    set_half_days(taken_in, [(MONDAY, 0, time(9))], by=by)
    assert "ontbreken nog gespreksleiders en zalen." in shown()
    Person.objects.create_user("an@voorbeeld.nl", "An")
    Person.objects.create_user("bo@voorbeeld.nl", "Bo")
    people = PEOPLE.replace("7-10 middag", "")
    for part, lines in (("mensen", people), ("zalen", "zaal; plaatsen\nAula; 30")):
        coordinator.post(page(taken_in, "week_table", part=part), {"lines": lines})
    ready = shown()
    assert "ontbreken" not in ready and page(taken_in, "week_request") in ready


def test_accepting_plans_the_sessions_and_tells_facilitators_and_members(
    prepared: Programme, coordinator: Client
) -> None:
    plan = planned(prepared)
    answer = coordinator.post(page(prepared, "week_acceptance", plan_id=plan.pk), follow=True)
    assert "3 sessies zijn gepland" in answer.content.decode()
    sessions = [p.session for p in prepared.participations.all()]
    assert all(s and s.starts_at and s.facilitator and s.place for s in sessions)
    told = set(Notice.objects.values_list("person__name", flat=True))
    assert told >= {"Lid Noord"} | {str(s.facilitator) for s in sessions if s}
    with pytest.raises(AlreadyDecided):
        accept_plan(plan, by=None)


def test_when_somebody_is_ill_the_least_changes_and_whom_to_call_is_shown(
    prepared: Programme, coordinator: Client
) -> None:
    accept_plan(planned(prepared), by=None)
    before = plan_in_force(prepared)
    assert before
    lost = before.sessions.select_related("facilitator__person", "half_day").first()
    assert lost
    form = {"person": lost.facilitator_id, "half_days": [lost.half_day_id]}
    assert coordinator.post(page(prepared, "week_illness"), form).status_code == 302
    run_due(timezone.now())
    plan = proposal(prepared)
    assert plan
    at = {"facilitator": lost.facilitator, "half_day": lost.half_day}
    assert not plan.sessions.filter(**at).exists()
    assert "Wie je belt" in coordinator.get(page(prepared)).content.decode()
    Notice.objects.all().delete()
    assert 1 <= accept_plan(plan, by=None) <= 2
    assert Notice.objects.filter(person=lost.facilitator.person).exists()


def test_one_press_in_the_row_of_who_is_ill_asks_for_the_whole_week_and_can_be_undone(
    prepared: Programme, coordinator: Client
) -> None:
    accept_plan(planned(prepared), by=None)
    Notice.objects.all().delete()
    force = plan_in_force(prepared)
    ill = prepared.week_people.get(person__name="Bo")  # who could not come in the afternoon anyhow
    assert f'name="person" value="{ill.pk}"' in coordinator.get(page(prepared)).content.decode()
    coordinator.post(page(prepared, "week_illness"), {"person": ill.pk})
    assert ill.away.count() == 2
    waiting = coordinator.get(page(prepared)).content.decode()
    assert 'name="person"' not in waiting  # one repair at a time
    run_due(timezone.now())
    plan = proposal(prepared)
    assert plan and not plan.sessions.filter(facilitator=ill).exists()
    assert (
        "Dit is de vervanging voor <strong>Bo" in coordinator.get(page(prepared)).content.decode()
    )
    coordinator.post(page(prepared, "week_recovery", plan_id=plan.pk))
    assert proposal(prepared) is None and plan_in_force(prepared) == force
    assert [half.part for half in ill.away.all()] == [1]
    assert not Notice.objects.exists()


def test_after_a_repair_was_agreed_the_row_says_who_is_away_until_they_are_free_again(
    prepared: Programme, coordinator: Client
) -> None:
    def shown() -> tuple[bool, bool]:
        """Whether Bo is said to be away, without the reason, and can be said to fall ill."""
        seen = coordinator.get(page(prepared)).content.decode()
        assert ">ziek</span>" not in seen
        return ">kan niet meer</span>" in seen, "Bo is ziek" in seen

    accept_plan(planned(prepared), by=None)
    assert shown() == (False, True)
    bo = prepared.week_people.get(person__name="Bo")
    accept_plan(planned(prepared, ill=bo, half_days=prepared.half_days.all()), by=None)
    assert shown() == (True, False)
    coordinator.post(page(prepared, "week_table", part="mensen"), {"lines": PEOPLE})
    assert shown() == (False, True)


def test_who_was_replaced_for_some_half_days_can_still_fall_ill_for_the_rest(
    prepared: Programme, coordinator: Client
) -> None:
    accept_plan(planned(prepared), by=None)
    an, morning = prepared.week_people.get(person__name="An"), prepared.half_days.filter(part=0)
    accept_plan(planned(prepared, ill=an, half_days=morning), by=None)
    seen = coordinator.get(page(prepared)).content.decode()
    assert "kan niet: ma 7-10 ochtend" in seen and "An is ziek" in seen


def test_what_was_put_somewhere_by_hand_stays_there(
    prepared: Programme, coordinator: Client
) -> None:
    plan = planned(prepared)
    one = plan.sessions.select_related("room", "half_day").order_by("pk")[0]
    url = page(prepared, "week_move", team=one.participation_id)
    assert "Hierheen" in coordinator.get(url).content.decode()
    free = [
        (half, room)
        for half in prepared.half_days.all()
        for room in prepared.week_rooms.all()
        if not plan.sessions.filter(half_day=half, room=room).exists()
        and not plan.sessions.filter(half_day=half, facilitator=one.facilitator)
        .exclude(pk=one.pk)
        .exists()
    ]
    half, room = free[0]
    place = f"{half.pk} {room.pk} {one.facilitator_id}"
    assert coordinator.post(url, {"place": place}).status_code == 302
    again = planned(prepared).sessions.get(participation=one.participation_id)
    assert (again.half_day, again.room, again.pinned) == (half, room, True)
    coordinator.post(page(prepared, "week_release", team=one.participation_id))
    assert not proposal(prepared).sessions.filter(pinned=True).exists()  # type: ignore[union-attr]


def test_a_place_that_is_taken_or_not_there_is_refused(
    prepared: Programme, coordinator: Client
) -> None:
    first, second, *_ = planned(prepared).sessions.order_by("pk")
    url = page(prepared, "week_move", team=first.participation_id)
    taken = f"{second.half_day_id} {second.room_id} {first.facilitator_id}"
    assert "al bezet" in coordinator.post(url, {"place": taken}, follow=True).content.decode()
    for nonsense in ("", "1 2", "999 999 999", "x y z"):
        assert coordinator.post(url, {"place": nonsense}).status_code == 422


def test_a_worker_that_is_stopped_halfway_is_followed_by_another(prepared: Programme) -> None:
    ask_for_plan(prepared, by=None)
    now = timezone.now()
    request = take_up(now)
    assert request and take_up(now) is None
    later = take_up(now + GIVEN_UP_AFTER * 2)
    assert later and make_plan(later)
    assert make_plan(request) is None  # the first one wakes up after all
    assert WeekPlan.objects.filter(programme=prepared).count() == 1


def test_a_plan_that_fails_time_after_time_is_given_up(
    prepared: Programme, coordinator: Client
) -> None:
    ask_for_plan(prepared, by=None)
    PlanRequest.objects.update(attempts=3)
    assert "niet gelukt" in run_due(timezone.now())
    assert "afgebroken" in coordinator.get(page(prepared)).content.decode()


def test_faults_in_a_table_are_told_by_row_and_column_and_nothing_is_kept(
    prepared: Programme, coordinator: Client
) -> None:
    lines = "e-mailadres; hoogstens; thuis in; kan niet\nzus@voorbeeld.nl; veel; wjik; 7-11 ochtend"
    answer = coordinator.post(page(prepared, "week_table", part="mensen"), {"lines": lines})
    assert answer.status_code == 422
    told = answer.content.decode()
    for column in ("e-mailadres", "hoogstens", "thuis in", "kan niet"):
        assert f"de regels, rij 2, kolom {column}" in told
    assert prepared.week_people.count() == 2


def test_who_cannot_be_placed_is_shown_with_the_reason(
    prepared: Programme, coordinator: Client
) -> None:
    prepared.week_people.update(skills=[])
    plan = planned(prepared)
    assert len(plan.unplaced) == 3
    assert "Geen gespreksleider is thuis in" in coordinator.get(page(prepared)).content.decode()


def test_the_page_asks_as_much_with_one_session_as_with_three(
    prepared: Programme, coordinator: Client
) -> None:
    plan = planned(prepared)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            coordinator.get(page(prepared))
        counts.append(len(queries))
        plan.sessions.filter(pk__in=plan.sessions.values_list("pk")[:2]).delete()
    assert counts[0] == counts[1] <= 40


def test_the_grid_tells_of_every_cell_what_would_be_wrong_there(
    prepared: Programme, coordinator: Client
) -> None:
    one = planned(prepared).sessions.order_by("pk")[0]
    bo = prepared.week_people.get(person__name="Bo")
    _, afternoon = prepared.half_days.all()
    url = page(prepared, "week_slots", team=one.participation_id)
    slots = {slot["cell"]: slot for slot in coordinator.get(url).json()["slots"]}
    assert len(slots) == 2 * 2
    away = slots[f"{bo.pk}-{afternoon.pk}"]
    assert "Bo is er niet op" in " ".join(away["clashes"])
    assert away["is_possible"] and away["place"].endswith(f" {bo.pk}")
    own = slots[f"{one.facilitator_id}-{one.half_day_id}"]
    now = f"{one.half_day_id} {one.room_id} {one.facilitator_id}"
    assert (own["place"], own["clashes"]) == (now, [])
    by_room = coordinator.get(url, {"rijen": "zalen"}).json()["slots"]
    assert {slot["cell"].split("-")[0] for slot in by_room} == {
        str(room.pk) for room in prepared.week_rooms.all()
    }


@pytest.mark.parametrize("rows", ["mensen", "zalen"])
def test_the_grid_has_a_card_for_each_session_that_leads_to_a_page_without_scripts(
    prepared: Programme, coordinator: Client, rows: str
) -> None:
    plan = planned(prepared)
    told = coordinator.get(page(prepared), {"rijen": rows}).content.decode()
    assert told.count("data-week-card") == 3
    for one in plan.sessions.all():
        assert told.count(f'href="{page(prepared, "week_move", team=one.participation_id)}"') == 1


def test_of_a_long_programme_the_month_ahead_and_all_that_was_chosen_can_be_ticked(
    taken_in: Programme, coordinator: Client
) -> None:
    today = timezone.localdate()
    taken_in.starts_on, taken_in.ends_on = today - timedelta(days=40), today + timedelta(days=90)
    taken_in.save()
    far = today + timedelta(days=80)
    set_half_days(taken_in, [(far, 1, time(13, 30))], by=None)
    form = HalfDaysForm(programme=taken_in)
    days = {choice.split()[0] for choice, _ in form.fields["halves"].choices}
    assert form.fields["halves"].initial == [f"{far} 1"]
    assert min(days) >= str(today) and max(days) == str(far)
