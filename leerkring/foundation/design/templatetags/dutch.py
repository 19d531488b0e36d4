"""Dutch notation for figures and days: a decimal comma, thousands with a point."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils import timezone

register = template.Library()

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
SHORT = {"maart": "mrt"}
NOTHING = "–"

Number = int | float | Decimal


@register.filter
def komma(value: Number | None, places: int = 1) -> str:
    """3.14159|komma:1 gives 3,1; nothing gives a dash. A half is rounded away from zero."""
    if value is None or value != value:
        return NOTHING
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    sign = "−" if rounded < 0 else ""
    whole, _, rest = f"{abs(rounded):,f}".partition(".")
    return sign + whole.replace(",", ".") + (f",{rest}" if rest else "")


@register.filter
def aantal(value: Number | None) -> str:
    """12345 gives 12.345."""
    return komma(value, 0)


@register.filter
def procent(share: Number | None, places: int = 0) -> str:
    """A share between 0 and 1: 0.256 gives 26%."""
    if share is None or share != share:
        return NOTHING
    return f"{komma(Decimal(str(share)) * 100, places)}%"


@register.filter
def datum(value: date | None, form: str = "") -> str:
    """21 november 2026; with "dag": zaterdag 21 november 2026; with "kort": 21 nov.

    A moment (datetime) is first brought to local time.
    """
    if value is None:
        return NOTHING
    day = _local(value)
    month = MONTHS[day.month - 1]
    if form == "kort":
        return f"{day.day} {SHORT.get(month, month[:3])}" + ("" if month == "mei" else ".")
    words = f"{day.day} {month} {day.year}"
    return f"{DAYS[day.weekday()]} {words}" if form == "dag" else words


@register.filter
def tijd(value: datetime | None) -> str:
    """14.05 uur, in local time."""
    return NOTHING if value is None else f"{_local(value):%H.%M} uur"


def _local(value: date) -> date:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
