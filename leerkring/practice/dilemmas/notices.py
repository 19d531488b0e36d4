"""Who may still read of a dilemma in a notice: remarks tell about it."""

from typing import Any

from leerkring.foundation.notifications.registry import register_visible
from leerkring.practice.dilemmas.models import Dilemma, Experience


def visible_dilemmas(person: Any, ids: set[str]) -> set[int]:
    rows = Dilemma.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def visible_experiences(person: Any, ids: set[str]) -> set[int]:
    rows = Experience.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


register_visible(Dilemma, visible_dilemmas)
register_visible(Experience, visible_experiences)
