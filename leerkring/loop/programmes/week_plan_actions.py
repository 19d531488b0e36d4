"""A plan of the week, changed by hand and accepted."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.loop.programmes.models import (
    Participation,
    PlannedChair,
    PlannedSession,
    Programme,
    WeekPlan,
)
from leerkring.loop.programmes.notices import ChangedSession, tell_of_sessions
from leerkring.loop.programmes.week_chair_letter_actions import put_chair_letters_in_line
from leerkring.loop.programmes.week_letter_actions import put_letters_in_line
from leerkring.loop.programmes.week_queries import plan_in_force, proposal, starts_at
from leerkring.practice.gatherings.actions import arrange


class AlreadyDecided(Exception):
    """Another plan was made or accepted since this page was read."""


@transaction.atomic
def change_by_hand(
    programme: Programme, *, by: Any, team: int, to: dict[str, Any] | None
) -> WeekPlan:
    """Put a team (its participation) at a half-day, room and facilitator, pinned; None lets it go.

    In the proposal that waits, else in a copy of the plan in force. Raises IntegrityError where a
    room or facilitator is taken.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    plan = proposal(programme) or copy_of(programme)
    if to is None:
        plan.sessions.filter(participation=team).update(pinned=False)
    else:
        PlannedSession.objects.update_or_create(
            plan=plan, participation_id=team, defaults={**to, "pinned": True}
        )
        plan.unplaced = [one for one in plan.unplaced if one[0] != team]
        plan.is_proven, plan.bound = False, 0  # counted for what stood there before
        plan.save(update_fields=["unplaced", "is_proven", "bound"])
    record("programmes.week_changed", by=by, about=programme, sentence="De week is aangepast.")
    return plan


def copy_of(programme: Programme) -> WeekPlan:
    """A proposal with what is in the plan in force, if there is one."""
    before = plan_in_force(programme)
    plan = WeekPlan.objects.create(programme=programme, unplaced=before.unplaced if before else [])
    if before:
        rows = list(before.sessions.all()), list(before.chairs.all())
        for row in (*rows[0], *rows[1]):
            row.pk, row.plan = None, plan
        PlannedSession.objects.bulk_create(rows[0])
        PlannedChair.objects.bulk_create(rows[1])
    return plan


@transaction.atomic
def accept_plan(plan: WeekPlan, *, by: Any) -> int:
    """The proposal becomes the plan: sessions get their time, place and facilitator, and everybody
    whose session changed is told. Returns how many changed. Raises AlreadyDecided.
    """
    Programme.objects.select_for_update().get(pk=plan.programme_id)
    if proposal(plan.programme) != plan:
        raise AlreadyDecided
    plan.accepted_at, plan.accepted_by = timezone.now(), by
    plan.save(update_fields=["accepted_at", "accepted_by"])
    changed: list[ChangedSession] = []
    rows = plan.sessions.select_related(
        "participation__session", "participation__team", "half_day", "facilitator__person", "room"
    )
    for row in rows.order_by("half_day", "pk"):
        session, begin = row.participation.session, starts_at(row.half_day)
        if session is None:
            continue
        before = (session.facilitator_id, session.starts_at, session.place)
        if before != (row.facilitator.person_id, begin, row.room.name):
            arrange(
                session, facilitator=row.facilitator.person, starts_at=begin, place=row.room.name
            )
            changed.append(ChangedSession(session, row.participation, *before))
    changed += _let_go(plan)
    put_letters_in_line(plan, changed)
    tell_of_sessions(plan, changed, by=by)
    put_chair_letters_in_line(plan, _before(plan), by=by)
    sentence = f"De week is vastgesteld: {len(changed)} sessies gepland of veranderd."
    record("programmes.week_accepted", by=by, about=plan.programme, sentence=sentence)
    return len(changed)


@transaction.atomic
def well_again(plan: WeekPlan, *, by: Any) -> None:
    """Who was said to be ill can come after all: the proposal without them goes, and what waited
    before it waits again. Raises AlreadyDecided.
    """
    Programme.objects.select_for_update().get(pk=plan.programme_id)
    asked = plan.request
    if asked is None or asked.ill is None or proposal(plan.programme) != plan:
        raise AlreadyDecided
    asked.ill.away.remove(*asked.was_free_at)
    plan.delete()
    sentence = "Een voorstel zonder iemand die ziek was, is weg: die kan toch."
    record("programmes.week_changed", by=by, about=asked.programme, sentence=sentence)


def _let_go(plan: WeekPlan) -> list[ChangedSession]:
    """Sessions that the plan before had, and this one has not."""
    before = _before(plan)
    if before is None:
        return []
    gone = before.sessions.exclude(participation__in=plan.sessions.values("participation"))
    changed = []
    for row in gone.select_related("participation__session", "participation__team"):
        session = row.participation.session
        if session is not None and session.starts_at is not None:
            was = (session.facilitator_id, session.starts_at, session.place)
            arrange(session, facilitator=None, starts_at=None, place="")
            changed.append(ChangedSession(session, row.participation, *was))
    return changed


def _before(plan: WeekPlan) -> WeekPlan | None:
    rows = plan.programme.week_plans.accepted().exclude(pk=plan.pk).select_related("programme")
    return rows.first()


@transaction.atomic
def keep_to_plan(participation: Participation) -> None:
    """A session that was made after the plan was agreed gets its place, and everybody hears."""
    plan, session = plan_in_force(participation.programme), participation.session
    rows = plan.sessions.select_related("half_day", "facilitator__person", "room") if plan else None
    row = rows.filter(participation=participation).first() if rows is not None else None
    if plan is None or row is None or session is None:
        return
    arrange(
        session,
        facilitator=row.facilitator.person,
        starts_at=starts_at(row.half_day),
        place=row.room.name,
    )
    changed = [ChangedSession(session, participation, None, None, "")]
    put_letters_in_line(plan, changed)
    tell_of_sessions(plan, changed, by=None)
