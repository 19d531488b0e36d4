"""Two notices to the professional, one to the manager; and mail that the demo has caught."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications import registry
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.unsubscribe_actions import Scope, token_of
from leerkring.site.demo.postbox import EmailBackend, letters_to

CAUGHT = tempfile.TemporaryDirectory(prefix="leerkring-mail-")  # goes when the process ends
EVENT = registry.Event("tests.told", "Iets om te weten", "Proef", mail=Frequency.DAILY)


def furnish(world: Any) -> None:
    """The event is of no room; what it is about is in the record, which these may all see."""
    registry.register(EVENT)
    registry.register_visible(Activity, lambda person, ids: ids)
    people = world.people
    about = Activity.objects.order_by("pk").first()
    for once in ("een", "twee"):
        _tell(once, about, [people["professional"]])
    _tell("drie", about, [people["manager"]])
    own = Notice.objects.filter(person=people["professional"]).order_by("pk")
    world.things["notifications notice"] = own[0]
    world.things["notifications token"] = token_of(people["manager"], Scope.of_event(EVENT.key))
    settings.MAIL_FOLDER = Path(CAUGHT.name)
    mail = EmailMultiAlternatives("Welkom", "Dag!", to=[people["professional"].email])
    mail.attach_alternative("<p>Dag!</p>", "text/html")
    EmailBackend().send_messages([mail])
    world.things["notifications letter"] = letters_to([people["professional"].email])[0].name


def _tell(once: str, about: Activity, people: list[Any]) -> None:
    notify(
        EVENT.key,
        people=[person.pk for person in people],
        about=about,
        title=f"Melding {once}",
        sentence="Er is iets te lezen.",
        url="/over/",
        once=once,
    )
