"""That somebody has a calendar feed of their own."""

import secrets
from datetime import date
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


def digest_of(token: str) -> str:
    """Enough for a name of 192 random bits: there is nothing to guess, and no way back."""
    return sha256(token.encode()).hexdigest()


class FeedKeyQuerySet(models.QuerySet["FeedKey"]):
    def renew(self, person: Any) -> str:
        """A new address for this person; the one before it stops. Only who asks sees it, once."""
        token = secrets.token_urlsafe(24)
        now = {"digest": digest_of(token), "made_at": timezone.now(), "asked_on": None}
        self.update_or_create(person=person, defaults=now)
        return token

    def opened_by(self, token: str) -> "FeedKey | None":
        """The key that this token fits; none for somebody whose account is closed."""
        keys = self.filter(digest=digest_of(token), person__is_active=True)
        return keys.select_related("person").first()


class FeedKey(models.Model):
    """The key to one person's feed: the hash of its address, when it was made and last used."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    asked_on = models.DateField(null=True)

    objects = FeedKeyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"agenda-adres van {self.person}"

    def note_asked(self, today: date) -> None:
        """So that its owner sees that it is in use; one write a day at most."""
        if self.asked_on != today:
            self.asked_on = today
            self.save(update_fields=["asked_on"])
