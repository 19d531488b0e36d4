"""When something is, in words."""

from datetime import date, datetime

from django import template

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.design.templatetags.dutch import DAYS, MONTHS, datum

register = template.Library()


@register.filter
def wanneer(moment: Moment) -> str:
    """«9.00–12.00 uur», «hele dag», «t/m 27 november 2026»."""
    if moment.last_day > moment.first_day:
        until = f"t/m {datum(moment.last_day)}"
        return until if moment.all_day else f"{klok(moment)} · {until}"
    if moment.all_day:
        return "hele dag"
    if moment.starts == moment.ends:
        return f"{klok(moment)} uur"
    return f"{klok(moment)}–{_clock(moment, moment.ends)} uur"


@register.filter
def klok(moment: Moment) -> str:
    """The time at which it starts: «9.00»; nothing for a whole day."""
    return "" if moment.all_day else _clock(moment, moment.starts)


@register.filter
def weekdag(day: date, form: str = "") -> str:
    """«maandag»; with "kort": «ma»."""
    name = DAYS[day.weekday()]
    return name[:2] if form == "kort" else name


@register.filter
def maand(day: date) -> str:
    """«november 2026»."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _clock(moment: Moment, at: datetime) -> str:
    local = at.astimezone(moment.zone)
    return f"{local.hour}.{local:%M}"
