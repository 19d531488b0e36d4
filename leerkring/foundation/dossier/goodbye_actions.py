"""What rooms below say about a person by label and key, where no link in the database leads."""

from typing import Any

from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.search.actions import forget


def forget_as_subject(person: Any) -> None:
    """Notices about them, their place in the index, what was flagged of them."""
    withdraw(person)
    forget(person)
    here = {"about": person._meta.label_lower, "about_id": str(person.pk)}
    Flag.objects.filter(**here).delete()
    SecondReading.objects.filter(**here).delete()
