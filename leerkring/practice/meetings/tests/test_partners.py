"""Partners who met agree something outside any circle; nobody else sees who was there."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.practice.agreements.link_queries import link_to
from leerkring.practice.agreements.models import Agreement, Kept, Stance
from leerkring.practice.agreements.rules import PATIENCE
from leerkring.practice.agreements.scoring_actions import answer, score
from leerkring.practice.meetings import subject_queries
from leerkring.practice.meetings.actions import announce, cancel, make_meeting
from leerkring.practice.meetings.copying_actions import copy_meeting
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.tasks import run_due
from leerkring.practice.meetings.tests.conftest import a_plan

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
WORDS = {"task": "Wij bellen terug", "expectation": "Een belletje.", "side": "belooft"}


def ask(meeting: Meeting, person: Person, house: str) -> Invitation:
    return Invitation.objects.create(
        meeting=meeting, person=person, name=person.name, email=person.email,
        organisation=organisation_named(house),
    )  # fmt: skip


@pytest.fixture
def met(house: SimpleNamespace) -> Meeting:
    """An hour ago, of no circle, for everybody with an account; `member` and `follower` were asked,
    for two organisations, and a partner without an account."""
    plan = a_plan(house, circle=None, audience="signed-in", title="Werkmiddag")
    meeting = make_meeting(plan, by=house.lead)
    announce(meeting, by=house.lead)
    ask(meeting, house.member, "Het Kompas")
    ask(meeting, house.follower, "De Brug")
    Invitation.objects.create(meeting=meeting, name="Sam", email="sam@partner.example")
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=timezone.now() - timedelta(hours=1))
    return Meeting.objects.get(pk=meeting.pk)


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def where(meeting: Meeting) -> str:
    return f"/afspraken/nieuw/?bijeenkomst={link_to(meeting.pk)}"


def test_who_was_there_agrees_something_with_another_who_was_asked(
    house: SimpleNamespace, met: Meeting
) -> None:
    member = browser(house.member)
    page = member.get(met.get_absolute_url()).content.decode()
    assert "/afspraken/nieuw/?bijeenkomst=" in page
    form = member.get(where(met)).content.decode()
    assert "Follower, De Brug" in form and "is_for_circle" not in form
    assert "Sam" not in form and "Outsider" not in form
    member.post(where(met), {**WORDS, "partner": house.follower.pk})
    made = Agreement.objects.get()
    assert (made.circle, made.meeting, made.is_agreed) == (None, met.pk, True)
    assert (str(made.promiser), str(made.receiver)) == ("Het Kompas", "De Brug")
    told = browser(house.follower).get(made.get_absolute_url())
    assert met.get_absolute_url() in told.content.decode()
    for other in (house.lead, house.outsider):  # who organises it is no party
        assert browser(other).get(made.get_absolute_url()).status_code == 404


def test_who_was_not_there_sees_no_names_whatever_link_they_have(
    house: SimpleNamespace, met: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody with an account may see this meeting; who was asked is not for everybody."""
    reads = [where(met), f"{where(met)}&kring=kies"]
    sent = {**WORDS, "partner": house.follower.pk}

    def nothing(person: Person) -> bool:
        client = browser(person)
        seen = any("Follower" in client.get(one).content.decode() for one in reads)
        client.post(where(met), sent)
        return not seen and not Agreement.objects.exists()

    assert nothing(house.outsider)
    monkeypatch.setattr(subject_queries, "_absent", [lambda meeting: {house.member.pk}])
    assert nothing(house.member)  # said no, or stayed away
    monkeypatch.undo()
    strange = f"/afspraken/nieuw/?bijeenkomst={met.pk}"
    assert "Follower" not in browser(house.member).get(strange).content.decode()


@pytest.mark.parametrize("state", ["to come", "cancelled", "draft"])
def test_before_it_begins_or_when_it_did_not_go_on_nobody_is_chosen(
    house: SimpleNamespace, met: Meeting, state: str
) -> None:
    if state == "to come":
        Meeting.objects.update(starts_at=timezone.now() + timedelta(hours=1))
    elif state == "cancelled":
        cancel(met, "Storm.", by=house.lead)
    else:
        met.announcement.delete()
    assert "Follower" not in browser(house.member).get(where(met)).content.decode()


def test_one_organisation_and_nobody_from_elsewhere_is_a_partner(
    house: SimpleNamespace, met: Meeting
) -> None:
    colleague = Person.objects.create_user("cas@voorbeeld.invalid", "Cas")
    ask(met, colleague, "Het Kompas")
    member = browser(house.member)
    offered = member.get(where(met)).context["form"].fields["partner"].queryset
    assert list(offered) == [house.follower]
    for partner in (colleague, house.outsider):
        assert member.post(where(met), {**WORDS, "partner": partner.pk}).status_code == 422
    Invitation.objects.filter(person=house.member).update(organisation=None)
    wrong = member.post(where(met), {**WORDS, "partner": house.follower.pk})
    assert "bij welke organisatie je werkt" in wrong.content.decode()
    assert not Agreement.objects.exists()


def test_somebody_more_speaks_for_a_side_as_far_as_they_were_asked(
    house: SimpleNamespace, met: Meeting
) -> None:
    member = browser(house.member)
    member.post(where(met), {**WORDS, "partner": house.follower.pk})
    made = Agreement.objects.get()
    page = f"{made.get_absolute_url()}contactpersoon/"
    assert member.post(page, {"person": house.outsider.pk}).status_code == 422
    member.post(page, {"person": house.lead.pk})
    assert browser(house.lead).get(made.get_absolute_url()).status_code == 200


def test_a_guest_of_a_circles_meeting_who_is_in_no_circle_agrees_something_too(
    house: SimpleNamespace, met: Meeting
) -> None:
    Meeting.objects.update(circle=house.circle)
    address = f"{where(met)}&kring={house.circle.pk}"
    assert "Member, Het Kompas" in browser(house.follower).get(address).content.decode()
    assert browser(house.outsider).get(address).status_code == 404


def test_what_they_see_differently_comes_on_what_follows_once_both_are_asked(
    house: SimpleNamespace, met: Meeting
) -> None:
    """Its organiser reads nothing of it: the programme says only that there is something."""
    browser(house.member).post(where(met), {**WORDS, "partner": house.follower.pk})
    now = timezone.now() + timedelta(weeks=7)
    made = Agreement.objects.with_parties().get()
    scored = score(made, kept=Kept.NO, sentence="Niets.", by=house.follower, now=now)
    answer(scored, stance=Stance.DIFFERENT, text="Wel.", by=house.member, now=now)
    after = copy_meeting(met, a_plan(house, circle=None), by=house.lead)
    ask(after, house.member, "Het Kompas")
    assert run_due(now) == ""
    ask(after, house.follower, "De Brug")
    run_due(now + PATIENCE)
    block = after.blocks.get(agreement=made)
    script = browser(house.lead).get(f"{after.get_absolute_url()}programma/").content.decode()
    assert block.title in script and WORDS["task"] not in script
