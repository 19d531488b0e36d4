"""Lists of any length, a page at a time: a page begins after a row, not after a number of rows.

What comes in meanwhile moves nothing, and a page far down the list costs no more than the first.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

A_PAGE = 20
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, order=True)
class Place:
    """After the row with this moment and number."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}_{self.pk}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """What `str` wrote; None for anything else."""
        found = re.fullmatch(r"([\dT:.+\- Z]{10,40})_(\d{1,18})", text, re.ASCII)
        if not found:
            return None
        try:
            at = datetime.fromisoformat(found[1].replace(" ", "+"))
        except ValueError:
            return None
        return cls(at, int(found[2])) if at.tzinfo else None


def page_of(
    rows: QuerySet[Row], by: str, after: Place | None, size: int = A_PAGE
) -> tuple[list[Row], Place | None]:
    """At most `size` rows, the newest by the field `by` first, and where the next page begins.

    None: nowhere. An index on (-by, -id) is entered at the place itself.
    """
    if after is not None:
        beyond: Any = Q(**{f"{by}__lt": after.at}) | Q(pk__lt=after.pk)
        rows = rows.filter(beyond, **{f"{by}__lte": after.at})
    found = list(rows.order_by(f"-{by}", "-pk")[: size + 1])
    if len(found) <= size:
        return found, None
    last = found[size - 1]
    return found[:size], Place(getattr(last, by), last.pk)
