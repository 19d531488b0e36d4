"""How loud a circle is for somebody holds for every question in it, whoever may read it."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.remarkable import ON_A_QUESTION
from leerkring.exchange.questions.tasks import run_due
from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.models import Delivery, Notice
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.foundation.remarks.actions import remark_on
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import follow
from leerkring.network.themes.models import Theme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("audience", ["openbaar", "kring"])
def test_silent_hears_nothing_and_alles_hears_at_once(
    audience: str,
    asked: Callable[..., Question],
    circle: Circle,
    joined: Callable[..., Person],
    person: Callable[..., Person],
    theme: Theme,
) -> None:
    silent, normal, loud = (joined(person(name)) for name in ("Stil", "Normaal", "Alles"))
    set_loudness(silent, circle.pk, Loudness.SILENT)
    set_loudness(loud, circle.pk, Loudness.ALL)
    for who in (silent, normal, loud):
        follow(theme, person=who)
    asked(audience=audience, circle=circle, themes=[theme])
    run_due(timezone.now())
    told = Notice.objects.exclude(occasion__event="questions.routed")
    assert sorted(told.values_list("person__name", "occasion__event")) == [
        ("Alles", "questions.new_in_circle"),
        ("Normaal", "questions.new_in_circle"),
    ]
    assert sorted(Delivery.objects.values_list("person__name", "frequency")) == [
        ("Alles", "direct"),
        ("Normaal", "week"),
    ]


@pytest.mark.parametrize("audience", ["openbaar", "kring"])
def test_a_remark_is_as_loud_as_the_circle_whoever_may_read_the_question(
    audience: str,
    asked: Callable[..., Question],
    circle: Circle,
    joined: Callable[..., Person],
    person: Callable[..., Person],
) -> None:
    question = asked(audience=audience, circle=circle)
    joined(question.author)
    set_loudness(question.author, circle.pk, Loudness.SILENT)
    remark_on(question, ON_A_QUESTION, text="Mooi.", by=person("Iemand"))
    assert not Notice.objects.filter(occasion__event="remarks.remarked").exists()
    set_loudness(question.author, circle.pk, Loudness.ALL)
    remark_on(question, ON_A_QUESTION, text="Nog eens.", by=person("Nogiemand"))
    assert Delivery.objects.get(notice__occasion__event="remarks.remarked").frequency == "direct"
