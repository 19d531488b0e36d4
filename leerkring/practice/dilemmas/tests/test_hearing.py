"""A dilemma is as loud as its circle, whoever else may read it."""

from collections.abc import Callable

import pytest

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.models import Delivery, Notice
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.models import Dilemma


@pytest.mark.parametrize("audience", ["openbaar", "ingelogd", "kring"])
def test_silent_hears_of_no_remark_and_alles_hears_at_once(
    audience: str,
    put: Callable[..., Dilemma],
    circle: Circle,
    author: Person,
    person: Callable[..., Person],
) -> None:
    dilemma, entry, other = put(audience), remarkable("dilemmas.dilemma"), person("Bas")
    assert entry is not None
    set_loudness(author, circle.pk, Loudness.SILENT)
    remark_on(dilemma, entry, text="Eerst praten.", by=other)
    assert not Notice.objects.exists()
    set_loudness(author, circle.pk, Loudness.ALL)
    remark_on(dilemma, entry, text="Dan melden.", by=other)
    assert Delivery.objects.get().frequency == "direct"
