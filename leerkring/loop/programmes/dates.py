"""On the calendar: the weeks of a programme, and to who coordinates it the session of each team."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from leerkring.foundation.calendar.moments import HOME, Moment
from leerkring.foundation.calendar.registry import Dated, register
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.week_chair_queries import chaired_by


def weeks_between(person: Any, start: datetime, end: datetime) -> list[Moment]:
    first, last = start.astimezone(HOME).date(), end.astimezone(HOME).date()
    rows = Programme.objects.visible_to(person).filter(ends_on__gte=first, starts_on__lte=last)
    moments = [
        Moment.of_days(
            f"programma-{pk}",
            name,
            starts_on,
            ends_on,
            place=municipality,
            url=reverse("programme", args=[pk, slug]),
        )
        for pk, slug, name, municipality, starts_on, ends_on in rows.values_list(
            "pk", "slug", "name", "municipality__name", "starts_on", "ends_on"
        )
    ]
    return [moment for moment in moments if moment.starts < end and moment.ends >= start]


def sessions_between(person: Any, start: datetime, end: datetime) -> list[Moment]:
    rows = Participation.objects.filter(
        programme__in=Programme.objects.coordinated_by(person),
        session__starts_at__gt=start - timedelta(days=1),
        session__starts_at__lt=end,
    ).values_list(
        *("session", "programme", "programme__slug", "team__slug", "team__name"),
        *("session__starts_at", "session__place", "programme__session_minutes"),
    )
    moments = [
        Moment(
            uid=f"sessie-{session}",
            title=f"Sessie {name}",
            starts=starts_at,
            ends=starts_at + timedelta(minutes=minutes),
            place=place,
            url=reverse("team", args=[programme, slug, team]),
        )
        for session, programme, slug, team, name, starts_at, place, minutes in rows
    ]
    return [moment for moment in moments if moment.ends > start]


def chaired_between(person: Any, start: datetime, end: datetime) -> list[Moment]:
    """The half-days that somebody chairs."""
    first, last = start.astimezone(HOME).date(), end.astimezone(HOME).date()
    moments = [half.moment() for half in chaired_by(person, first, last)]
    return [moment for moment in moments if moment.starts < end and moment.ends > start]


register(Dated("programma", "Programma's", weeks_between))
register(Dated("sessie", "Sessies", sessions_between))
register(Dated("voorzitten", "Dagdelen die je voorzit", chaired_between))
