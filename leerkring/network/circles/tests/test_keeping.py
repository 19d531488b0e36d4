"""What is kept of ways into a circle goes a year after the answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leerkring.foundation.privacy.actions import throw_away_what_is_old
from leerkring.network.circles.entry_actions import ask_to_join, decide, invite
from leerkring.network.circles.models import Invitation, JoinRequest
from leerkring.network.circles.tests.conftest import begin, bring_in, someone

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
