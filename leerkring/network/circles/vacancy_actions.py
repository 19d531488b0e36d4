"""What lies with who guides a circle waits when nobody does: that must not stay unseen."""

from datetime import datetime

from django.db import transaction

from leerkring.foundation.notifications.actions import withdraw as take_notices_back
from leerkring.network.circles.membership_actions import locked
from leerkring.network.circles.models import Circle, Vacancy
from leerkring.network.circles.notices import tell_of_vacancy
from leerkring.network.circles.rules import has_no_guide


@transaction.atomic
def note_vacancy(circle: Circle, *, now: datetime) -> None:
    """Tell who is in it, and the moderators; once, as long as nobody guides."""
    circle = locked(circle)
    if not has_no_guide(circle):
        return
    vacancy, is_new = Vacancy.objects.get_or_create(circle=circle, defaults={"since": now})
    if is_new:
        tell_of_vacancy(vacancy)


@transaction.atomic
def fill_vacancy(circle: Circle) -> None:
    """Somebody guides again, or the circle is done: nobody has to be looked for."""
    for vacancy in Vacancy.objects.filter(circle=circle):
        take_notices_back(vacancy)
        vacancy.delete()
