"""The weekly digest of a country, written and handed over by the worker, which may be killed.

    python bench/parts/digest.py        write and hand over until nothing waits; figures as JSON

The mail server is one that takes everything as fast as it can be told; it gets whole messages.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent.parent)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")

import django  # noqa: E402
from django.core.mail.backends.base import BaseEmailBackend  # noqa: E402

AT_SEVEN = 8  # o'clock, an hour after the digest is due


class TakesAll(BaseEmailBackend):
    """A mail server: every message is put into bytes, and taken; its name outlives this process."""

    def send_messages(self, messages: Sequence[Any]) -> int:
        for message in messages:
            whole = message.message()
            assert whole.as_bytes()
            with Path(os.environ["BENCH_TAKEN"]).open("a", encoding="ascii") as names:
                names.write(f"{whole['Message-ID']}\n")
        return len(messages)


def monday() -> datetime:
    """The next Monday morning: all that was told this week is in that digest."""
    from leerkring.foundation.notifications.periods import ZONE

    now = datetime.now(ZONE)
    day = now.date() + timedelta(days=7 - now.weekday())
    return datetime(day.year, day.month, day.day, AT_SEVEN, tzinfo=ZONE)


def work() -> dict[str, float]:
    """Until nothing is left: seconds of wall clock and of processor, peak memory in MB."""
    from django.conf import settings

    from leerkring.foundation.notifications.handing_over_actions import LEASE
    from leerkring.foundation.notifications.tasks import run_due

    settings.EMAIL_BACKEND = f"{TakesAll.__module__}.{TakesAll.__qualname__}"
    start = time.perf_counter()
    for later in range(3):  # what a killed worker held comes when its lease is over
        while waits(now := monday() + later * LEASE):
            run_due(now)
    return {
        "wall_seconds": time.perf_counter() - start,
        "worker_cpu_seconds": time.process_time(),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def waits(now: datetime) -> bool:
    from leerkring.foundation.notifications.models import Delivery, Mail

    to_write = Delivery.objects.waiting().filter(frequency="week", at__lt=now)
    return to_write.exists() or Mail.objects.due(now).exists()


if __name__ == "__main__":
    django.setup()
    print(json.dumps(work()))
