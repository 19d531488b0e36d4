"""What goes by mail: a delivery per person and notice, and the mails that they were written in.

A delivery is in exactly one state: *waiting* (no mail, not dropped), *written* (in one mail), or
*dropped*, with why. It leaves the first state in one transaction with the mail that holds it.
"""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models.notices import Notice

FREQUENCIES = [(f.value, f.label) for f in Frequency if f is not Frequency.NEVER]


class MailQuerySet(models.QuerySet["Mail"]):
    def due(self, now: datetime) -> Self:
        return self.filter(handed_over_at=None, given_up_at=None, next_try_at__lte=now)


class Mail(models.Model):
    """A mail as it was written, and whether a mail server took it.

    `period` is the day or week of a digest, and the notice's number for a single one: with the
    person and the kind it makes one `message_id`, the same however often it is handed over. The
    text is wiped as soon as the mail is taken.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=10, choices=FREQUENCIES)
    period = models.CharField(max_length=40)
    message_id = models.CharField(max_length=120, unique=True)
    subject = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveIntegerField(default=0)
    handed_over_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "period"], name="one_mail_per_period")
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(handed_over_at=None, given_up_at=None),
                name="mails_to_hand_over",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    def went(self) -> None:
        """A mail server has it. What it said is not kept here any longer."""
        self.handed_over_at = timezone.now()
        self._wipe(fault="")

    def give_up(self, why: str) -> None:
        self.given_up_at = timezone.now()
        self._wipe(fault=why)

    def put_off(self, until: datetime, why: str) -> None:
        self.next_try_at, self.fault = until, why
        self.save(update_fields=["next_try_at", "fault"])

    def _wipe(self, fault: str) -> None:
        self.text = self.html = ""
        self.headers, self.fault = {}, fault
        fields = ("handed_over_at", "given_up_at", "text", "html", "headers", "fault")
        Mail.objects.filter(pk=self.pk).update(**{name: getattr(self, name) for name in fields})


WAITING = models.Q(mail=None, dropped_at=None)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self) -> Self:
        return self.filter(WAITING)


class Delivery(models.Model):
    """That one person hears of one notice by mail. Outlives the notice, as a record."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    notice = models.OneToOneField(
        Notice, null=True, on_delete=models.SET_NULL, related_name="delivery"
    )
    frequency = models.CharField(max_length=10, choices=FREQUENCIES)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    mail = models.ForeignKey(Mail, null=True, on_delete=models.CASCADE, related_name="deliveries")
    dropped_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=60, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["frequency", "at"], condition=WAITING, name="waiting_since"),
            models.Index(fields=["frequency", "person"], condition=WAITING, name="waiting_for"),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} ({self.frequency})"
