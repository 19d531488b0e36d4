"""Posts on their way to readers: drafts, what editors said, versions, what was taken out."""

from django.conf import settings
from django.db import models

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.models.posts import Post


class Draft(models.Model):
    """What its author is writing. `saves` counts up, so that two tabs notice each other."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="draft")
    content = models.JSONField(default=dict)
    saves = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(auto_now=True)
    publish_at = models.DateTimeField("komt uit op", null=True, blank=True, db_index=True)

    def __str__(self) -> str:
        return f"concept van {self.post}"

    @property
    def says(self) -> Content:
        return Content.from_json(self.content)


class Version(models.Model):
    """A post as it was published, each time that it was."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="posts_each_version_once")
        ]

    def __str__(self) -> str:
        return f"versie {self.number} van {self.post}"

    @property
    def says(self) -> Content:
        return Content.from_json(self.content)


class Review(models.Model):
    """An editor is asked to look at a draft; answered once, by publishing or with a remark."""

    class Outcome(models.TextChoices):
        PUBLISHED = "uitgebracht", "Uitgebracht"
        RETURNED = "terug", "Terug naar de schrijver"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reviews")
    asked_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=12, blank=True, choices=Outcome.choices)
    remark = models.TextField("opmerking", blank=True, max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["post"],
                condition=models.Q(outcome=""),
                name="posts_one_open_review",
            )
        ]

    def __str__(self) -> str:
        return f"beoordeling van {self.post}"


class Redaction(models.Model):
    """A passage was taken out of every version. What it was is kept nowhere."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="redactions")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField("reden", max_length=500)
    places = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.places} keer weggehaald uit {self.post}"
