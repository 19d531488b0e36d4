"""When something happened in the demo, counted back from today; the same every time."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from leerkring.site.demo.platform.texts import Said


def moment(today: date, days: int, key: str) -> datetime:
    """A minute of a day, some days before today; by daylight or after supper."""
    draw = random.Random(key)  # noqa: S311
    hour, minute = draw.choice((8, 9, 10, 12, 13, 15, 16, 17, 20)), draw.randrange(60)
    day = today - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def talk_moments(start: datetime, talk: tuple[Said, ...]) -> list[datetime]:
    """When each of these was said, each later than the one before, and at the latest now."""
    now, found, last = timezone.now(), [], start
    for place, said in enumerate(talk):
        wanted = start + timedelta(days=said.after, minutes=37 + 23 * place)
        last = max(last + timedelta(minutes=4), wanted)
        found.append(min(last, now))
    return found


@contextmanager
def as_given(*fields: tuple[type[models.Model], str]) -> Iterator[None]:
    """Within this, rows keep the moment that is put in; else these fields take the present one."""
    found = [model._meta.get_field(name) for model, name in fields]
    for field in found:
        field.auto_now_add = False
    try:
        yield
    finally:
        for field in found:
            field.auto_now_add = True
