"""The one kind question, on the day that somebody chose."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import whom_to_ask

LOOK_BACK = "commitments.look_back"

register(
    Event(
        LOOK_BACK,
        "Op de dag zelf: hoe ging het met je voornemen?",
        "Voornemens",
        mail=Frequency.DIRECT,
        personal=True,
    )
)


def _visible(person: Any, ids: set[str]) -> set[int]:
    rows = Commitment.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


register_visible(Commitment, _visible)


def ask_how_it_went(commitment: Commitment) -> int:
    """Once a day to look back on; the words of the promise are the person's own."""
    whose = "jullie" if commitment.person_id is None else "je"
    return notify(
        LOOK_BACK,
        people=whom_to_ask(commitment),
        about=commitment,
        title=f"Hoe ging het met {whose} voornemen?",
        sentence=f"«{commitment.text}» Twee tikken, en als je wilt wat je leerde.",
        url=reverse("commitments:looking_back", args=[commitment.pk]),
        once=commitment.look_back_on.isoformat(),
    )
