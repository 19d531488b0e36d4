"""Who may still read of a paper in a notice: remarks tell about it."""

from typing import Any

from leerkring.foundation.notifications.registry import register_visible
from leerkring.loop.newspapers.models import Publication
from leerkring.practice.scans.results import Audience


def visible_papers(person: Any, ids: set[str]) -> set[int]:
    rows = Publication.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def open_to_all(ids: set[str]) -> set[int]:
    rows = Publication.objects.standing().filter(pk__in=ids, audience=Audience.PUBLIC)
    return set(rows.values_list("pk", flat=True))


register_visible(Publication, visible_papers, open_to_all)
