"""A circle can be flagged by who knows of it."""

import pytest

from leerkring.foundation.moderation.actions import decide, flag
from leerkring.foundation.moderation.models import Outcome
from leerkring.foundation.moderation.queries import matter_of, open_cases
from leerkring.foundation.moderation.registry import flaggable
from leerkring.network.circles.models import Circle, Visibility
from leerkring.network.circles.tests.conftest import begin, moderator, someone

pytestmark = pytest.mark.django_db
LABEL = "circles.circle"


def flagged(circle: Circle) -> None:
    entry = flaggable(LABEL)
    assert entry
    flag(circle, entry, reason="onheus", text="", by=someone("Lezer"))


def test_a_moderator_decides_and_can_hide_it() -> None:
    circle, judge = begin(name="Samen"), moderator()
    flagged(circle)
    case = matter_of(judge, LABEL, str(circle.pk))
    assert case and circle.purpose in case.passage
    decide(case, outcome=Outcome.HIDDEN, message="Dank je.", by=judge)
    circle.refresh_from_db()
    assert circle.visibility == Visibility.HIDDEN
    assert circle not in Circle.objects.visible_to(someone("Lezer"))


def test_of_a_hidden_circle_moderators_learn_nothing() -> None:
    circle, judge = begin(name="Stil", visibility=Visibility.HIDDEN), moderator()
    flagged(circle)
    assert open_cases(judge) == []
    owner = circle.memberships.get().person
    assert [case.row for case in open_cases(owner)] == [circle]
