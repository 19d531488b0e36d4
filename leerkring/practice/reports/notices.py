"""What this room tells people about."""

from typing import Any

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import visible_ids

register(
    Event(
        "reports.out",
        "Het verslag van een bijeenkomst waarvoor je gevraagd was",
        "Bijeenkomsten",
        mail=Frequency.DAILY,
    )
)
register(
    Event(
        "reports.look_back",
        "De terugblik is binnen, en het verslag dat jij maakt is al uit",
        "Bijeenkomsten",
        mail=Frequency.DIRECT,
        personal=True,
    )
)


def visible(person: Any, ids: set[str]) -> set[int]:
    return set(visible_ids(person, [int(pk) for pk in ids if pk.isdecimal()]))


register_visible(Report, visible)
