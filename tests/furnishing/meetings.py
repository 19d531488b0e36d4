"""A meeting of the closed circle that is announced, and a draft, both of the coordinator."""

from datetime import UTC, datetime
from typing import Any

from leerkring.practice.meetings.models import Announcement, Audience, Meeting, Role

AUTUMN = datetime(2100, 10, 14, 11, 30, tzinfo=UTC)


def furnish(world: Any) -> None:
    coordinator = world.people["coordinator"]
    held = Meeting.objects.create(
        title="Werkmiddag kernpartners",
        slug="werkmiddag-kernpartners",
        audience=Audience.SIGNED_IN,
        starts_at=AUTUMN,
    )
    draft = Meeting.objects.create(
        title="Visiedag", slug="visiedag", audience=Audience.PUBLIC, starts_at=AUTUMN
    )
    for meeting in (held, draft):
        Role.objects.create(meeting=meeting, person=coordinator, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=held, by=coordinator)
    world.things |= {"meetings held": held, "meetings draft": draft}
