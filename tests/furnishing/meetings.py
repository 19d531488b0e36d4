"""Meetings, all organised by the coordinator, far ahead.

held     announced to everybody with an account
draft    not announced
circle   announced to the learning network (closed), with a programme; the facilitator chairs it,
         the professional brought a question
open     for everybody, with a file and a question that was answered
off      does not go on
"""

from datetime import UTC, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from leerkring.practice.meetings.actions import Plan, announce, cancel, make_meeting
from leerkring.practice.meetings.bringing_actions import (
    add_material,
    answer_question,
    attach,
    put_question,
)
from leerkring.practice.meetings.library import form_named
from leerkring.practice.meetings.models import Announcement, Audience, Material, Meeting, Role
from leerkring.practice.meetings.people_actions import give_role
from leerkring.practice.meetings.programme_actions import StrandText, add_strand
from leerkring.practice.meetings.run_actions import begin_try_out

AUTUMN = datetime(2100, 10, 14, 11, 30, tzinfo=UTC)


def furnish(world: Any) -> None:
    coordinator = world.people["coordinator"]
    held = Meeting.objects.create(
        title="Werkmiddag kernpartners",
        slug="werkmiddag-kernpartners",
        audience=Audience.SIGNED_IN,
        starts_at=AUTUMN,
    )
    draft = Meeting.objects.create(
        title="Visiedag", slug="visiedag", audience=Audience.PUBLIC, starts_at=AUTUMN
    )
    for meeting in (held, draft):
        Role.objects.create(meeting=meeting, person=coordinator, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=held, by=coordinator)
    world.things |= {"meetings held": held, "meetings draft": draft}
    _circle(world)
    _open(world)
    off = make_meeting(Plan("Werkbezoek", AUTUMN, audience=Audience.SIGNED_IN), by=coordinator)
    announce(off, by=coordinator)
    cancel(off, "Te weinig mensen konden.", by=coordinator)
    world.things["meetings off"] = off


def _circle(world: Any) -> None:
    people, coordinator = world.people, world.people["coordinator"]
    circle = world.things["circles members"]
    plan = Plan("Intervisie", AUTUMN, circle=circle, audience=Audience.CIRCLE)
    meeting = make_meeting(plan, by=coordinator, form=form_named("intervisie"))
    chair = give_role(meeting, person=people["facilitator"], kind=Role.Kind.CHAIR, by=coordinator)
    announce(meeting, by=coordinator)
    block = meeting.blocks.first()
    strand = add_strand(block, StrandText("De vraag", room="Zaal 2", leader=people["facilitator"]))
    question = put_question(
        meeting, text="Hoe houd je het klein?", by=people["professional"], circle=circle
    )
    attach(question, block)
    material = Material.objects.create(
        meeting=meeting, title="De regels van intervisie", link="https://voorbeeld.nl/regels"
    )
    world.things |= {
        "meetings circle": meeting,
        "meetings chair": chair,
        "meetings block": block,
        "meetings strand": strand,
        "meetings question": question,
        "meetings material": material,
        "meetings run": begin_try_out(meeting, people=6, by=coordinator),
    }


def _open(world: Any) -> None:
    coordinator = world.people["coordinator"]
    theme = world.things["themes school"]
    plan = Plan("Innovatie op school", AUTUMN, audience=Audience.PUBLIC, themes=[theme])
    meeting = make_meeting(plan, by=coordinator, form=form_named("innovatiebijeenkomst"))
    announce(meeting, by=coordinator)
    question = put_question(meeting, text="Wie belt de ouders?", by=world.people["other_team"])
    answer_question(question, "Wie ze het laatst sprak.", by=coordinator)
    world.things["meetings open"] = meeting
    world.things["meetings file"] = add_material(
        meeting,
        title="De weg",
        upload=SimpleUploadedFile("weg.txt", b"Neem de tram naar het eind."),
        by=coordinator,
    )
