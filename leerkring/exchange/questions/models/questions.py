"""A question, and who may read it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, meant_for
from leerkring.network.themes.models import Theme

LONGEST_TITLE = 150
LONGEST_TEXT = 8000


class QuestionQuerySet(models.QuerySet["Question"]):
    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(retraction=None)

    def public(self) -> Self:
        return self.standing().filter(audience=Audience.PUBLIC)

    def visible_to(self, person: Any) -> Self:
        """Of what stands, what is meant for this person; one query, whatever is filtered on."""
        return self.standing().filter(meant_for(person))

    def open(self) -> Self:
        """Still waiting for an answer that helps."""
        return self.filter(acceptance=None, closing=None)

    def for_lists(self) -> Self:
        """With what a line in a list shows."""
        rows = self.select_related("author", "circle", "acceptance", "closing", "outcome")
        return rows.prefetch_related("themes")


class Question(models.Model):
    """What somebody wants to know. Put `on_behalf`, its author is who passed it on."""

    title = models.CharField("je vraag in één zin", max_length=LONGEST_TITLE)
    slug = models.SlugField(max_length=80, blank=True)
    text = models.TextField("toelichting", max_length=LONGEST_TEXT, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="questions"
    )
    on_behalf = models.BooleanField(default=False)
    audience = models.CharField(
        max_length=10,
        choices=[(audience.value, audience.label) for audience in Audience],
        default=Audience.SIGNED_IN.value,
    )
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="questions"
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="questions")
    asked_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    route_at = models.DateTimeField(null=True, blank=True)
    stuck_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="questions_newest"),
            models.Index(
                fields=["asked_at"], name="questions_to_announce", condition=Q(announced_at=None)
            ),
            models.Index(
                fields=["route_at"], name="questions_to_route", condition=Q(route_at__isnull=False)
            ),
            models.Index(
                fields=["stuck_at"], name="questions_stuck", condition=Q(stuck_at__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(audience="kring") | Q(circle__isnull=False),
                name="questions_for_a_circle_have_one",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("questions:show", args=[self.pk, self.slug or "vraag"])

    def say(self, title: str, text: str) -> None:
        """Take these words over in the row, to be saved by the caller."""
        self.title, self.text = title, text
        self.slug = slugify(title)[:80].strip("-")

    @property
    def asker_name(self) -> str:
        """As the page names who asks: of one on behalf of somebody nobody."""
        if self.on_behalf:
            return "Iemand"
        return (self.author.name if self.author else "") or "Iemand die hier niet meer is"

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")

    @property
    def is_settled(self) -> bool:
        return self.is_closed or hasattr(self, "acceptance")


class Closing(models.Model):
    """No longer needed, says who asked. `by` is empty when a key said so."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="closing")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.question} is niet meer nodig"
