"""Reacting, changing and taking away a remark; thanking."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.redacting_actions import redact_fields, tell_no_more_of
from leerkring.foundation.notifications.actions import notify, retell
from leerkring.foundation.remarks.mentions import mentions
from leerkring.foundation.remarks.models import Remark, Removal, Thanks
from leerkring.foundation.remarks.queries import people_called_in
from leerkring.foundation.remarks.registry import Remarkable

TELLING = ("remarks.mentioned", "remarks.answered", "remarks.remarked")


class TooLate(Exception):
    """The quarter of an hour in which a remark can be changed is over."""


@transaction.atomic
def remark_on(
    row: Model, entry: Remarkable, *, text: str, by: Any, answering: Remark | None = None
) -> Remark:
    """React to something. An answer to an answer goes under the remark that both answer."""
    parent = answering.parent or answering if answering else None
    remark = Remark.objects.create(
        about=row._meta.label_lower, about_id=str(row.pk), parent=parent, author=by, text=text
    )
    told = _tell_the_mentioned(remark, row, entry)
    if answering and answering.author_id:
        told |= _tell("remarks.answered", {answering.author_id} - told, remark, row, entry)
    _tell("remarks.remarked", entry.watchers(row) - told, remark, row, entry)
    return remark


@transaction.atomic
def edit(remark: Remark, *, text: str, by: Any) -> None:
    """Change one's own remark shortly after writing it. Raises TooLate."""
    if not remark.can_be_edited_by(by, timezone.now()):
        raise TooLate
    remark.text, remark.edited_at = text, timezone.now()
    remark.save(update_fields=["text", "edited_at"])
    retell(remark, quote=text, events=TELLING)


@transaction.atomic
def remove(remark: Remark, *, by: Any) -> None:
    """Take a remark away, by who wrote it or by a moderator; twice is fine.

    What its author takes away is gone; what a moderator takes away stays for who must explain it.
    """
    by_author = by is not None and remark.author_id == by.pk
    _, is_new = Removal.objects.get_or_create(
        remark=remark, defaults={"by": by, "by_author": by_author}
    )
    if by_author:
        remark.text = ""
        remark.save(update_fields=["text"])
    if is_new:
        record("remarks.removed", by=by, about=remark, sentence="Een reactie is weggehaald.")


@transaction.atomic
def redact(remark: Remark, passage: str) -> int:
    """Take a passage out of it, and take back the notices that repeat it."""
    places = redact_fields(remark, ["text"], passage)
    if places:
        tell_no_more_of(remark, passage)
    return places


def thank(row: Model, *, by: Any) -> None:
    """Once is enough; a second time changes nothing."""
    Thanks.objects.get_or_create(about=row._meta.label_lower, about_id=str(row.pk), by=by)


def take_back_thanks(row: Model, *, by: Any) -> None:
    Thanks.objects.filter(about=row._meta.label_lower, about_id=str(row.pk), by=by).delete()


def _tell_the_mentioned(remark: Remark, row: Model, entry: Remarkable) -> set[int]:
    found = people_called_in(remark.text)
    people = {mention.person for mention in mentions(remark.text, found)}
    return _tell("remarks.mentioned", people, remark, row, entry)


def _tell(event: str, people: set[int], remark: Remark, row: Model, entry: Remarkable) -> set[int]:
    """Who may not see the row is dropped when the notice is read or sent (`notices.py`)."""
    notify(
        event,
        people=people,
        about=remark,
        thread=entry.thread(row),
        title=entry.title(row),
        quote=remark.text,
        url=f"{entry.url(row)}#reactie-{remark.pk}",
        by=remark.author,
        circle=entry.circle(row),
    )
    return people
