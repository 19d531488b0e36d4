"""Build the meetings of the demo by the same actions that people use."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from leerkring.network.circles.models import Circle, Membership
from leerkring.network.people.models import Person
from leerkring.practice.attendance.group_actions import make_groups, show_groups
from leerkring.practice.attendance.invite_actions import invite_people
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.reply_actions import Answer, reply_to
from leerkring.practice.meetings.actions import (
    Plan,
    Practical,
    announce,
    change_practical,
    make_meeting,
)
from leerkring.practice.meetings.bringing_actions import put_question
from leerkring.practice.meetings.library import form_named
from leerkring.practice.meetings.models import Audience, Meeting, Role
from leerkring.practice.meetings.people_actions import give_role
from leerkring.site.demo.gatherings.afterwards import keep_what_was_said
from leerkring.site.demo.gatherings.guests import ask_guest, let_guest_promise
from leerkring.site.demo.gatherings.sides import put_beside

HERE = Path(__file__).parent
CIRCLE = "Een plek voor elk kind"
HELD, COMING = timedelta(days=20), timedelta(days=12)
MOST_GUESTS, STAY_AWAY = 30, 7  # every seventh says no


def build_meetings(cast: dict[str, Person]) -> None:
    """One that was held three weeks ago, and one that is twelve days from now."""
    circle = Circle.objects.get(name=CIRCLE)
    today = timezone.localdate()
    texts = tomllib.loads((HERE / "workday.toml").read_text(encoding="utf-8"))
    held = _begin(texts, "werkdag-kernpartners", circle, cast, on=today + timedelta(days=1))
    ask_guest(held, texts, by=cast["coordinator"])
    guests = _invite(held, cast)
    _answer(held, cast, said_no=STAY_AWAY)
    show_groups(make_groups(held, tables=5, rounds=2, by=cast["coordinator"]), shown=True)
    keep_what_was_said(held, texts, guests, cast, on=today - HELD)
    let_guest_promise(held, texts, at=held.starts_at)
    texts = tomllib.loads((HERE / "coming.toml").read_text(encoding="utf-8"))
    coming = _begin(texts, "innovatiebijeenkomst", circle, cast, on=today + COMING)
    for question, by in zip(texts["vragen"], (cast["professional"], cast["manager"]), strict=True):
        put_question(coming, text=question, by=by)
    put_beside(coming, texts, cast)
    ask_guest(coming, texts, by=cast["coordinator"])
    _invite(coming, cast)
    _answer(coming, cast, said_no=3)


def _begin(
    texts: dict[str, Any], form: str, circle: Circle, cast: dict[str, Person], *, on: date
) -> Meeting:
    coordinator = cast["coordinator"]
    chosen = form_named(form)
    assert chosen is not None
    plan = Plan(
        title=texts["titel"],
        starts_at=timezone.make_aware(datetime.combine(on, chosen.begins)),
        circle=circle,
        audience=str(Audience.SIGNED_IN),
        themes=circle.themes.all(),
    )
    meeting = make_meeting(plan, by=coordinator, form=chosen)
    give_role(meeting, person=cast["facilitator"], kind=Role.Kind.CHAIR, by=coordinator)
    places, guests = texts.get("plaatsen"), texts.get("gasten", 0)
    where = (texts["plaats"], texts["adres"], texts["bereikbaar"])
    change_practical(meeting, Practical(*where, places, guests), by=coordinator)
    announce(meeting, by=coordinator)
    for question in texts.get("vraag", ()):
        put_question(meeting, text=question["tekst"], by=cast["professional"])
    return meeting


def _invite(meeting: Meeting, cast: dict[str, Person]) -> list[Person]:
    """The circle, the cast, and others, up to thirty; the same people every time."""
    inside = Membership.objects.running().filter(circle=meeting.circle_id)
    first = [cast["professional"], cast["team_mate"], cast["manager"]]
    first += [seat.person for seat in inside.select_related("person").order_by("pk")]
    known = {person.pk for person in (*first, cast["coordinator"])}
    others = Person.objects.exclude(pk__in=known).filter(is_active=True, profile__isnull=False)
    guests = [*first, *others.order_by("pk")[: MOST_GUESTS - len(first)]]
    invite_people(meeting, guests, by=cast["coordinator"])
    return guests


def _answer(meeting: Meeting, cast: dict[str, Person], *, said_no: int) -> None:
    asked = meeting.invitations.exclude(person=None).order_by("person_id")
    for place, invitation in enumerate(asked):
        if invitation.person == cast["professional"]:
            continue  # the professional of the cast answers by hand
        no = place % said_no == said_no - 1
        reply_to(invitation, Answer(str(Reply.Says.NO if no else Reply.Says.YES)))
