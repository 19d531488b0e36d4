"""Figures and days as a Dutch reader expects them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from leerkring.foundation.design.templatetags.dutch import aantal, datum, komma, procent, tijd


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (3.14159, 1, "3,1"),
        (0.25, 1, "0,3"),
        (2.675, 2, "2,68"),
        (-0.04, 1, "0,0"),
        (-1.25, 1, "−1,3"),
        (1234567.891, 2, "1.234.567,89"),
        (Decimal("4"), 1, "4,0"),
        (None, 1, "–"),
        (float("nan"), 1, "–"),
    ],
)
def test_a_figure_has_a_decimal_comma(value: float | None, places: int, words: str) -> None:
    assert komma(value, places) == words


def test_thousands_are_set_apart_by_a_point() -> None:
    assert aantal(12345) == "12.345"
    assert aantal(0) == "0"


@pytest.mark.parametrize(("share", "words"), [(0.256, "26%"), (1, "100%"), (None, "–")])
def test_a_share_is_written_in_percent(share: float | None, words: str) -> None:
    assert procent(share) == words


def test_a_day_is_written_out_in_full_or_short() -> None:
    day = date(2026, 11, 21)
    assert datum(day) == "21 november 2026"
    assert datum(day, "dag") == "zaterdag 21 november 2026"
    assert datum(day, "kort") == "21 nov."
    assert datum(date(2026, 5, 4), "kort") == "4 mei"
    assert datum(date(2026, 3, 4), "kort") == "4 mrt."
    assert datum(None) == "–"


def test_a_moment_is_told_in_local_time(settings) -> None:
    settings.TIME_ZONE = "Europe/Amsterdam"
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert datum(late) == "22 november 2026"
    assert tijd(late) == "00.30 uur"
