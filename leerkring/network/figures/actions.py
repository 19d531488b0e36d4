"""Taking in figures from a file."""

from collections.abc import Iterable

from django.db import transaction

from leerkring.network.figures.cbs_files import FigureFile
from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.network.figures.models import Figure
from leerkring.network.people.actions import NamedArea, name_areas


@transaction.atomic
def take_in_figures(file: FigureFile) -> int:
    """Store the figures of a file; a newer file replaces the same figure. Returns how many."""
    name_areas(
        NamedArea(area.code, area.name, area.municipality) for area in file.areas if area.name
    )
    rows = list(_rows(file))
    Figure.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["key", "area_code", "period"],
        update_fields=["value", "source"],
        batch_size=2000,
    )
    return len(rows)


def _rows(file: FigureFile) -> Iterable[Figure]:
    for row in file.figures:
        period = row.period or file.period
        if not period:
            raise ValueError("a figure without a period")  # refused at reading, see `intake`
        yield Figure(
            key=row.key,
            area_code=row.area_code,
            period=period,
            value=row.value,
            source=DEFINITIONS[row.key].citation(period),
        )
