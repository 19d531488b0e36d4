"""Drafts of instruments, and what this room keeps beside the versions that `scans` holds."""

from django.conf import settings
from django.db import models

from leerkring.practice.instruments.sheets import MOST_TYPED, Row, Sheet
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.languages import CHOICES, LANGUAGES
from leerkring.practice.scans.models import InstrumentVersion

BY = {"null": True, "on_delete": models.SET_NULL, "related_name": "+"}


class Family(models.Model):
    """One instrument, through all its versions and languages."""

    started_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return f"familie {self.pk}"


class Provenance(models.Model):
    """Where a version comes from.

    source  the version that it was made from
    at      when it was published here; empty for one that came with a round, from a file
    """

    version = models.OneToOneField(
        InstrumentVersion, on_delete=models.CASCADE, related_name="provenance"
    )
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="provenances")
    source = models.ForeignKey(
        InstrumentVersion, null=True, on_delete=models.PROTECT, related_name="made_from_it"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"herkomst van {self.version}"


class Retirement(models.Model):
    """A version that no new round may choose. Rounds with it go on, and it can still be read."""

    version = models.OneToOneField(
        InstrumentVersion, on_delete=models.CASCADE, related_name="retirement"
    )
    reason = models.CharField("reden", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.version} is uit gebruik"


class InstrumentDraft(models.Model):
    """An instrument in the making: everything as it was typed, so that nothing typed is lost.

    translates  it says what `source` says, in another language
    saves       how often it was saved: who saves an older page hears of it
    """

    family = models.ForeignKey(Family, null=True, on_delete=models.PROTECT, related_name="drafts")
    source = models.ForeignKey(
        InstrumentVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    translates = models.BooleanField(default=False)
    name = models.CharField(max_length=MOST_TYPED, blank=True)
    language = models.CharField(max_length=5, choices=CHOICES)
    low = models.CharField(max_length=20, blank=True)
    high = models.CharField(max_length=20, blank=True)
    low_words = models.CharField(max_length=MOST_TYPED, blank=True)
    high_words = models.CharField(max_length=MOST_TYPED, blank=True)
    targets = models.JSONField(default=dict)
    saves = models.PositiveIntegerField(default=0)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    begun_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    saved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name or "vragenlijst zonder naam"

    @property
    def language_name(self) -> str:
        return LANGUAGES[self.language].name

    @property
    def sheet(self) -> Sheet:
        rows = (
            Row(i.pk, i.code, Dimension(i.dimension), i.competence, i.statement, i.reversed)
            for i in self.items.all()
        )
        return Sheet(
            name=self.name,
            language=self.language,
            low=self.low,
            high=self.high,
            ends=(self.low_words, self.high_words),
            targets={Dimension(key): text for key, text in self.targets.items()},
            rows=tuple(rows),
        )


class DraftItem(models.Model):
    """A statement of a draft, on its place."""

    draft = models.ForeignKey(InstrumentDraft, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveIntegerField()
    code = models.CharField(max_length=MOST_TYPED, blank=True)
    dimension = models.CharField(max_length=4, choices=[(d.value, d.label) for d in Dimension])
    competence = models.CharField(max_length=MOST_TYPED, blank=True)
    statement = models.CharField(max_length=MOST_TYPED, blank=True)
    reversed = models.BooleanField(default=False)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.code or self.statement[:40]


class ImportPreview(models.Model):
    """A file that was read and waits for a yes: what it says, and what we cannot take over."""

    file_name = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    definition = models.TextField()
    not_taken_over = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.file_name
