"""A circle begins, gets other rules, closes and opens again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index
from leerkring.network.circles.kinds import KINDS
from leerkring.network.circles.membership_actions import let_in, locked
from leerkring.network.circles.models import Circle, Closing, Role, Visibility
from leerkring.network.circles.seating import renumbered
from leerkring.network.people.slugs import slug_of
from leerkring.network.themes.models import Theme


@dataclass(frozen=True)
class Settings:
    """What an owner chooses about a circle."""

    name: str
    purpose: str
    joining: str
    visibility: str
    house_rules: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    seats_per_organisation: int | None = None
    themes: Collection[Theme] = ()

    @classmethod
    def usual_for(cls, kind: str, name: str, purpose: str, **chosen: Any) -> "Settings":
        """Where a circle of this kind starts, with what was chosen otherwise."""
        start = KINDS[kind]
        usual = {
            "joining": start.joining,
            "visibility": start.visibility,
            "seats_per_organisation": start.seats,
        }
        return cls(name=name, purpose=purpose, **{**usual, **chosen})


@transaction.atomic
def start_circle(kind: str, settings: Settings, *, by: Any) -> Circle:
    """A new circle, of which `by` is the owner."""
    circle = Circle(kind=kind)
    _take_on(circle, settings)
    circle.themes.set(settings.themes)
    let_in(circle, person=by, role=Role.OWNER, agreed_at=timezone.now())
    index(circle)
    record("circles.started", by=by, about=circle, sentence="De groep is begonnen.")
    return circle


@transaction.atomic
def change_settings(circle: Circle, settings: Settings, *, by: Any) -> Circle:
    """Raises ValidationError when there would be fewer seats than members sit on."""
    circle = locked(circle)
    before = circle.seats_per_organisation
    _take_on(circle, settings)
    circle.themes.set(settings.themes)
    if settings.seats_per_organisation != before:
        _seat_again(circle)
    index(circle)
    record("circles.changed", by=by, about=circle, sentence="De groep heeft andere instellingen.")
    return circle


@transaction.atomic
def close(circle: Circle, *, by: Any, reason: str = "") -> Closing:
    """From now on everybody only reads. Closed already is fine."""
    closing, is_new = Closing.objects.get_or_create(
        circle=locked(circle), defaults={"at": timezone.now(), "by": by, "reason": reason}
    )
    if is_new:
        record("circles.closed", by=by, about=circle, sentence="De groep is afgesloten.")
    return closing


@transaction.atomic
def reopen(circle: Circle, *, by: Any) -> None:
    """A period that is over is for the settings; this takes back a closing."""
    gone, _ = Closing.objects.filter(circle=locked(circle)).delete()
    if gone:
        record("circles.reopened", by=by, about=circle, sentence="De groep is weer open.")


@transaction.atomic
def hide(circle: Circle, *, by: Any) -> None:
    """Only who is in it knows of it from now on. Its owners can change that in the settings."""
    circle = locked(circle)
    if circle.visibility == Visibility.HIDDEN:
        return
    circle.visibility = Visibility.HIDDEN
    circle.save(update_fields=["visibility"])
    index(circle)
    record("circles.hidden", by=by, about=circle, sentence="De groep is verborgen.")


def _take_on(circle: Circle, settings: Settings) -> None:
    circle.name, circle.slug = settings.name, slug_of(settings.name)
    circle.purpose, circle.house_rules = settings.purpose, settings.house_rules
    circle.starts_on, circle.ends_on = settings.starts_on, settings.ends_on
    circle.joining, circle.visibility = settings.joining, settings.visibility
    circle.seats_per_organisation = settings.seats_per_organisation
    circle.save()


def _seat_again(circle: Circle) -> None:
    """Under another limit every member gets a number anew; with no limit nobody has one."""
    limit = circle.seats_per_organisation
    running = circle.memberships.running().select_related("organisation")
    members = list(running.filter(role=Role.MEMBER))
    running.update(seat=None, seats=None)
    if limit is None:
        return
    if any(member.organisation is None for member in members):
        raise ValidationError("Niet ieder lid hoort bij een organisatie: plekken kan dan niet.")
    for organisation in {member.organisation for member in members}:
        own = {m.pk: m for m in members if m.organisation == organisation}
        numbers = renumbered({pk: member.seat for pk, member in own.items()})
        if len(numbers) > limit:
            raise ValidationError(
                f"{organisation} heeft {len(numbers)} leden in de groep: geef minstens zoveel "
                "plekken, of laat eerst iemand gaan."
            )
        for pk, number in numbers.items():
            own[pk].seat, own[pk].seats = number, limit
            own[pk].save(update_fields=["seat", "seats"])
    running.exclude(role=Role.MEMBER).update(seats=limit)
