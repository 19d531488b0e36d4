"""What one partner promises another, who speaks for them, and how far it is."""

from enum import StrEnum
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from leerkring.network.circles.models import Circle, Inspection, Membership
from leerkring.network.people.models import Organisation


class Side(StrEnum):
    PROMISES = "belooft"
    RECEIVES = "krijgt"


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def of(self, person: Any, *sides: str) -> Self:
        """Those in which this person speaks for one of the two."""
        if not person.is_authenticated:
            return self.none()
        own = Contact.objects.filter(person=person, side__in=sides or tuple(Side))
        return self.standing().filter(pk__in=own.values("agreement"))

    def visible_to(self, person: Any) -> Self:
        """For the people of both; once it is agreed, for the circle that may read along."""
        if not person.is_authenticated:
            return self.none()
        circles = Q(circle__in=Membership.objects.of(person).values("circle"))
        if person.moderates:
            circles |= Q(circle__in=Inspection.objects.of(person).values("circle"))
        own = Contact.objects.filter(person=person).values("agreement")
        for_circle = Q(is_for_circle=True, confirmation__isnull=False)
        return self.standing().filter(for_circle & circles | Q(pk__in=own))

    def standing(self) -> Self:
        """Not put out of sight by a moderator."""
        return self.filter(removal=None)

    def agreed(self) -> Self:
        return self.filter(confirmation__isnull=False)

    def proposed(self) -> Self:
        """Waiting for a yes or a no of who would promise it."""
        return self.filter(confirmation=None, refusal=None, ending=None)

    def with_parties(self) -> Self:
        return self.select_related("promiser", "receiver", "circle", "confirmation", "ending")


class Agreement(models.Model):
    """`promiser` promises `receiver` something concrete.

    Without a promiser somebody promises it for themselves, as one of the circle. From `score_from`
    on the receiver may say how it went; `ask_on` is the day on which they are to be asked. Both
    are empty when there is nothing more to say, or it is not agreed yet. `meeting` is the number of
    the meeting where it was made. From `bring_up_at` on it is to be talked about at the next one.
    """

    promiser = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    task = models.CharField("wat is de afspraak", max_length=200)
    expectation = models.TextField("wat mag de ander verwachten", max_length=1000)
    escalate_when = models.CharField("wanneer opschalen", max_length=300, blank=True)
    escalate_to = models.CharField("naar wie", max_length=200, blank=True)
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements"
    )
    is_for_circle = models.BooleanField("de werkgroep leest mee", default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField()
    score_from = models.DateField(null=True, blank=True)
    ask_on = models.DateField(null=True, blank=True)
    meeting = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    bring_up_at = models.DateTimeField(null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(
                fields=["ask_on"], name="agreements_to_ask", condition=Q(ask_on__isnull=False)
            ),
            models.Index(
                fields=["bring_up_at"],
                name="agreements_to_bring_up",
                condition=Q(bring_up_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(promiser=None) | ~Q(promiser=models.F("receiver")),
                name="agreement_between_two",
            ),
            models.CheckConstraint(
                condition=Q(circle__isnull=False) | Q(is_for_circle=False, promiser__isnull=False),
                name="agreement_without_a_circle_is_of_two_partners",
            ),
        ]

    def __str__(self) -> str:
        return self.task

    def get_absolute_url(self) -> str:
        return reverse("agreements:show", args=[self.pk])

    @property
    def is_agreed(self) -> bool:
        return hasattr(self, "confirmation")

    @property
    def is_open_proposal(self) -> bool:
        return not (self.is_agreed or hasattr(self, "refusal") or hasattr(self, "ending"))


class Contact(models.Model):
    """Somebody who speaks for one of the two, by name."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agreement_contacts"
    )
    side = models.CharField(max_length=8, choices=[(side.value, side.value) for side in Side])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "person"], name="on_one_side_of_an_agreement"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} bij {self.agreement}"


class Confirmation(models.Model):
    """Who promises it said so. From here the weeks are counted."""

    agreement = models.OneToOneField(
        Agreement, on_delete=models.CASCADE, related_name="confirmation"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.agreement} is afgesproken"


class Refusal(models.Model):
    """Who was asked to promise it does not."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="refusal")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    text = models.CharField("waarom niet", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.agreement} is niet beloofd"


class Removal(models.Model):
    """A moderator put it out of sight: nobody reads it or is asked about it any more. The partners
    can make it again in other words."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="removal")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.agreement} is weggehaald"


class Ending(models.Model):
    """It no longer holds. What was said about it stays to be read."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="ending")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    text = models.CharField("waarom", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.agreement} is beëindigd"
