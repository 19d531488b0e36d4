"""Who is asked to the meetings of `meetings`: to the one that is held come the professional, who
has a place, and the person from the other team, who waits for one; a partner without an account
said nothing yet. There are groups at one table, and a wish; and two tables with a page, on one of
which a line was written. On the draft stands the same partner. On each of the two the partner
promised something.
"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.attendance.group_actions import make_groups, wish
from leerkring.practice.attendance.invite_actions import invite, invite_people
from leerkring.practice.attendance.models import GroupWish
from leerkring.practice.attendance.people_lines import Asked
from leerkring.practice.attendance.places_actions import set_places
from leerkring.practice.attendance.promise_actions import keep_promise
from leerkring.practice.attendance.reply_actions import Answer, reply_to
from leerkring.practice.attendance.round_queries import rounds_of
from leerkring.practice.attendance.table_actions import make_tables, write_line
from leerkring.practice.meetings.bringing_actions import add_material, put_question
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.programme_actions import BlockText, add_block

PARTNER = Asked("Partner Zonderaccount", "partner@voorbeeld.invalid", "Het Kompas")


def furnish(world: Any) -> None:
    coordinator = world.people["coordinator"]
    held, draft = world.things["meetings held"], world.things["meetings draft"]
    set_places(held, 1, by=coordinator)
    invite_people(held, [world.people["professional"], world.people["other_team"]], by=coordinator)
    for meeting in (held, draft):
        invite(meeting, [PARTNER], by=coordinator)
    first = of(held, world.people["professional"])
    reply_to(first, Answer("ja", need="Zonder noten."))
    reply_to(of(held, world.people["other_team"]), Answer("ja"))
    make_groups(held, tables=1, rounds=1, by=coordinator)
    talk = make_tables(held, tables=2, by=coordinator)
    add_block(held, BlockText("Aan tafel", 40, kind="groups"))
    round_ = rounds_of(held)[0]
    line = write_line(talk, round_, table=1, text="Eerder bellen.", key=uuid4())
    partner = Invitation.objects.get(meeting=held, person=None)
    day = timezone.localdate() + timedelta(days=42)
    upload = SimpleUploadedFile("route.txt", b"Met de tram.")
    world.things |= {
        "attendance question": put_question(held, text="Mag dat?", by=None, invitation=partner),
        "attendance file": add_material(held, title="Route", upload=upload, by=coordinator),
        "attendance line": line,
        "attendance partner": partner,
        "attendance draft": Invitation.objects.get(meeting=draft),
        "attendance promise": keep_promise(partner, sentence="Eerder bellen.", look_back_on=day),
        "attendance another": keep_promise(
            Invitation.objects.get(meeting=draft), sentence="Later bellen.", look_back_on=day
        ),
        "attendance wish": wish(held, kind=GroupWish.Kind.OUT, one=partner),
    }


def of(meeting: Meeting, person: Person) -> Invitation:
    return Invitation.objects.get(meeting=meeting, person=person)
