"""What people say to the mails about a week: whether they can."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.loop.programmes.models.week import HalfDay
from leerkring.practice.gatherings.models import Session


class WeekReply(models.Model):
    """The newest answer of somebody, about a session or about a half-day that they chair.

    starts_at   the moment that it is about; of what moves to another they are asked again
    """

    class Says(models.TextChoices):
        YES = "ja", "Ja, ik kan"
        NO = "nee", "Nee, ik kan niet"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, null=True, on_delete=models.CASCADE, related_name="+")
    half_day = models.ForeignKey(HalfDay, null=True, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    says = models.CharField(max_length=3, choices=Says.choices)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "session"], name="one_reply_a_session"),
            models.UniqueConstraint(fields=["person", "half_day"], name="one_reply_a_half_day"),
            models.CheckConstraint(
                condition=Q(session=None) ^ Q(half_day=None), name="reply_is_about_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return self.get_says_display()
