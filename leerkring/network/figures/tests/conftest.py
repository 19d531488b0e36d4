"""Plain factories: a file of figures with one row an area."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from leerkring.network.figures.cbs_files import AreaRow, FigureFile, FigureRow


@pytest.fixture
def file(db: None) -> Callable[..., FigureFile]:
    def make(
        value: str | None = "12480", *, period: str | None = "2024", area: str = "WK000101"
    ) -> FigureFile:
        number = None if value is None else Decimal(value)
        return FigureFile(
            period=period,
            figures=(FigureRow(area, "Havenkwartier", "inhabitants", number, None),),
            unknown_columns=(),
            areas=(AreaRow(area, "Havenkwartier", "Merestad"),),
        )

    return make
