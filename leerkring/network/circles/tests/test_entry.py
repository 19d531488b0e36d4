"""Ways into a circle, and out of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.actions import close, reopen
from leerkring.network.circles.entry_actions import (
    NEW_BY_A_LINK,
    accept,
    ask_to_join,
    decide,
    enter_by,
    invite,
    join,
    open_doorway,
    settle,
    withdraw,
)
from leerkring.network.circles.handover_actions import hand_to, owned_by, people_around
from leerkring.network.circles.membership_actions import (
    LastOwner,
    change_role,
    end_membership,
    hand_over,
)
from leerkring.network.circles.models import Circle, Doorway, Invitation, JoinRequest
from leerkring.network.circles.queries import circle_ids_of, members_of, owners_of
from leerkring.network.circles.rules import may_facilitate, may_own, may_write, role_of
from leerkring.network.circles.tests.conftest import LONG_AGO, begin, bring_in, moderator, someone

pytestmark = pytest.mark.django_db


def told(name: str) -> list[str]:
    rows = Notice.objects.filter(person__name=name).order_by("pk")
    return list(rows.values_list("occasion__event", flat=True))


def test_a_free_circle_takes_in_whoever_wants_once() -> None:
    circle, person = begin(joining="vrij"), someone("Lid")
    assert join(circle, person=person) == join(circle, person=person)
    assert circle_ids_of(person) == {circle.pk}
    assert role_of(person, circle) == "member"


@pytest.mark.parametrize("joining", ["verzoek", "uitnodiging"])
def test_nobody_walks_into_a_circle_that_is_not_free(joining: str) -> None:
    with pytest.raises(ValidationError, match="niet zomaar"):
        join(begin(joining=joining), person=someone("Lid"))


@pytest.mark.parametrize("joining", ["vrij", "uitnodiging"])
def test_nobody_asks_where_asking_is_not_the_way(joining: str) -> None:
    with pytest.raises(ValidationError, match="niet vragen"):
        ask_to_join(begin(joining=joining), person=someone("Lid"))


def test_house_rules_are_agreed_with_on_the_way_in() -> None:
    circle = begin(joining="vrij", house_rules="Wat hier gezegd wordt, blijft hier.")
    with pytest.raises(ValidationError, match="huisregels"):
        join(circle, person=someone("Lid"))
    assert join(circle, person=someone("Lid"), agreed=True).agreed_at is not None


def test_a_request_waits_is_told_of_and_is_answered_once() -> None:
    circle, person, owner = begin(joining="verzoek"), someone("Lid"), someone("Eigenaar")
    asked = ask_to_join(circle, person=person, motivation="Ik wil leren.")
    assert ask_to_join(circle, person=person) == asked
    assert told("Eigenaar") == ["circles.asked"]
    decide(asked, granted=True, by=owner, answer="Welkom!")
    assert role_of(person, circle) == "member"
    assert told("Lid") == ["circles.decided"]
    with pytest.raises(ValidationError, match="al besloten"):
        decide(asked, granted=False, by=owner)


def test_a_request_that_was_refused_can_be_made_again() -> None:
    circle, person = begin(joining="verzoek"), someone("Lid")
    decide(ask_to_join(circle, person=person), granted=False, by=None)
    assert role_of(person, circle) is None
    ask_to_join(circle, person=person)
    assert JoinRequest.objects.count() == 2


def test_an_invitation_is_accepted_in_its_role() -> None:
    circle, person = begin(joining="uitnodiging"), someone("Gast")
    invitation = invite(circle, person=person, role="guest", by=someone("Eigenaar"))
    assert told("Gast") == ["circles.invited"]
    accept(invitation)
    assert role_of(person, circle) == "guest"
    assert not may_write(person, circle)


def test_an_invitation_that_was_withdrawn_opens_nothing() -> None:
    circle = begin(joining="uitnodiging")
    invitation = invite(circle, person=someone("Lid"), by=None)
    settle(invitation)
    with pytest.raises(ValidationError, match="ingetrokken"):
        accept(invitation)


def test_a_second_invitation_changes_the_role_of_the_first() -> None:
    circle, person = begin(), someone("Lid")
    invite(circle, person=person, by=None)
    invite(circle, person=person, role="facilitator", by=None)
    assert Invitation.objects.get().role == "facilitator"


def test_coming_in_another_way_settles_what_waited() -> None:
    circle, person = begin(joining="verzoek"), someone("Lid")
    ask_to_join(circle, person=person)
    accept(invite(circle, person=person, by=None))
    assert not JoinRequest.objects.waiting().exists()
    assert not Invitation.objects.waiting().exists()


def test_a_sounding_board_has_no_guests() -> None:
    circle = begin("klankbordgroep")
    with pytest.raises(ValidationError, match="kent geen gasten"):
        invite(circle, person=someone("Gast"), role="guest", by=None)
    member = bring_in(circle, someone("Lid"))
    with pytest.raises(ValidationError, match="kent geen gasten"):
        change_role(member, role="guest", by=None)


def test_a_link_lets_in_until_it_is_withdrawn_or_over() -> None:
    circle = begin(joining="uitnodiging", visibility="verborgen")
    doorway = open_doorway(circle, by=someone("Eigenaar"))
    enter_by(doorway, person=someone("Een"))
    withdraw(doorway, by=None)
    with pytest.raises(ValidationError, match="werkt niet meer"):
        enter_by(doorway, person=someone("Twee"))
    Doorway.objects.update(withdrawn_at=None, until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(ValidationError, match="werkt niet meer"):
        enter_by(doorway, person=someone("Twee"))


def test_a_link_lets_new_people_in_and_of_a_guide_a_limited_number() -> None:
    circle = begin(visibility="verborgen", name="Geheim")
    of_a_guide = open_doorway(circle, by=someone("Eigenaar")).entrance
    assert (of_a_guide.by, of_a_guide.most) == (someone("Eigenaar"), NEW_BY_A_LINK)
    doorway = open_doorway(circle, by=moderator())
    assert doorway.entrance.next == doorway.get_absolute_url()
    assert "Geheim" not in doorway.entrance.name
    assert doorway.entrance.welcome == "Doe je mee in «Geheim»?", "read by who has the link alone"
    withdraw(doorway, by=None)
    doorway.entrance.refresh_from_db()
    assert doorway.entrance.revoked_at is not None


def test_the_last_owner_hands_over_before_leaving() -> None:
    circle, owner, heir = begin(), someone("Eigenaar"), someone("Lid")
    own = circle.memberships.get(person=owner)
    bring_in(circle, heir)
    with pytest.raises(LastOwner, match="Draag de groep eerst over"):
        end_membership(own, by=owner)
    with pytest.raises(LastOwner):
        change_role(own, role="member", by=owner)
    hand_over(circle, owner=owner, to=heir, by=owner)
    assert owners_of(circle) == {heir.pk}
    end_membership(own, by=owner)
    assert members_of(circle) == {heir.pk}


def test_a_circle_without_owner_is_in_the_hands_of_who_guides_it() -> None:
    circle, guide = begin(), someone("Begeleider")
    bring_in(circle, guide, "facilitator")
    assert may_facilitate(guide, circle)
    assert not may_own(guide, circle)
    circle.memberships.filter(role="owner").delete()  # as when a person is forgotten
    assert may_own(guide, circle)
    assert owners_of(circle) == {guide.pk}


def test_a_circle_can_be_handed_over_by_who_changes_employer() -> None:
    circle, owner, heir = begin(), someone("Eigenaar"), someone("Lid")
    bring_in(circle, heir)
    assert list(owned_by(owner)) == [circle]
    hand_to(circle, heir)
    assert (list(owned_by(owner)), list(owned_by(heir))) == ([], [circle])
    assert set(people_around(owner)) == {owner.pk, heir.pk}


def closed_by_hand(circle: Circle) -> None:
    close(circle, by=None, reason="Het werk is gedaan.")


def over(circle: Circle) -> None:
    Circle.objects.filter(pk=circle.pk).update(starts_on=LONG_AGO, ends_on=LONG_AGO)


@pytest.mark.parametrize("end", [closed_by_hand, over])
def test_in_an_archived_circle_nothing_is_added(end: object) -> None:
    circle, owner = begin(joining="vrij"), someone("Eigenaar")
    doorway = open_doorway(circle, by=owner)
    invitation = invite(circle, person=someone("Later"), by=owner)
    end(circle)  # type: ignore[operator]
    circle = Circle.objects.get(pk=circle.pk)
    assert circle.is_archived
    assert not may_write(owner, circle)
    assert not Circle.objects.living().exists()
    for act in (
        lambda: join(circle, person=someone("Lid")),
        lambda: invite(circle, person=someone("Lid"), by=owner),
        lambda: accept(invitation),
        lambda: enter_by(doorway, person=someone("Lid")),
    ):
        with pytest.raises(ValidationError, match="afgesloten"):
            act()


def test_a_closed_circle_opens_again() -> None:
    circle = begin()
    closed_by_hand(circle)
    reopen(circle, by=None)
    circle = Circle.objects.get(pk=circle.pk)
    assert not circle.is_archived
    assert may_write(someone("Eigenaar"), circle)
