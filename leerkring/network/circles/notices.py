"""What circles tell people."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import (
    Event,
    register,
    register_circles,
    register_visible,
)
from leerkring.foundation.notifications.standing import Place, register_places
from leerkring.network.circles.models import (
    Circle,
    Inspection,
    Invitation,
    JoinRequest,
    Membership,
    Vacancy,
    Visibility,
)
from leerkring.network.circles.queries import guides_of, keepers_of, members_of, owners_of

GROUP = "Werkgroepen"
INVITED, ASKED = "circles.invited", "circles.asked"
DECIDED, INSPECTED = "circles.decided", "circles.inspected"
TAKEN_OVER, UNGUIDED = "circles.taken_over", "circles.unguided"

for key, label in (
    (INVITED, "Je wordt uitgenodigd in een groep"),
    (ASKED, "Iemand wil meedoen in een groep die je begeleidt"),
    (DECIDED, "Antwoord op je verzoek om mee te doen"),
    (INSPECTED, "Een moderator kijkt mee in een groep van jou"),
    (TAKEN_OVER, "Een moderator neemt een groep van jou over"),
    (UNGUIDED, "Niemand begeleidt een groep van jou nog"),
):
    register(Event(key, label, GROUP, mail=Frequency.DIRECT, personal=True))
VACANT = "circles.vacant"
register(Event(VACANT, "Een groep zonder begeleider", "Melden en modereren", Frequency.DAILY))


def _visible(person: Any, ids: set[str]) -> set[int]:
    rows = Circle.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def _visible_vacancies(person: Any, ids: set[str]) -> set[int]:
    """Those that there are still, for who is in the circle, and for moderators, to whom it is not
    named here."""
    rows = Vacancy.objects.filter(pk__in=ids)
    if not person.moderates:
        rows = rows.filter(circle__in=Membership.objects.of(person).values("circle"))
    return set(rows.values_list("pk", flat=True))


def _places(pks: set[int]) -> dict[int, Place]:
    rows = Circle.objects.filter(pk__in=pks)
    return {
        circle.pk: Place(
            circle.name, circle.is_closed_to_outsiders, circle.visibility == Visibility.HIDDEN
        )
        for circle in rows
    }


def _insiders(people: set[int], circles: set[int]) -> set[tuple[int, int]]:
    """Who is in which of these, or is asked to come in, or looks in."""
    rows = {"person__in": people, "circle__in": circles}
    members, invited = Membership.objects.running(), Invitation.objects.waiting()
    inside = (some.filter(**rows) for some in (members, invited, Inspection.objects.running()))
    return {pair for some in inside for pair in some.values_list("person", "circle")}


register_visible(Circle, _visible)
register_visible(Vacancy, _visible_vacancies)
register_places(_places, _insiders)
register_circles(lambda person: Circle.objects.of(person).living().values_list("pk", "name"))


def tell_of_invitation(invitation: Invitation) -> None:
    circle = invitation.circle
    _tell(
        INVITED, circle, {invitation.person_id}, f"invitation-{invitation.pk}",
        title=f"Uitnodiging: {circle}",
        sentence=f"Je bent gevraagd om mee te doen in «{circle}».",
        url=f"{circle.get_absolute_url()}meedoen/", by=invitation.by,
    )  # fmt: skip


def tell_of_request(request: JoinRequest) -> None:
    circle = request.circle
    _tell(
        ASKED, circle, guides_of(circle), f"request-{request.pk}",
        title=f"Verzoek om mee te doen: {circle}",
        sentence=f"Er is een verzoek om mee te doen in «{circle}».",
        url=f"{circle.get_absolute_url()}aanmeldingen/", by=request.person,
    )  # fmt: skip


def tell_of_decision(request: JoinRequest) -> None:
    circle = request.circle
    outcome = "Je doet mee" if request.granted else "Je doet nu niet mee"
    _tell(
        DECIDED, circle, {request.person_id}, f"request-{request.pk}",
        title=f"{outcome}: {circle}",
        sentence=f"{outcome} in «{circle}». Op de pagina van de groep lees je meer.",
        url=circle.get_absolute_url(), by=request.decided_by,
    )  # fmt: skip


def tell_of_inspection(inspection: Inspection) -> None:
    circle = inspection.circle
    _tell(
        INSPECTED, circle, owners_of(circle), f"inspection-{inspection.pk}",
        title=f"Een moderator kijkt mee: {circle}",
        sentence="24 uur lang.", quote=f"De reden: {inspection.reason}",
        url=f"{circle.get_absolute_url()}leden/", by=inspection.person,
    )  # fmt: skip


def tell_of_takeover(circle: Circle, *, person: Any, reason: str) -> None:
    _tell(
        TAKEN_OVER, circle, members_of(circle), f"takeover-{timezone.now():%Y%m%d%H%M%S}",
        title=f"Een moderator neemt de groep over: {circle}",
        sentence=f"Niemand begeleidde «{circle}» nog.", quote=f"De reden: {reason}",
        url=circle.get_absolute_url(), by=person,
    )  # fmt: skip


def tell_of_vacancy(vacancy: Vacancy) -> None:
    """Its members hear which circle; moderators where to look, since they may not know of it."""
    circle = vacancy.circle
    inside = members_of(circle)
    notify(
        UNGUIDED,
        people=inside,
        about=vacancy,
        title=f"Niemand begeleidt deze groep nog: {circle}",
        sentence="Wat bij de begeleider ligt, wacht nu. Een moderator kan de groep overnemen.",
        url=circle.get_absolute_url(),
        circle=circle.pk,
    )
    notify(
        VACANT,
        people=keepers_of(None) - inside,
        about=vacancy,
        title="Een groep heeft geen begeleider meer",
        sentence="Wat daar ligt, wacht. Neem de groep over, en zoek iemand die het wil.",
        url=reverse("circles:unguided"),
    )


def _tell(
    event: str, circle: Circle, people: set[int], once: str, *,
    title: str, sentence: str, url: str, by: Any, quote: str = "",
) -> None:  # fmt: skip
    notify(
        event,
        people=people,
        about=circle,
        title=title,
        sentence=sentence,
        quote=quote,
        url=url,
        by=by,
        circle=circle.pk,
        once=once,
    )
