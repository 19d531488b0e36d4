"""Remarks and thanks below posts and questions, each at its own time and told to nobody."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from leerkring.foundation.remarks.models import Remark, Thanks
from leerkring.network.people.models import Person
from leerkring.site.demo.platform.moments import as_given, moment, talk_moments
from leerkring.site.demo.platform.texts import Said


@dataclass(frozen=True)
class Talk:
    """Something that was written, what was said below it, and who may have thanked for it."""

    row: Model
    key: str
    days: int
    remarks: tuple[Said, ...]
    thanks: int
    readers: list[Person]


def talk_below(talks: Iterable[Talk], people: dict[str, Person], today: date) -> None:
    """Remarks, their answers, and thanks."""
    own: list[Remark] = []
    replies: list[tuple[Remark, Remark]] = []
    thanks: list[Thanks] = []
    for talk in talks:
        start = moment(today, talk.days, talk.key)
        about = {"about": talk.row._meta.label_lower, "about_id": str(talk.row.pk)}
        moments = talk_moments(start, talk.remarks)
        for said, at in zip(talk.remarks, moments, strict=True):
            remark = Remark(**about, author=people[said.who], text=said.text, at=at)
            if said.is_reply:
                replies.append((remark, own[-1]))
            else:
                own.append(remark)
        thanks += [
            Thanks(**about, by=person, at=at) for person, at in _thankers(talk, start, today)
        ]
    with as_given((Remark, "at"), (Thanks, "at")):
        Remark.objects.bulk_create(own)
        for reply, first in replies:
            reply.parent = first
        Remark.objects.bulk_create([reply for reply, _ in replies])
        Thanks.objects.bulk_create(thanks)


def _thankers(talk: Talk, start: datetime, today: date) -> list[tuple[Person, datetime]]:
    """So many of its readers, within some days."""
    draw = random.Random(talk.key)  # noqa: S311
    number = min(talk.thanks, len(talk.readers))
    longest = max(1, min(20, talk.days)) * 24 * 60
    now = timezone.now()
    return [
        (person, min(now, start + timedelta(minutes=draw.randrange(longest))))
        for person in draw.sample(talk.readers, number)
    ]
