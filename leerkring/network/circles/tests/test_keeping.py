"""What is kept of ways into a circle goes a year after the answer or the last day; who looked in,
after two."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leerkring.foundation.privacy.actions import throw_away_what_is_old
from leerkring.network.circles.entry_actions import ask_to_join, decide, invite, open_doorway
from leerkring.network.circles.inspection_actions import look_in
from leerkring.network.circles.models import Doorway, Inspection, Invitation, JoinRequest
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone
from leerkring.network.entrance.models import Acceptance, InvitationLink

pytestmark = pytest.mark.django_db


def test_a_request_and_an_invitation_go_a_year_after_their_answer_and_not_before_it() -> None:
    circle = begin(joining="verzoek")
    decide(ask_to_join(circle, person=someone("Ja")), granted=True, by=someone("Eigenaar"))
    ask_to_join(circle, person=someone("Wacht"))
    bring_in(circle, someone("Kwam"))
    invite(circle, person=someone("Twijfelt"), by=None)
    long_ago = timezone.now() - timedelta(days=364)
    for model in (JoinRequest, Invitation):
        model.objects.update(at=long_ago - timedelta(days=99))
        model.objects.exclude(decided_at=None).update(decided_at=long_ago)
    assert throw_away_what_is_old() == 0
    for model in (JoinRequest, Invitation):
        model.objects.exclude(decided_at=None).update(decided_at=long_ago - timedelta(days=2))
    assert throw_away_what_is_old() == 2
    assert [str(row.person) for row in JoinRequest.objects.all()] == ["Wacht"]
    assert [str(row.person) for row in Invitation.objects.all()] == ["Twijfelt"]


def test_a_link_goes_a_year_after_its_last_day_and_takes_along_the_one_at_the_entrance() -> None:
    circle, now = begin(), timezone.now()
    old, young = (open_doorway(circle, by=someone("Eigenaar")) for _ in range(2))
    endless = InvitationLink.objects.create(name="Zonder laatste dag")
    for doorway, days in ((old, 367), (young, 364)):
        over = now - timedelta(days=days)
        Doorway.objects.filter(pk=doorway.pk).update(until=over)
        InvitationLink.objects.filter(pk=doorway.entrance_id).update(until=timezone.localdate(over))
        Acceptance.objects.create(link_id=doorway.entrance_id, person=someone("Kwam"))
    throw_away_what_is_old()
    assert list(Doorway.objects.all()) == [young]
    assert set(InvitationLink.objects.all()) == {young.entrance, endless}
    assert Acceptance.objects.get().link == young.entrance


def test_who_looked_in_is_told_for_two_years() -> None:
    circle, now = begin(), timezone.now()
    for name, days in (("Lang geleden", 731), ("Korter", 729)):
        look = look_in(circle, person=moderator(name), reason="Er is gebeld.")
        Inspection.objects.filter(pk=look.pk).update(until=now - timedelta(days=days))
    assert throw_away_what_is_old() == 1
    assert Inspection.objects.get().person == moderator("Korter")
