"""Choosing what to hear of. A choice holds for what waits to be mailed as well."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    Delivery,
    DigestStop,
    Preference,
)
from leerkring.foundation.notifications.plan import Plan
from leerkring.foundation.notifications.queries import plans_of
from leerkring.foundation.notifications.registry import UnknownEvent, event_named

NOT_WANTED = "niet meer gewenst"


@transaction.atomic
def choose(
    person: Any,
    *,
    plans: Mapping[str, Plan],
    loudness: Mapping[int, Loudness],
    stopped: Collection[Frequency],
) -> None:
    """Everything at once: per event, per circle, and which digests are stopped.

    What equals the default is not kept, so that a better default reaches who never chose.
    """
    Preference.objects.filter(person=person, event__in=plans).delete()
    Preference.objects.bulk_create(
        Preference(person=person, event=key, site=plan.site, mail=plan.mail)
        for key, plan in plans.items()
        if plan != Plan(event_named(key).site, event_named(key).mail)
    )
    CircleLoudness.objects.filter(person=person, circle__in=loudness).delete()
    CircleLoudness.objects.bulk_create(
        CircleLoudness(person=person, circle=circle, loudness=word)
        for circle, word in loudness.items()
        if word is not Loudness.NORMAL
    )
    DigestStop.objects.filter(person=person).exclude(frequency__in=stopped).delete()
    for frequency in stopped:
        DigestStop.objects.get_or_create(person=person, frequency=frequency)
    _hold_for_what_waits(person)


@transaction.atomic
def set_loudness(person: Any, circle: int, loudness: Loudness) -> None:
    """For the page of a circle. The room of circles has checked that one may know of it."""
    CircleLoudness.objects.update_or_create(
        person=person, circle=circle, defaults={"loudness": loudness}
    )
    _hold_for_what_waits(person)


def stop_mail_of(person: Any, event: str) -> None:
    """This event no more by mail; on the site it stays as it was. Raises UnknownEvent."""
    Preference.objects.update_or_create(
        person=person,
        event=event,
        defaults={"mail": Frequency.NEVER},
        create_defaults={"mail": Frequency.NEVER, "site": event_named(event).site},
    )
    _hold_for_what_waits(person)


def stop_digest(person: Any, frequency: Frequency) -> None:
    DigestStop.objects.get_or_create(person=person, frequency=frequency)
    _hold_for_what_waits(person)


def _hold_for_what_waits(person: Any) -> None:
    """Deliveries that were not written yet follow what this person chose now."""
    waiting = Delivery.objects.waiting().filter(person=person).exclude(notice=None)
    kinds: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    rows = waiting.values_list("notice__occasion__event", "notice__occasion__circle", "pk")
    for event, circle, pk in rows:
        kinds[event, circle].append(pk)
    for (event, circle), pks in kinds.items():
        try:
            mail = plans_of(event_named(event), [person.pk], circle)[person.pk].mail
        except UnknownEvent:
            continue
        those = Delivery.objects.waiting().filter(pk__in=pks)
        if mail is Frequency.NEVER:
            those.update(dropped_at=timezone.now(), why=NOT_WANTED)
        else:
            those.update(frequency=mail)
