"""Remarks that go: with what they are about, or with the person who wrote them."""

from typing import Any

from django.db import transaction
from django.db.models import Model

from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.remarks.mentions import mentions
from leerkring.foundation.remarks.models import Remark, Removal, Thanks
from leerkring.foundation.remarks.queries import people_called_in

GONE = "@iemand die vertrok"


@transaction.atomic
def forget_talk_about(row: Model) -> None:
    """Everything that was said about a thing goes with it, and so do thanks and notices."""
    for remark in Remark.objects.on(row):
        _forget_beside(remark)
    Remark.objects.on(row).delete()
    Thanks.objects.filter(about=row._meta.label_lower, about_id=str(row.pk)).delete()


@transaction.atomic
def forget_remarks_of(person: Any) -> None:
    """What somebody wrote goes. Where others answered the place stays, without words or name."""
    for remark in Remark.objects.filter(author=person).prefetch_related("answers"):
        _forget_beside(remark)
        if any(answer.author_id != person.pk for answer in remark.answers.all()):
            Removal.objects.get_or_create(remark=remark, defaults={"by_author": True})
            remark.text, remark.author = "", None
            remark.save(update_fields=["text", "author"])
        else:
            remark.delete()


def _forget_beside(remark: Remark) -> None:
    withdraw(remark)
    Thanks.objects.filter(about=remark._meta.label_lower, about_id=str(remark.pk)).delete()


@transaction.atomic
def forget_mentions_of(person: Any) -> None:
    """In what others wrote, «@Name» becomes somebody who left. A name that two people bear stays:
    nobody knows who was meant."""
    name = getattr(person, "name", "")
    if not name:
        return
    for remark in Remark.objects.filter(text__icontains=f"@{name}"):
        called = people_called_in(remark.text)
        found = [m for m in mentions(remark.text, called) if m.person == person.pk]
        for mention in reversed(found):
            remark.text = remark.text[: mention.start] + GONE + remark.text[mention.end :]
        if found:
            remark.save(update_fields=["text"])
            withdraw(remark)  # a notice repeats the words
