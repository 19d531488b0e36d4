"""A question with two sides that stays open, and who may read it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, meant_for
from leerkring.network.themes.models import Theme

LONGEST_TITLE = 150


class DilemmaQuerySet(models.QuerySet["Dilemma"]):
    def visible_to(self, person: Any) -> Self:
        return self.filter(meant_for(person), retraction=None)

    def open(self) -> Self:
        return self.filter(closing=None, retraction=None)

    def closed(self) -> Self:
        return self.filter(closing__isnull=False, retraction=None)

    def for_lists(self) -> Self:
        rows = self.select_related("author", "circle", "closing").prefetch_related("themes")
        standing = Q(experiences__retraction=None, experiences__isnull=False)
        return rows.annotate(told=models.Count("experiences", filter=standing, distinct=True))


class Dilemma(models.Model):
    """Two sides that both have something to say for them."""

    title = models.CharField("het dilemma in één zin", max_length=LONGEST_TITLE)
    slug = models.SlugField(max_length=80, blank=True)
    one_side = models.CharField("aan de ene kant", max_length=300)
    other_side = models.CharField("aan de andere kant", max_length=300)
    text = models.TextField("wat speelt er", max_length=2000, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="dilemmas"
    )
    audience = models.CharField(
        max_length=10, choices=[(audience.value, audience.label) for audience in Audience]
    )
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="dilemmas"
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="dilemmas")
    put_at = models.DateTimeField()

    objects = DilemmaQuerySet.as_manager()

    class Meta:
        ordering = ["-put_at", "-pk"]
        indexes = [models.Index(fields=["-put_at", "-id"], name="dilemmas_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(audience="kring") | Q(circle__isnull=False),
                name="dilemma_for_a_circle_has_one",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dilemmas:show", args=[self.pk, self.slug or "dilemma"])

    def call(self, title: str) -> None:
        """Take this title over in the row, to be saved by the caller."""
        self.title, self.slug = title, slugify(title)[:80].strip("-")

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")

    @property
    def own_circle(self) -> Circle | None:
        """The circle that it is for, when it is for that circle only."""
        return self.circle if self.audience == Audience.CIRCLE else None


class Closing(models.Model):
    """The question is answered, or no longer one: with what was learnt. Without this row it is
    open again."""

    dilemma = models.OneToOneField(Dilemma, on_delete=models.CASCADE, related_name="closing")
    learnt = models.TextField("wat leerden jullie?", max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dilemma} is afgesloten"


class Retraction(models.Model):
    """Somebody took it away: a whole dilemma, or one experience (one of the two)."""

    dilemma = models.OneToOneField(
        Dilemma, null=True, blank=True, on_delete=models.CASCADE, related_name="retraction"
    )
    experience = models.OneToOneField(
        "dilemmas.Experience",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="retraction",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dilemma__isnull=False, experience=None)
                | Q(dilemma=None, experience__isnull=False),
                name="one_thing_taken_away",
            )
        ]

    def __str__(self) -> str:
        return f"{self.dilemma or self.experience} is weggehaald"
