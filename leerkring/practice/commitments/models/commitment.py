"""Promises. No score, no ranking: only a date to look back on, and what was seen then."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from leerkring.network.circles.models import Circle, Inspection
from leerkring.network.circles.models import Membership as Seat
from leerkring.network.people.models import Organisation, Team
from leerkring.practice.commitments.models.choices import LONGEST, Outcome, Sight


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def of(self, person: Any) -> Self:
        """One's own: as a person, in a team, as who led the talk or who spoke for others."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(_own(person))

    def visible_to(self, person: Any) -> Self:
        """One's own, those that everyone sees, and those of the circles one is in."""
        seen = Q(sight=Sight.PUBLIC)
        if not person.is_authenticated:
            return self.filter(seen)
        circles = Q(circle__in=Seat.objects.of(person).values("circle"))
        if person.moderates:
            circles |= Q(circle__in=Inspection.objects.of(person).values("circle"))
        return self.filter(seen | Q(sight=Sight.CIRCLE) & circles | _own(person))

    def waiting(self) -> Self:
        """Nobody has said yet how it ended; those that go on are among them."""
        ended = LookBack.objects.ending().filter(commitment=OuterRef("pk"))
        return self.filter(~Exists(ended))

    def due(self, today: date) -> Self:
        return self.waiting().filter(look_back_on__lte=today)

    def with_owners(self) -> Self:
        return self.select_related("person", "team", "organisation", "circle")


def _own(person: Any) -> Q:
    return (
        Q(person=person.pk)
        | Q(team__in=Team.objects.of(person).values("pk"))
        | Q(companion=person.pk)
        | Q(made_by=person.pk, organisation__isnull=False)
        | Q(pk__in=Contact.objects.filter(person=person.pk).values("commitment"))
    )


class Commitment(models.Model):
    """One sentence that begins "vanaf morgen", by whom, and when to look back.

    Exactly one of person, team and organisation makes it. `companion` led the talk in which a team
    made it, and is asked with the team how it went. `ask_on` is the day on which that question is
    still to go out; empty when it did, or need not.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="commitments",
    )
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.CASCADE, related_name="commitments"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="commitments"
    )
    text = models.CharField("voornemen", max_length=LONGEST)
    who = models.CharField("wie", max_length=120, blank=True)
    look_back_on = models.DateField("terugkijken op")
    sight = models.CharField(
        "wie ziet dit",
        max_length=10,
        choices=[(sight.value, sight.label) for sight in Sight],
        default=Sight.OWN.value,
    )
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    meeting = models.PositiveBigIntegerField(
        null=True, blank=True, db_index=True, help_text="number of the meeting where it was made"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    companion = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_on = models.DateField(auto_now_add=True)
    ask_on = models.DateField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["ask_on"], name="commitments_to_ask", condition=Q(ask_on__isnull=False)
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, team=None, organisation=None)
                | Q(person=None, team__isnull=False, organisation=None)
                | Q(person=None, team=None, organisation__isnull=False),
                name="commitment_has_one_owner",
            ),
            models.CheckConstraint(
                condition=~Q(sight="kring") | Q(circle__isnull=False),
                name="commitment_for_a_circle_has_one",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("commitments:show", args=[self.pk])

    @property
    def owner(self) -> str:
        """Whose it is, as a page names it."""
        return str(self.person or self.team or self.organisation)


class Contact(models.Model):
    """Who speaks for the organisation that promised it, and is asked on the day how it went."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="commitment_contacts"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "person"], name="one_contact_per_commitment_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.commitment}"


class LookBackQuerySet(models.QuerySet["LookBack"]):
    def ending(self) -> Self:
        """After which nobody asks again."""
        return self.exclude(outcome=Outcome.UNDER_WAY)


class LookBack(models.Model):
    """What was seen on looking back, and what was learnt. `next_on`: when to look again."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="look_backs")
    outcome = models.CharField("hoe ging het?", max_length=8, choices=Outcome.choices)
    learnt = models.TextField("wat leerde je?", max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    next_on = models.DateField("opnieuw terugkijken op", null=True, blank=True)

    objects = LookBackQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="bezig", next_on__isnull=False)
                | ~Q(outcome="bezig") & Q(next_on=None),
                name="only_what_goes_on_has_a_next_day",
            ),
            models.UniqueConstraint(
                fields=["commitment"],
                condition=~Q(outcome="bezig"),
                name="a_commitment_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.commitment}"
