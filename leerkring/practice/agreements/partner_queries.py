"""Whom somebody can agree something with: who is in a circle, or who was asked to a meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When

from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.queries import organisation_of
from leerkring.network.people.models import Organisation, Person
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.registry import houses_at


@dataclass(frozen=True)
class Around:
    """Where partners find each other. `people` each have the name of their organisation as `house`;
    `house_of` gives that organisation. Outside a circle both partners are an organisation.
    """

    people: QuerySet[Person]
    house_of: Callable[[Any], Organisation | None]
    circle: Circle | None = None
    meeting: int | None = None

    def others(self, person: Any) -> QuerySet[Person]:
        """Everybody else; outside a circle only who speaks for an organisation."""
        rows = self.people.exclude(pk=person.pk)
        return rows if self.circle else rows.filter(house__isnull=False)

    def partners(self, person: Any) -> QuerySet[Person]:
        """Outside a circle only who speaks for another organisation than this person."""
        rows, own = self.others(person), self.house_of(person)
        return rows if self.circle or own is None else rows.exclude(house=own.name)


def in_circle(circle: Circle, meeting: int | None = None) -> Around:
    return Around(people_of(circle.pk), lambda person: house_in(circle, person), circle, meeting)


def at_meeting(person: Any, meeting: int | None) -> Around | None:
    """Who was asked to a meeting or does something there, for whom they are there; None for who did
    not take part in it themselves."""
    houses = houses_at(person, meeting)
    if houses is None:
        return None
    names = Organisation.objects.in_bulk([pk for pk in houses.values() if pk])
    sent: dict[int, list[int]] = {}
    for who, house in houses.items():
        sent.setdefault(house or 0, []).append(who)
    told = [When(pk__in=sent[pk], then=Value(row.name)) for pk, row in names.items()]
    house_name = Case(*told, default=Value(None), output_field=CharField())
    people = Person.objects.filter(pk__in=houses, is_active=True).annotate(house=house_name)
    return Around(
        people.order_by("name", "pk"),
        lambda someone: names.get(houses.get(someone.pk) or 0),
        meeting=meeting,
    )


def around(person: Any, agreement: Agreement) -> Around | None:
    """Where more people are found to speak for one of its sides."""
    if agreement.circle is not None:
        return in_circle(agreement.circle)
    return at_meeting(person, agreement.meeting)


def people_of(circle_id: int) -> QuerySet[Person]:
    """Who is in the circle now, each with the organisation of their seat as `house`."""
    members = Membership.objects.running().filter(circle=circle_id)
    seat = members.filter(person=OuterRef("pk")).values("organisation__name")[:1]
    people = Person.objects.filter(pk__in=members.values("person"), is_active=True)
    return people.annotate(house=Subquery(seat)).order_by("name", "pk")


def house_in(circle: Circle, person: Any) -> Organisation | None:
    """For which organisation somebody sits in this circle, else where they work."""
    seat = Membership.objects.of(person).filter(circle=circle).select_related("organisation")
    found = seat.first()
    return found.organisation if found and found.organisation else organisation_of(person)
