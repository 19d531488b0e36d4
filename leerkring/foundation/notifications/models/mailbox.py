"""How mail reaches one person: on which day, how much it says, and whether it waits.

No row: the digest of the week on Monday, nothing quoted of what is closed, and mail goes.
"""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

MONDAY = 0
DAYS = tuple(
    enumerate(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"))
)
# A row that says something else than no row does, for when mail is written.
UNUSUAL = ~Q(day=MONDAY) | Q(paused_until__isnull=False) | Q(refused_at__isnull=False)
HELD = Q(paused_until__isnull=False) | Q(refused_at__isnull=False)
GOING = Q(paused_until=None, refused_at=None)


def over_on(day: date) -> Q:
    """The pause is over on this day, and nothing else holds the mail."""
    return Q(paused_until__lte=day, refused_at=None)


class MailboxQuerySet(models.QuerySet["Mailbox"]):
    def over_on(self, day: date) -> Self:
        return self.filter(over_on(day))

    def of_another_address(self) -> Self:
        """Refused, but since then this person has another address."""
        return self.filter(refused_at__isnull=False).exclude(refused_address=F("person__email"))


class Mailbox(models.Model):
    """What somebody chose for all their mail, and what became of their address.

    While mail is held nothing is written for this person: deliveries wait. `paused_until` stays
    until what waited has been written, so that whoever is killed on the way goes on.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    day = models.PositiveSmallIntegerField(default=MONDAY, choices=DAYS)
    quotes_closed = models.BooleanField(default=False)
    paused_until = models.DateField(null=True)
    refused_at = models.DateTimeField(null=True)
    refused_address = models.CharField(max_length=254, blank=True)

    objects = MailboxQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(day__range=(0, 6)), name="a_weekday")]
        indexes = [
            models.Index(fields=["day"], condition=UNUSUAL, name="mailboxes_unlike_others"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.get_day_display()}"
