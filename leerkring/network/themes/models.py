"""Themes, all the names by which they are found, and who follows them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


def folded(name: str) -> str:
    """A name as it is compared: «Jeugd  en School» is «jeugd en school»."""
    return " ".join(name.split()).casefold()


class ThemeQuerySet(models.QuerySet["Theme"]):
    def current(self) -> Self:
        """Themes that were not merged into another."""
        return self.filter(merged_into=None)


class Theme(models.Model):
    """A subject people write, ask and meet about. `slug` is its address now."""

    name = models.CharField("naam", max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    description = models.TextField("waar gaat het over?", max_length=600, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="theme_not_merged_into_itself"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/themas/{self.slug}/"

    @property
    def synonyms(self) -> list[str]:
        """Other words for it; former names only lead here."""
        rows = self.names.all()
        return [row.name for row in rows if row.kind == ThemeName.Kind.SYNONYM]


class ThemeName(models.Model):
    """A name that leads to a theme, with an address of its own that leads there too."""

    class Kind(models.TextChoices):
        CURRENT = "nu", "naam"
        SYNONYM = "ook", "ander woord"
        FORMER = "vroeger", "vroegere naam"

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("naam", max_length=80)
    folded = models.CharField(max_length=160, unique=True)  # casefold may make it longer
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme"], condition=Q(kind="nu"), name="theme_has_one_name_now"
            )
        ]

    def __str__(self) -> str:
        return self.name


class NewNames(models.Model):
    """Themes have other names since this moment: what was put in the index before it, by the names
    that stood in it, is read again. The row goes when that is done.
    """

    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"andere namen sinds {self.at}"


class Following(models.Model):
    """A person wants to hear about a theme."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followed_themes"
    )
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="followings")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "theme"], name="theme_followed_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} volgt {self.theme}"
