"""What was flagged and decided goes two years after the decision, and who read it with it."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from leerkring.foundation.moderation.models import Decision, Flag, Reading
from leerkring.foundation.privacy.actions import throw_away_what_is_old

pytestmark = pytest.mark.django_db


def a_case(number: int, *, flagged: int, decided: int | None) -> None:
    """A flag and who read it, so many days ago."""
    now, judge = timezone.now(), get_user_model()._default_manager.first()
    decision = None
    if decided is not None:
        decision = Decision.objects.create(about="x", about_id=str(number), outcome="blijft")
        Decision.objects.filter(pk=decision.pk).update(at=now - timedelta(days=decided))
    flag = Flag.objects.create(
        about="x", about_id=str(number), reason="anders", decision=decision, by=None
    )
    reading = Reading.objects.create(flag=flag, person=judge)
    then: Any = {"at": now - timedelta(days=flagged)}
    Flag.objects.filter(pk=flag.pk).update(**then)
    Reading.objects.filter(pk=reading.pk).update(**then)


def left() -> dict[str, list[str]]:
    return {
        "decisions": sorted(Decision.objects.values_list("about_id", flat=True)),
        "flags": sorted(Flag.objects.values_list("about_id", flat=True)),
        "readings": sorted(Reading.objects.values_list("flag__about_id", flat=True)),
    }


def test_a_case_goes_two_years_after_its_decision_and_an_open_one_waits() -> None:
    get_user_model()._default_manager.create_user("mo@voorbeeld.nl", "Mo")
    a_case(1, flagged=900, decided=731)
    a_case(2, flagged=729, decided=729)
    a_case(3, flagged=900, decided=None)
    a_case(4, flagged=900, decided=10)
    throw_away_what_is_old()
    assert left() == {"decisions": ["2", "4"], "flags": ["2", "3", "4"], "readings": ["2"]}
    assert throw_away_what_is_old() == 0
