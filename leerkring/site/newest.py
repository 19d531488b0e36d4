"""What is new on the platform, for one person: what is theirs to read, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.exchange.posts.kinds import KINDS
from leerkring.foundation.search.hit_queries import Hit
from leerkring.foundation.search.newest_queries import newest_found
from leerkring.foundation.search.snippets import Part
from leerkring.loop.newspapers.models import Publication
from leerkring.network.themes.queries import followed_by
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.newest_queries import newly_told
from leerkring.practice.scans.results import Audience

# What people tell each other; not who they are, nor what circles there are. Of a meeting the index
# knows when it is held, not when it was announced; and of papers a whole city's come out in a week.
TOLD = (*(kind.slug for kind in KINDS), "vraag")
TO_MEMBERS = (*TOLD, "dilemma")
MOST = 6


@dataclass(frozen=True)
class News:
    """`own`: in this person's circles and themes; `others`: what else is new."""

    own: tuple[Hit, ...]
    others: tuple[Hit, ...]


def news_for(person: Any, now: datetime, papers: Iterable[Publication] = ()) -> News:
    """These papers stand among the rest, also where more was said since: a city's come out twice a
    year. A visitor has no circles and themes, and finds all under `others`."""
    kinds = TO_MEMBERS if person.is_authenticated else TOLD
    near, far = newest_found(person, kinds=kinds, themes=followed_by(person), size=MOST)
    meetings = newly_told(person, now)
    own = _newest([*near, *(_of_meeting(row) for row in meetings if row.is_near)])
    rest = [*far, *(_of_meeting(row) for row in meetings if not row.is_near)]
    told = [_of_paper(paper) for paper in papers]
    return News(own, _newest([*told, *_newest(rest, MOST - len(told))]))


def _newest(hits: Iterable[Hit], most: int = MOST) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: hit.at, reverse=True)[:most])


def _of_meeting(meeting: Any) -> Hit:
    if meeting.reported_at is not None:
        lead = meeting.lead or ""
        return _hit("verslag", "Verslag", meeting.report, meeting.told_at, lead, meeting.title)
    where = f", {meeting.place}" if meeting.place else ""
    sentence = f"{meeting.when.capitalize()}{where}."
    return _hit("bijeenkomst", "Bijeenkomst", meeting, meeting.told_at, sentence, meeting.title)


def _of_paper(paper: Publication) -> Hit:
    closed = ", alleen voor het team" if paper.audience == Audience.TEAM else ""
    return _hit("krant", "Krant", paper, paper.at, f"{paper.title}{closed}", paper.headline)


def _hit(
    kind: str, label: str, row: Meeting | Report | Publication, at: datetime, text: str, title: str
) -> Hit:
    return Hit(
        kind=kind,
        label=label,
        title=title,
        url=row.get_absolute_url(),
        at=at,
        snippet=(Part(text, hit=False),),
        title_parts=(Part(title, hit=False),),
    )
