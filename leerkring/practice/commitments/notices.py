"""The one kind question, on the day that somebody chose."""

from collections.abc import Sequence
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


def ask_how_it_went(commitments: Sequence[Commitment]) -> int:
    """Once a day to look back on, of the same people; the words of a promise are their own."""
    first, many = commitments[0], len(commitments)
    whose = "jullie" if first.person_id is None else "je"
    if many == 1:
        what, url = "voornemen", reverse("commitments:looking_back", args=[first.pk])
        sentence = "Twee tikken, en als je wilt wat je leerde."
        quote = f"«{first.text}»"
    else:
        what, url = f"{many} voornemens", reverse("commitments:list")
        sentence = "Twee tikken per voornemen, wanneer het past."
        quote = f"«{first.text}» en nog {many - 1}."
    return notify(
        LOOK_BACK,
        people=whom_to_ask(first),
        about=first,
        title=f"Hoe ging het met {whose} {what}?",
        sentence=sentence,
        quote=quote,
        circle=first.circle_id,
        url=url,
        once=first.look_back_on.isoformat(),
    )
