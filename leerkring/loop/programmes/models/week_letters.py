"""The mails about a plan that was agreed: each is a row, the rows the queue."""

from django.conf import settings
from django.db import models

from leerkring.foundation.notifications.models.outgoing import Outgoing, OutgoingQuerySet
from leerkring.loop.programmes.models.week_plans import WeekPlan
from leerkring.practice.gatherings.models import Session


class WeekLetter(Outgoing):
    """One mail with a date for a calendar, about a session of the plan that was agreed.

    sequence          grows by one each time that the session changes, as calendars count
    starts_at, place  what it says: of a session that is called off, what it was
    """

    class Kind(models.TextChoices):
        REQUEST = "request", "bericht"
        CANCEL = "cancel", "afzegging"

    plan = models.ForeignKey(WeekPlan, on_delete=models.CASCADE, related_name="letters")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sequence = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person", "sequence"], name="one_letter_a_change"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="week_letters_to_send",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} over {self.session}"


class ChairLetter(Outgoing):
    """One mail to a day chair with all that they chair in the plan that was agreed.

    ends_at   when the last half-day of it ends: after that it says nothing new
    """

    plan = models.ForeignKey(WeekPlan, on_delete=models.CASCADE, related_name="chair_letters")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    ends_at = models.DateTimeField()

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "person"], name="one_chair_letter_a_plan")
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="chair_letters_to_send",
            )
        ]

    def __str__(self) -> str:
        return f"bericht aan dagvoorzitter {self.person}"
