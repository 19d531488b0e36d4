"""What the entrance tells: to moderators, that somebody asks to come in."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.network.entrance.models import JoinRequest
from leerkring.network.people.queries import moderators

ASKED = "entrance.asked"

register(Event(ASKED, "Iemand vraagt om mee te doen", "Melden en modereren", Frequency.DAILY))


def visible_requests(person: Any, ids: set[str]) -> set[int]:
    """Those that still wait, for who decides about them."""
    if not person.moderates:
        return set()
    return set(JoinRequest.objects.waiting().filter(pk__in=ids).values_list("pk", flat=True))


register_visible(JoinRequest, visible_requests)


def tell_of_request(asked: JoinRequest) -> None:
    """Once for each request, also when it is sent again before the answer."""
    notify(
        ASKED,
        people=moderators(),
        about=asked,
        title="Iemand vraagt om mee te doen",
        sentence="Lees waarom, en beslis.",
        url=reverse("entrance:requests"),
    )
