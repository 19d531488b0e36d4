"""A programme of others: found by who may see it, and taken over without people or script."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from leerkring.practice.meetings.actions import announce, make_meeting
from leerkring.practice.meetings.bringing_actions import add_material, put_question
from leerkring.practice.meetings.copying_actions import borrow_programme
from leerkring.practice.meetings.library import form_named
from leerkring.practice.meetings.models import Meeting, Role, Strand
from leerkring.practice.meetings.page_queries import to_copy
from leerkring.practice.meetings.people_actions import invite
from leerkring.practice.meetings.programme_actions import StrandText, add_strand
from leerkring.practice.meetings.tests.conftest import AUTUMN, a_plan

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def filled(house: SimpleNamespace, audience: str) -> Meeting:
    """With a strand that somebody leads, material, a question and an invitation."""
    circle = house.circle if audience == "circle" else None
    plan = a_plan(house, title="Visiedag Noord", audience=audience, circle=circle)
    meeting = make_meeting(plan, by=house.lead, form=form_named("visiedag"))
    meeting.place = "De Bron"
    meeting.save()
    block = meeting.blocks.first()
    block.kind, block.leader_name = "parallel", "Een inleider"
    block.save()
    add_strand(block, StrandText("Wijk Noord", leader=house.member, room="Zaal 2"))
    add_material(meeting, title="Route", link="https://voorbeeld.example/route", by=house.lead)
    put_question(meeting, text="Hoe dan?", by=house.member)
    invite(meeting, name="Sam", email="sam@voorbeeld.invalid")
    announce(meeting, by=house.lead)
    return meeting


@pytest.mark.parametrize(("audience", "material"), [("signed-in", 1), ("circle", 0)])
def test_of_others_go_along_only_the_programme_and_material_that_was_for_everybody(
    house: SimpleNamespace, audience: str, material: int
) -> None:
    source = filled(house, audience)
    copy = borrow_programme(source, a_plan(house, title="Die van ons"), by=house.follower)
    mine, theirs = list(copy.blocks.all()), list(source.blocks.all())
    assert [(b.title, b.minutes) for b in mine] == [(b.title, b.minutes) for b in theirs]
    assert {(str(b.steps), b.led_by, b.material) for b in mine} == {("[]", "", "")}
    strand = Strand.objects.get(block__meeting=copy)
    assert (strand.title, strand.leader, strand.room) == ("Wijk Noord", None, "")
    assert copy.materials.count() == material
    assert (copy.place, copy.follows) == ("", None)
    assert [(r.person, r.kind) for r in copy.roles.all()] == [(house.follower, Role.Kind.ORGANISER)]
    assert copy.questions.count() == copy.invitations.count() == 0


def test_who_looks_finds_what_they_may_see_and_no_more(house: SimpleNamespace) -> None:
    open_one, closed = filled(house, "signed-in"), filled(house, "circle")
    draft = make_meeting(a_plan(house, title="Visiedag later"), by=house.lead)
    assert list(to_copy(house.follower, "", "")) == []
    assert list(to_copy(house.follower, "noord VISIE", "")) == [open_one]
    assert list(to_copy(house.follower, "bron", "visiedag")) == [open_one]
    assert list(to_copy(house.follower, "", "werkdag-kernpartners")) == []
    assert {*to_copy(house.member, "visiedag", "")} == {open_one, closed}
    assert {*to_copy(house.lead, "", "")} == {open_one, closed, draft}


def test_a_programme_of_others_is_taken_over_on_the_page(
    house: SimpleNamespace, client: Client
) -> None:
    source, closed = filled(house, "signed-in"), filled(house, "circle")
    house.follower.starts_programmes = True
    house.follower.save()
    client.force_login(house.follower, backend=BACKEND)
    found = client.get("/bijeenkomsten/nieuw/?zoek=noord").content.decode()
    address = f"{source.get_absolute_url()}kopie/"
    assert address in found and f"{closed.get_absolute_url()}kopie/" not in found
    assert "Je neemt het programma over" in client.get(address).content.decode()
    assert client.get(f"{closed.get_absolute_url()}kopie/").status_code == 404
    day = AUTUMN + timedelta(days=7)
    said = {
        "title": "Onze visiedag", "audience": "signed-in", "zone": "Europe/Amsterdam",
        "day": f"{day:%Y-%m-%d}", "begins": "13:30",
    }  # fmt: skip
    client.post(address, said)
    copy = Meeting.objects.get(title="Onze visiedag")
    assert copy.blocks.count() == source.blocks.count() and not copy.is_announced
