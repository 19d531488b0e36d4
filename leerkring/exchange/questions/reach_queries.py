"""How many people will see a question, said beside each choice of its readers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count

from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Membership
from leerkring.network.people.models import Person


@dataclass(frozen=True)
class Reach:
    """People with an account now, and how many of them are in each circle."""

    people: int
    by_circle: Mapping[int, int]

    def beside(self, audience: Audience) -> str:
        """What stands behind the choice: `: 68 mensen zien dit`. Of the others nobody knows."""
        return f": {_see(self.people)}" if audience is Audience.SIGNED_IN else ""

    def in_circle(self, pk: int) -> str:
        return f": {_see(self.by_circle.get(pk, 0))}"


def reach_of_choices(circles: Collection[int]) -> Reach:
    """Counted now, for all circles in one go."""
    rows = Membership.objects.running().filter(circle__in=circles, person__is_active=True)
    counted = rows.order_by().values_list("circle").annotate(number=Count("person", distinct=True))
    return Reach(Person.objects.filter(is_active=True).count(), dict(counted))


def _see(people: int) -> str:
    return f"{people} {'mens ziet' if people == 1 else 'mensen zien'} dit"
