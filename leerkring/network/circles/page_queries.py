"""What the list of circles and the page of one show, to one reader."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.network.circles.browsing import Browsing
from leerkring.network.circles.inside_queries import Looking, inside, loudness_of
from leerkring.network.circles.kinds import KINDS
from leerkring.network.circles.models import Circle, Joining, Role
from leerkring.network.circles.queries import headcounts, next_page, organisations_in
from leerkring.network.circles.rules import (
    GUIDING,
    WRITING,
    may_look_in,
    may_own,
    may_read,
    may_take_over,
    role_of,
)
from leerkring.network.profiles.directory_queries import Sought, found
from leerkring.network.profiles.queries import drawn, portraits
from leerkring.network.themes.models import Theme
from leerkring.network.themes.queries import theme_at

ON_A_PAGE = 30
OFFERED = 10
NOTHING = Looking()


@dataclass(frozen=True)
class Listed:
    """A circle in a list; `people` is None for who may not read it; `is_mine` and my `role`."""

    circle: Circle
    people: int | None
    role: str = ""


def list_for(person: Any, browsing: Browsing) -> dict[str, Any]:
    """Your own circles first, whole; then the others, a page at a time."""
    circles = _narrowed(Circle.objects.visible_to(person), browsing)
    own = list(circles.of(person)) if person.is_authenticated and not browsing.after else []
    others = circles.exclude(pk__in=Circle.objects.of(person).values("pk"))
    rows, after = next_page(others, browsing.after, ON_A_PAGE)
    listed = _listed(person, own + rows)
    return {
        "browsing": browsing,
        "mine": listed[: len(own)],
        "others": listed[len(own) :],
        "next": browsing.at(after) if after else "",
        "first": browsing.at("") if browsing.after else "",
        "kinds": KINDS.values(),
        "themes": Theme.objects.current(),
    }


def _narrowed(circles: QuerySet[Circle], browsing: Browsing) -> Any:
    chosen: Any = circles.prefetch_related("themes").select_related("closing")
    if browsing.kind:
        chosen = chosen.filter(kind=browsing.kind)
    if browsing.theme:
        theme = theme_at(browsing.theme)
        chosen = chosen.filter(themes=theme) if theme else chosen.none()
    return chosen if browsing.archive else chosen.living()


def _listed(person: Any, circles: list[Circle]) -> list[Listed]:
    ids = [circle.pk for circle in circles]
    readable = Circle.objects.readable_by(person).filter(pk__in=ids)
    open_to_me = set(readable.values_list("pk", flat=True))
    counted, mine = headcounts(open_to_me), roles_in(person, ids)
    return [
        Listed(
            circle,
            counted.get(circle.pk, 0) if circle.pk in open_to_me else None,
            circle.word_for(mine[circle.pk]) if circle.pk in mine else "",
        )
        for circle in circles
    ]


def roles_in(person: Any, ids: list[int]) -> dict[int, str]:
    if not ids or not person.is_authenticated:
        return {}
    rows = person.circle_memberships.filter(until=None, circle__in=ids)
    return dict(rows.values_list("circle", "role"))


def page_for(person: Any, circle: Circle, looking: Looking = NOTHING) -> dict[str, Any]:
    """The page of a circle that this person may know of; the inside only for who may read it."""
    role = role_of(person, circle)
    reads = role is not None or may_read(person, circle)
    page: dict[str, Any] = {
        "circle": circle,
        "themes": list(circle.themes.current()),
        "role": circle.word_for(role) if role else "",
        "reads": reads,
        "facilitates": role in GUIDING,
        "writes": role in WRITING and not circle.is_archived,
        "owns": role == Role.OWNER or (role == Role.FACILITATOR and may_own(person, circle)),
        "may_look_in": role is None and may_look_in(person, circle),
        "may_take_over": may_take_over(person, circle),
        "way_in": "" if role or circle.is_archived else way_in(person, circle),
    }
    if reads:
        page |= inside(person, circle, looking)
    if reads and person.is_authenticated:
        page["organisations"] = organisations_in(circle)
        page["people"] = sum(number for _, number in page["organisations"])
        page["guides"] = guides_for(person, circle, inside=role is not None)
        page["sees_people"] = True
    elif reads:
        page["people"] = headcounts([circle.pk]).get(circle.pk, 0)
    if role and not circle.is_archived:
        page |= {"loudness": loudness_of(person, circle), "louder": list(Loudness)}
    if role in GUIDING:
        page["waiting"] = circle.join_requests.waiting().count()
    return page


def way_in(person: Any, circle: Circle) -> str:
    """How this person gets in: "invited", "free", "ask", "asked"; "" where there is no way."""
    if not person.is_authenticated:
        return "free" if circle.joining == Joining.FREE else "ask" if is_asked(circle) else ""
    if circle.invitations.waiting().filter(person=person).exists():
        return "invited"
    if circle.joining == Joining.FREE:
        return "free"
    if not is_asked(circle):
        return ""
    waiting = circle.join_requests.waiting().filter(person=person)
    return "asked" if waiting.exists() else "ask"


def is_asked(circle: Circle) -> bool:
    return circle.joining == Joining.REQUEST


def guides_for(person: Any, circle: Circle, *, inside: bool) -> list[dict[str, Any]]:
    """Owners and facilitators: name, what they are called, and their page where it is seen."""
    rows = circle.memberships.running().guiding().select_related("person")
    return people_for(person, circle, list(rows.order_by("-role", "pk")), inside=inside)


def people_for(
    person: Any, circle: Circle, rows: list[Any], *, inside: bool
) -> list[dict[str, Any]]:
    """Who is in it, to this reader. Who shows nobody their name is named to others in it only."""
    seen = portraits(person, [row.person_id for row in rows])
    return [
        {
            "membership": row,
            "name": row.person.name or "Iemand zonder naam" if known else "Iemand uit de groep",
            "url": seen[row.person_id].url if row.person_id in seen else "",
            "word": circle.word_for(Role(row.role)),
        }
        for row in rows
        for known in [inside or row.person_id in seen]
    ]


def whom_to_invite(person: Any, circle: Circle, words: str) -> list[Any]:
    """People with this name whom the reader sees, not those who are in it already."""
    if not words.strip():
        return []
    inside = circle.memberships.running().values("person")
    rows = found(person, Sought(words=words)).exclude(person__in=inside)
    return drawn(rows.with_work().order_by("sort_name", "person_id")[:OFFERED])
