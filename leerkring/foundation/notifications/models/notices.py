"""What there was to tell, once; and a narrow row for everyone who was told."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class Occasion(models.Model):
    """One thing that was told: the words are here once, however many people get them."""

    event = models.CharField(max_length=60)
    about = models.CharField(max_length=60, help_text="label of the model it is about")
    about_id = models.CharField(max_length=40)
    once = models.CharField(max_length=80, blank=True, help_text="sets two alike apart")
    thread = models.CharField(max_length=120, help_text="mails of one thread stay together")
    title = models.CharField(max_length=200)
    sentence = models.CharField(max_length=600, blank=True)
    own_words = models.PositiveSmallIntegerField(
        default=0, help_text="so many signs of the sentence are the site's; people wrote the rest"
    )
    url = models.CharField(max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    circle = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "about", "about_id", "once"], name="told_once")
        ]
        indexes = [
            models.Index(fields=["about", "about_id"], name="occasion_about"),
            models.Index(fields=["thread"], name="occasion_thread"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def unquoted(self) -> str:
        """The sentence without what people wrote."""
        return self.sentence[: self.own_words].rstrip()


class NoticeQuerySet(models.QuerySet["Notice"]):
    def on_site(self, person: Any) -> Self:
        """On the page of this person, newest first."""
        return self.filter(person=person, is_on_site=True).order_by("-pk")

    def unread(self) -> Self:
        return self.filter(read_at=None)


class Notice(models.Model):
    """One person was told of one occasion."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="notices")
    at = models.DateTimeField(default=timezone.now, db_index=True)
    is_on_site = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "occasion"], name="one_notice_per_occasion")
        ]
        indexes = [
            models.Index(
                fields=["person", "-id"],
                condition=models.Q(is_on_site=True),
                name="notices_of_a_person",
            ),
            models.Index(
                fields=["person"],
                condition=models.Q(is_on_site=True, read_at=None),
                name="unread_of_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion_id} → {self.person_id}"

    def read(self) -> None:
        """Idempotent: the first time counts."""
        if self.read_at is None:
            self.read_at = timezone.now()
            self.save(update_fields=["read_at"])
