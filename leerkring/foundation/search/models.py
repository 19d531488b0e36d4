"""Entries of the index. The words by which they are found lie beside them (`matching.py`)."""

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One thing that can be found: enough to show a hit without asking its room for it."""

    about = models.CharField(max_length=60, help_text="label of the model it is about")
    about_id = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    owned = models.BooleanField(default=False, help_text="there was an owner when it was read")
    read_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=["about", "about_id"], name="search_entry_once")
        ]
        indexes = [
            models.Index(fields=["-at", "-id"], name="search_entry_newest"),
            models.Index(
                fields=["id"],
                condition=models.Q(owned=True, owner=None),
                name="search_entry_orphaned",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SynonymGroup(models.Model):
    """Words and expressions that find each other; moderators keep them."""

    words = models.CharField(
        "woorden die hetzelfde betekenen",
        max_length=300,
        unique=True,
        help_text="Met komma's ertussen, bijvoorbeeld: wijkteam, buurtteam, lokaal team.",
    )

    class Meta:
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.words.split(",") if part.strip())
