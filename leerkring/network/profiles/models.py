"""Profiles: a row for who wants to be found, with the reach of each field beside it."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse

from leerkring.foundation.files.models import StoredFile
from leerkring.network.people.models import Organisation, Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles.registry import ties_of
from leerkring.network.profiles.visibility import CHOICES, FIELDS, Reach
from leerkring.network.themes.models import Theme

MOST_QUESTIONS = 10


class Sector(models.TextChoices):
    """The field somebody works in."""

    TEAM = "wijkteam", "Wijkteam"
    YOUTH = "jeugdhulp", "Jeugdhulp"
    HEALTH = "jeugdgezondheid", "Jeugdgezondheidszorg"
    SCHOOL = "onderwijs", "Onderwijs en kinderopvang"
    ATTENDANCE = "leerplicht", "Leerplicht en voorkomen van schooluitval"
    DOCTOR = "huisarts", "Huisarts en zorg in de buurt"
    MENTAL = "ggz", "Geestelijke gezondheidszorg"
    WELFARE = "welzijn", "Welzijn en opbouwwerk"
    SAFETY = "veiligheid", "Veiligheid en bescherming"
    CITY = "gemeente", "Gemeente en beleid"
    TRAINING = "opleiding", "Onderzoek en opleiding"
    RESIDENT = "bewoner", "Bewoner of ervaringsdeskundige"
    OTHER = "anders", "Iets anders"


class ProfileQuerySet(models.QuerySet["Profile"]):
    def seen_by(self, reader: Any) -> Self:
        """Whom this reader may know to be here; each with a `closeness` (see `visibility`)."""
        rows = self.filter(person__is_active=True).annotate(closeness=_closeness(reader))
        return rows.filter(name_seen__gte=F("closeness"))

    def showing(self, *fields: str) -> Self:
        """After `seen_by`: only whose fields of these names this reader sees as well."""
        return self.filter(**{f"{field}_seen__gte": F("closeness") for field in fields})

    def with_work(self) -> Self:
        return self.select_related("person", "organisation")


def _closeness(reader: Any) -> Case | Value:
    number = models.PositiveSmallIntegerField()
    if not reader.is_authenticated:
        return Value(int(Reach.EVERYONE), output_field=number)
    ties: Iterable[Q] = (Q(person_id__in=ids) for ids in ties_of(reader))
    return Case(
        When(person_id=reader.pk, then=Value(int(Reach.NOBODY))),
        *(When(tied, then=Value(int(Reach.TIES))) for tied in ties),
        default=Value(int(Reach.SIGNED_IN)),
        output_field=number,
    )


def _reach(name: str) -> Any:
    field = next(field for field in FIELDS if field.name == name)
    return models.PositiveSmallIntegerField(
        f"wie ziet: {field.label.lower()}", choices=CHOICES, default=int(field.default)
    )


class Profile(models.Model):
    """What a person tells. `sort_name` is the folded name with a space before each word."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    sort_name = models.CharField(max_length=400, editable=False)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="profiles"
    )
    photo = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    position = models.CharField("functie", max_length=120, blank=True)
    sector = models.CharField("werkveld", max_length=20, choices=Sector.choices, blank=True)
    region = models.CharField("regio", max_length=120, blank=True)
    sentence = models.CharField("over mij", max_length=300, blank=True)
    questions_a_month = models.PositiveSmallIntegerField(
        default=0, validators=[MaxValueValidator(MOST_QUESTIONS)]
    )
    expert_on = models.ManyToManyField(Theme, through="Expertise", related_name="experts")
    since = models.DateTimeField(auto_now_add=True)

    name_seen = _reach("name")
    photo_seen = _reach("photo")
    organisation_seen = _reach("organisation")
    position_seen = _reach("position")
    sector_seen = _reach("sector")
    region_seen = _reach("region")
    sentence_seen = _reach("sentence")
    expertise_seen = _reach("expertise")
    themes_seen = _reach("themes")
    email_seen = _reach("email")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["sort_name", "person"], name="profile_by_name"),
            models.Index(fields=["sector", "sort_name"], name="profile_by_sector"),
            # with the reach behind it: a list of what a reader sees finds an end at once
            models.Index(fields=["organisation", "organisation_seen"], name="profile_by_employer"),
            models.Index(fields=["region", "region_seen"], name="profile_by_region"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(questions_a_month__lte=MOST_QUESTIONS), name="profile_not_overasked"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return f"{_all_pages()}{self.person_id}-{slug_of(self.person.name)}/"

    @property
    def url(self) -> str:
        return self.get_absolute_url()


@cache
def _all_pages() -> str:
    """How the address of every profile begins: a page shows twenty, and more."""
    return reverse("profiles:show", args=[0, "x"]).removesuffix("0-x/")


class Expertise(models.Model):
    """A theme about which a person may be asked."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="expertise")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="expertise")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "theme"], name="expertise_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.profile} weet van {self.theme}"


class Cover(models.Model):
    """A moderator hid the sentence and the photo of a profile: they are in it no more, and do not
    come back; others may. What was hidden is known here, so that its person can see it."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, related_name="cover")
    sentence = models.CharField(max_length=300, blank=True)
    photo_sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"verborgen op het profiel van {self.profile}"

    @property
    def waits(self) -> bool:
        """Whether something still stands empty because of this."""
        profile = self.profile
        return bool(
            (self.sentence and not profile.sentence) or (self.photo_sha256 and not profile.photo_id)
        )

    def holds(self, sentence: str) -> bool:
        """Whether this is what was hidden, however it is spaced and spelled with capitals."""
        return bool(sentence) and _bare(sentence) == _bare(self.sentence)


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()
