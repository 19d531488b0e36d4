"""What stands with a post: files, what others made of it, and how often it was read."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from leerkring.exchange.posts.models.posts import Post
from leerkring.foundation.files.models import StoredFile


class Attachment(models.Model):
    """A picture or another file with a post. It is seen by who sees the post; what is
    `held`, only when the post goes out again, by its author and who looks it over."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="attachments")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    is_picture = models.BooleanField(default=False)
    caption = models.CharField("bijschrift", max_length=200, blank=True)
    held = models.BooleanField("wacht op de redactie", default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)


class TrialQuerySet(models.QuerySet["Trial"]):
    def standing(self) -> Self:
        """What was not taken away."""
        return self.filter(removed_at=None)

    def visible_to(self, person: Any) -> Self:
        """Whoever sees the example, sees what others made of it."""
        return self.standing().filter(post__in=Post.objects.visible_to(person))


class Trial(models.Model):
    """«Wij probeerden het ook»: who did the same, what they changed and what came of it."""

    class Outcome(models.TextChoices):
        WORKED = "werkte", "Het werkte"
        PARTLY = "deels", "Het werkte voor een deel"
        NOT = "niet", "Het werkte bij ons niet"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="trials")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField("hoe ging het", max_length=10, choices=Outcome.choices)
    where = models.CharField("waar", max_length=150)
    changed = models.TextField("wat deden jullie anders", max_length=2000, blank=True)
    came_of_it = models.TextField("wat kwam ervan", max_length=2000)
    changed_at = models.DateTimeField("aangepast", null=True, blank=True)
    removed_at = models.DateTimeField("weggehaald", null=True, blank=True)

    objects = TrialQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.where}: {self.get_outcome_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.post.get_absolute_url()}#geprobeerd-{self.pk}"


class ViewCount(models.Model):
    """How often a post was opened on a day. Nothing of who did."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="view_counts")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "day"], name="posts_one_count_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.number} keer op {self.day}"
