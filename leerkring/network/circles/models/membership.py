"""Who is in a circle, in which role, and on which seat."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.network.circles.roles import ROLE_CHOICES, Role
from leerkring.network.people.models import Organisation


class MembershipQuerySet(models.QuerySet["Membership"]):
    def running(self) -> Self:
        return self.filter(until=None)

    def of(self, person: Any) -> Self:
        """The memberships that this person has now."""
        if not person.is_authenticated:
            return self.none()
        return self.running().filter(person=person)

    def guiding(self) -> Self:
        return self.filter(role__in=(Role.OWNER, Role.FACILITATOR))


class Membership(models.Model):
    """A person in a circle, from a moment and perhaps until one.

    Where a circle has seats per organisation, each member takes one: numbered 1 to `seats`, the
    limit under which it was given. The database holds that no number is taken twice, so an
    organisation never has more members than seats, whoever writes at the same moment.
    """

    circle = models.ForeignKey("Circle", on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="circle_memberships"
    )
    role = models.CharField(max_length=12, choices=ROLE_CHOICES, default=Role.MEMBER)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seat = models.PositiveSmallIntegerField(null=True, blank=True)
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True, help_text="with the house rules")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"], condition=Q(until=None), name="in_a_circle_once"
            ),
            models.UniqueConstraint(
                fields=["circle", "organisation", "seat"],
                condition=Q(until=None),
                name="each_seat_of_an_organisation_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=False)
                | ~Q(role="member")
                | Q(seats=None)
                | Q(
                    organisation__isnull=False,
                    seat__isnull=False,
                    seat__gte=1,
                    seat__lte=models.F("seats"),
                ),
                name="a_member_sits_on_a_seat_where_there_are_seats",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "circle"], condition=Q(until=None), name="circles_of_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.circle}"
