"""A worker in a process of its own, to be killed: it says every step aloud, in a line each.

`test_killed.py` runs it after django.setup(), with the words `prepare` or `work` and an hour.
"""

import sys
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.urls import include, path

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications import registry
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Delivery
from leerkring.foundation.notifications.tasks import run_due

PEOPLE, EACH = 8, 3
MONDAY = datetime(2026, 11, 23, 7, tzinfo=ZoneInfo("Europe/Amsterdam"))


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def prepare() -> None:
    for room in ("people", "activity", "notifications"):
        call_command("migrate", room, verbosity=0)
    model = get_user_model()
    model.objects.bulk_create(model(email=f"p{n}@leerkring.example") for n in range(PEOPLE))
    ids = list(model.objects.values_list("pk", flat=True))
    for number in range(EACH):
        about = Activity.objects.create(verb="t", about="t", about_id="1", sentence="z")
        for event in ("tests.week", "tests.now"):
            title = f"Titel {event} {number}."
            notify(event, people=ids, about=about, title=title, sentence="z", url="/over/")
    Delivery.objects.update(at=MONDAY - timedelta(days=1))


def work(hours: int) -> None:
    def aloud(execute: Any, *rest: Any) -> Any:
        say("step")
        return execute(*rest)

    with connection.execute_wrapper(aloud):
        run_due(MONDAY + timedelta(hours=hours))
    say("done")


# Only the addresses that mails lead to: the others cost a second each time it begins.
settings.ROOT_URLCONF = (path("", include("leerkring.foundation.notifications.urls")),)
settings.EMAIL_BACKEND = "leerkring.site.demo.postbox.EmailBackend"
registry.register(registry.Event("tests.week", "Iets", "Proef"))
registry.register(registry.Event("tests.now", "Iets", "Proef", Frequency.DIRECT))
registry.register_visible(Activity, lambda person, ids: ids)
if sys.argv[1] == "prepare":
    prepare()
else:
    work(int(sys.argv[2]))
