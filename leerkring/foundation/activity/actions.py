"""The one way to write down that something happened."""

from typing import Any

from django.db.models import Model

from leerkring.foundation.activity.models import Activity


def record(verb: str, *, by: Any | None, about: Model, sentence: str) -> Activity:
    """Add one line to the record. Call it inside the transaction of what it tells of."""
    return Activity.objects.create(
        verb=verb,
        by=by,
        about=about._meta.label_lower,
        about_id=str(about.pk),
        sentence=sentence[:300],
    )


def forget_as_subject(person: Any) -> None:
    """Lines about a person who goes stay, without their number."""
    about = Activity.objects.filter(about=person._meta.label_lower, about_id=str(person.pk))
    about.update(about_id="")
