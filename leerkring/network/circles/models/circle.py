"""A circle: a group with a purpose, and who may know of it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from leerkring.network.circles.kinds import KINDS, Kind
from leerkring.network.circles.models.entry import Invitation
from leerkring.network.circles.models.inspection import Inspection
from leerkring.network.circles.models.membership import Membership
from leerkring.network.themes.models import Theme


class Joining(models.TextChoices):
    FREE = "vrij", "Vrij: wie wil, doet mee"
    REQUEST = "verzoek", "Op verzoek: een begeleider beslist"
    INVITATION = "uitnodiging", "Op uitnodiging"


class Visibility(models.TextChoices):
    PUBLIC = "openbaar", "Openbaar: iedereen ziet de groep"
    SIGNED_IN = "ingelogd", "Iedereen met een account ziet de groep"
    MEMBERS = "leden", "Besloten: anderen zien alleen dat de groep er is"
    HIDDEN = "verborgen", "Verborgen: alleen leden weten ervan"


CLOSED = (Visibility.MEMBERS, Visibility.HIDDEN)


class CircleQuerySet(models.QuerySet["Circle"]):
    def visible_to(self, person: Any) -> Self:
        """Circles that this person may know of."""
        if not person.is_authenticated:
            return self.filter(visibility=Visibility.PUBLIC)
        invited = Invitation.objects.waiting().filter(person=person)
        return self.filter(
            ~Q(visibility=Visibility.HIDDEN)
            | Q(pk__in=Membership.objects.of(person).values("circle"))
            | Q(pk__in=invited.values("circle"))
            | Q(pk__in=Inspection.objects.of(person).values("circle"))
        )

    def readable_by(self, person: Any) -> Self:
        """Circles in which this person may read: not who is only invited."""
        if not person.is_authenticated:
            return self.filter(visibility=Visibility.PUBLIC)
        return self.filter(
            ~Q(visibility__in=CLOSED)
            | Q(pk__in=Membership.objects.of(person).values("circle"))
            | Q(pk__in=Inspection.objects.of(person).values("circle"))
        )

    def of(self, person: Any) -> Self:
        """The circles in which this person is now."""
        return self.filter(pk__in=Membership.objects.of(person).values("circle"))

    def living(self) -> Self:
        """Not closed, and the period is not over."""
        over = Q(ends_on__lt=timezone.localdate()) | Exists(
            Closing.objects.filter(circle=OuterRef("pk"))
        )
        return self.exclude(over)


class Circle(models.Model):
    """A group with a purpose. Joining and visibility are two choices, apart from each other."""

    kind = models.CharField(
        "soort", max_length=20, choices=[(kind.key, kind.label) for kind in KINDS.values()]
    )
    name = models.CharField("naam", max_length=120)
    slug = models.SlugField(max_length=80)
    purpose = models.TextField("doel", max_length=1000)
    house_rules = models.TextField("huisregels", max_length=2000, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)
    joining = models.CharField("meedoen", max_length=12, choices=Joining.choices)
    visibility = models.CharField("wie ziet de groep", max_length=12, choices=Visibility.choices)
    themes = models.ManyToManyField(Theme, blank=True, related_name="circles")
    seats_per_organisation = models.PositiveSmallIntegerField(
        "plekken per organisatie", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CircleQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="circle_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(seats_per_organisation=None) | Q(seats_per_organisation__range=(1, 50)),
                name="circle_has_one_to_fifty_seats",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/werkgroepen/{self.pk}-{self.slug}/"

    @property
    def words(self) -> Kind:
        return KINDS[self.kind]

    def word_for(self, role: str) -> str:
        """What somebody with this role is called in a circle of this kind."""
        words = {"owner": self.words.owner, "facilitator": self.words.facilitator}
        return words.get(role) or (self.words.member if role == "member" else "gast")

    @property
    def is_closed_to_outsiders(self) -> bool:
        return self.visibility in CLOSED

    @property
    def is_archived(self) -> bool:
        """Closed, or its period is over: what is there stays readable, nothing is added."""
        over = self.ends_on is not None and self.ends_on < timezone.localdate()
        return over or hasattr(self, "closing")


class Closing(models.Model):
    """A circle is done. Taking this row away opens it again."""

    circle = models.OneToOneField(Circle, on_delete=models.CASCADE, related_name="closing")
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField("wat leverde het op?", max_length=600, blank=True)

    def __str__(self) -> str:
        return f"{self.circle} is afgesloten"
