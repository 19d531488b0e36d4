"""What happens off stage, by the rooms' own actions: accounts, other sessions, weeks that pass.

In a process of its own, as `stage.py`: `python -m tests.journeys.backstage NAME ARGUMENT…`.
"""

import json
import sys
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from tests.journeys.stage import PASSWORD


def accounts(people: list[list[str]]) -> None:
    """People who sign in with a password: [mail address, name, team or nothing]."""
    from django.contrib.auth.hashers import make_password

    from leerkring.network.entrance.actions import confirm_address
    from leerkring.network.people.actions import join_team
    from leerkring.network.people.models import Person, Team

    password = make_password(PASSWORD)
    for address, name, team in people:
        person = Person.objects.create_user(address, name)
        person.password = password
        person.save()
        confirm_address(person, address)
        if team:
            join_team(person=person, team=Team.objects.get(name=team), since=date(2026, 1, 5))


def hold_the_rest(programme: int) -> None:
    """Every session that brought nothing yet is held, and its paper is out for everyone."""
    from leerkring.loop.newspapers.actions import approve, begin_edition, publish
    from leerkring.loop.programmes.models import Participation
    from leerkring.practice.gatherings.actions import add_commitment, save_note
    from leerkring.practice.scans.results import Audience

    rows = Participation.objects.filter(programme=programme, editions=None)
    for number, one in enumerate(rows.select_related("session", "team", "programme")):
        assert one.session is not None
        for question, text in (
            ("ik-waar", f"Ik bel te laat, zei de {number + 1}e."),
            ("wij-willen", "Wij willen één plan voor één gezin."),
            ("wijk-beeld", "Een wijk waar mensen elkaar groeten."),
        ):
            save_note(
                one.session, question=question, text=text, base=0, save_id=uuid4(),
                by=one.session.facilitator,
            )  # fmt: skip
        add_commitment(
            one.session, entry_id=uuid4(), text="bellen we eerst", who="wij", look_back_on=None
        )
        edition = begin_edition(one)
        approve(edition, audience=Audience.PUBLIC, by=None)
        publish(edition, audience=Audience.PUBLIC, by=one.session.facilitator)


def kept_on_board(code: str) -> list[list[int]]:
    """The votes on its question of now, a row each time that it is voted: how many, of how many."""
    from leerkring.practice.boards.models import Board, Vote

    board = Board.objects.get(code=code)
    votes = Vote.objects.filter(question__board=board, question__position=1)
    marks = [list(votes.filter(phase=n).values_list("mark", flat=True)) for n in (0, 1, 2)]
    return [[len(rows), len(set(rows))] for rows in marks if rows]


def take_in_round(name: str, teams: list[list[Any]]) -> list[Any]:
    """A programme of the coordinator: teams as [name, organisation, number of answers]; its number
    and, by team, the address of the session."""
    from leerkring.loop.programmes.actions import start_programme, take_in
    from leerkring.network.people.models import Person
    from tests.cast import an_intake

    by = Person.objects.get(email="ruben@leerkring.example")
    today = date.today()  # noqa: DTZ011
    programme = start_programme(
        name=name, municipality="Rotterdam", starts_on=today, ends_on=today, budget=0, by=by
    )
    take_in(programme, an_intake([tuple(team) for team in teams]), by=by)
    rows = programme.participations.select_related("team", "session")
    return [programme.pk, {row.team.name: row.session.get_absolute_url() for row in rows}]


def led_by_the_coordinator(programme: int) -> None:
    """Every session of this programme, today."""
    from django.utils import timezone

    from leerkring.loop.programmes.models import Participation
    from leerkring.network.people.models import Person

    by = Person.objects.get(email="ruben@leerkring.example")
    for one in Participation.objects.filter(programme=programme).select_related("session"):
        assert one.session is not None
        one.session.plan(facilitator=by, starts_at=timezone.now(), place="Buurthuis De Kade")


def circle_of(name: str, members: list[str]) -> int:
    """A circle of the coordinator, in which the people with these addresses are; its number."""
    from leerkring.network.circles.actions import Settings, start_circle
    from leerkring.network.circles.entry_actions import accept, invite
    from leerkring.network.people.models import Person

    by = Person.objects.get(email="ruben@leerkring.example")
    circle = start_circle("werkgroep", Settings.usual_for("werkgroep", name, "Samen."), by=by)
    for person in Person.objects.filter(email__in=members).order_by("pk"):
        accept(invite(circle, person=person, by=by), agreed=True)
    return circle.pk


def a_day_at_the_door(title: str, names: list[str]) -> list[Any]:
    """A meeting of today, of the coordinator, to which these people come: the address of its desk;
    and by name the letters and the address of the badge of each."""
    from django.urls import reverse
    from django.utils import timezone

    from leerkring.network.people.models import Person
    from leerkring.network.people.slugs import slug_of
    from leerkring.practice.attendance.door_letters import door_letters
    from leerkring.practice.attendance.invite_actions import invite
    from leerkring.practice.attendance.link_queries import badge_path
    from leerkring.practice.attendance.people_lines import Asked
    from leerkring.practice.attendance.reply_actions import Answer, reply_to
    from leerkring.practice.meetings.actions import Plan, announce, make_meeting

    by = Person.objects.get(email="ruben@leerkring.example")
    plan = Plan(title=title, starts_at=timezone.now(), audience="invited")
    meeting = make_meeting(plan, by=by)
    announce(meeting, by=by)
    asked = [Asked(name, f"{slug_of(name)}@{slug_of(title)}.example", "") for name in names]
    invite(meeting, asked, by=by)
    found = {}
    for one in meeting.invitations.all():
        reply_to(one, Answer("ja"))
        found[one.name] = {"letters": door_letters(one.pk), "badge": badge_path(one.pk)}
    return [reverse("attendance:desk", args=[meeting.pk, meeting.slug]), found]


def a_day_of_three(title: str, sessions: list[list[str]]) -> str:
    """A day that began just now, of the coordinator, with sessions beside each other, each as
    [subject, room, mail address of who leads it]: the address of its page."""
    from django.utils import timezone

    from leerkring.network.people.models import Person
    from leerkring.practice.meetings.actions import Plan, announce, make_meeting
    from leerkring.practice.meetings.people_actions import give_role
    from leerkring.practice.meetings.programme_actions import (
        BlockText,
        StrandText,
        add_block,
        add_strand,
    )

    by = Person.objects.get(email="ruben@leerkring.example")
    plan = Plan(title=title, starts_at=timezone.now(), audience="signed-in")
    meeting = make_meeting(plan, by=by)
    block = add_block(meeting, BlockText("Sessies naast elkaar", minutes=90, kind="parallel"))
    for subject, room, address in sessions:
        leader = Person.objects.get(email=address)
        give_role(meeting, person=leader, kind="facilitator", by=by)
        add_strand(block, StrandText(subject, room=room, leader=leader))
    announce(meeting, by=by)
    return meeting.get_absolute_url()


def taps_of(desk: str) -> dict[str, int]:
    """How many taps came in at this desk, by name."""
    from collections import Counter

    from django.urls import resolve

    from leerkring.practice.attendance.models import Tap

    rows = Tap.objects.filter(invitation__meeting=resolve(desk).kwargs["pk"])
    return dict(Counter(rows.order_by("pk").values_list("invitation__name", flat=True)))


def weeks_pass(weeks: int, circle: int, teams: list[str]) -> None:
    """All that this circle and these teams did was so much longer ago; then the worker looks."""
    from django.db.models import Q

    from leerkring.practice.agreements.models import Agreement, Confirmation
    from leerkring.practice.commitments.models import Commitment
    from leerkring.practice.meetings.models import Meeting

    meetings = Meeting.objects.filter(circle=circle)
    promises = Q(meeting__in=meetings.values("pk")) | Q(team__name__in=teams)
    agreements = Agreement.objects.filter(circle=circle)
    for rows, days in (
        (meetings, ["starts_at"]),
        (Commitment.objects.filter(promises), ["made_on", "look_back_on", "ask_on"]),
        (agreements, ["made_at", "score_from", "ask_on"]),
        (Confirmation.objects.filter(agreement__in=agreements), ["at"]),
    ):
        for row in list(rows):
            then = {day: getattr(row, day) for day in days if getattr(row, day)}
            earlier = {day: _before(at, weeks) for day, at in then.items()}
            type(row)._base_manager.filter(pk=row.pk).update(**earlier)
    look_by_day()


def _before(at: Any, weeks: int) -> Any:
    """By the clock on the wall: late in the evening an hour of summer is another day."""
    if isinstance(at, datetime):
        from django.utils import timezone

        at = timezone.localtime(at)
    return at - timedelta(weeks=weeks)


def a_week_passes(address: str) -> None:
    """What waits for this person, in a mail or to be forgotten, waited seven days longer; then
    the worker looks."""
    from django.db.models import F

    from leerkring.foundation.dossier.models import ErasureRequest
    from leerkring.foundation.notifications.models import Delivery

    week = timedelta(days=7)
    Delivery.objects.filter(person__email=address).update(at=F("at") - week)
    ErasureRequest.objects.filter(person__email=address).update(
        asked_at=F("asked_at") - week,
        due_at=F("due_at") - week,
        next_try_at=F("next_try_at") - week,
    )
    look_by_day()


def look_by_day() -> None:
    """The worker looks twice, at an hour at which people are asked something."""
    from django.utils import timezone

    from leerkring.site.jobs import do_what_is_due

    now = timezone.localtime()
    moment = now if now.hour >= 9 else now.replace(hour=10)
    for minutes in (1, 2):
        list(do_what_is_due(moment + timedelta(minutes=minutes)))


DOES: dict[str, Any] = {
    each.__name__: each
    for each in (
        a_day_at_the_door,
        a_day_of_three,
        a_week_passes,
        accounts,
        circle_of,
        hold_the_rest,
        kept_on_board,
        look_by_day,
        take_in_round,
        taps_of,
        led_by_the_coordinator,
        weeks_pass,
    )
}


def main() -> None:
    import django

    django.setup()
    name, *given = sys.argv[1:]
    json.dump(DOES[name](*map(json.loads, given)), sys.stdout)


if __name__ == "__main__":
    main()
