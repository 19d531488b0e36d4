"""A meeting that was held and has a report that is out; and one with a report that is not."""

from datetime import UTC, datetime
from typing import Any

from leerkring.practice.meetings.models import Announcement, Audience, Block, Meeting, Role
from leerkring.practice.reports.actions import agree, begin_report, bring_out, write
from leerkring.practice.reports.chapters import ChapterKind

SPRING = datetime(2026, 4, 14, 11, 30, tzinfo=UTC)


def furnish(world: Any) -> None:
    coordinator = world.people["coordinator"]
    for key, title in (("out", "Voorjaarsmiddag"), ("begun", "Werkbezoek")):
        meeting = Meeting.objects.create(
            title=title, slug=title.lower(), audience=Audience.SIGNED_IN, starts_at=SPRING
        )
        Role.objects.create(meeting=meeting, person=coordinator, kind=Role.Kind.ORGANISER)
        Announcement.objects.create(meeting=meeting, by=coordinator)
        Block.objects.create(meeting=meeting, position=0, title="Welkom", minutes=15)
        report = begin_report(meeting, by=coordinator)
        world.things[f"reports {key}"] = report
    out = world.things["reports out"]
    words = {ChapterKind.PROGRAMME: ("We begonnen met koffie.", False)}
    write(out, lead="Een middag over thuiszitters.", parts=words, by=coordinator)
    agree(out, by=coordinator)
    bring_out(out, by=coordinator)
