"""A team's session in the search over everything, for who may see the team's page.

What opens it is held by people: their team, what they coordinate, what they lead. So who is given
a role finds at once what it opens, and who loses one finds it no more.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, time
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.search.registry import Found, Searchable, register, register_tokens
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.programmes.models import Participation, Role
from leerkring.network.people.models import Membership
from leerkring.network.themes.queries import themes_in
from leerkring.network.themes.registry import register_by_words
from leerkring.practice.gatherings.models import Session

AROUND = ("programme__municipality", "team__organisation", "team__district", "session")


def read(session: Session) -> Found | None:
    """What stands on the team's page for everybody who may open it; nothing of what was said."""
    rows = Participation.objects.filter(session=session).select_related(*AROUND, "tailoring")
    participation = rows.first()
    if participation is None:
        return None
    why = "\n".join(_why(participation))
    programme, team = participation.programme, participation.team
    return Found(
        title=f"Sessie {team}",
        text="\n".join(filter(None, [*_around(participation), why, *_script(session)])),
        url=reverse("team", args=[programme.pk, programme.slug, team.slug]),
        at=_moment(participation),
        tokens=tokens_of(participation),
        themes=themes_in(why),
    )


def tokens_of(participation: Participation) -> frozenset[str]:
    """As `Participation.objects.visible_to`: the team, who leads its session, who coordinates."""
    session, programme = participation.session_id, participation.programme_id
    opened = {f"team:{participation.team_id}", f"programme:{programme}"}
    return frozenset(opened | ({f"session:{session}"} if session else set()))


def _around(participation: Participation) -> Iterator[str]:
    """Which programme, and where."""
    programme, team = participation.programme, participation.team
    place = participation.session.place if participation.session else ""
    yield f"{programme}, {programme.municipality}."
    yield ", ".join(filter(None, map(str, (place, team.district or "", team.organisation)))) + "."


def _why(participation: Participation) -> Iterator[str]:
    """Why the team chose its emphasis, in its own words; else what was advised, without figures: in
    a list of what was found those of many teams would stand side by side."""
    overruling = participation.overrulings.first()
    if overruling is not None:
        yield overruling.reason
    elif hasattr(participation, "tailoring"):
        for claim in participation.tailoring.advice["claims"]:
            yield claim.partition(":")[0] + "."


def _script(session: Session) -> Iterator[str]:
    """Out of the library that every team has: found by these words, not about their themes."""
    for title, goal in session.blocks.values_list("title", "goal"):
        yield f"{title}: {goal}".removesuffix(": ")


def _moment(participation: Participation) -> datetime:
    """When it is; as long as nobody knows, the first day of the programme."""
    if participation.session and participation.session.starts_at:
        return participation.session.starts_at
    return timezone.make_aware(datetime.combine(participation.programme.starts_on, time(9)))


def tokens_held_by(person: Any) -> set[str]:
    return {f"{what}:{pk}" for what, pk in _held(person)}


@made_once
def _held(person: Any) -> QuerySet[Any]:
    """Teams that somebody is in, programmes that they coordinate, sessions that they lead."""
    teams = Membership.objects.filter(person=person, until=None)
    roles = Role.objects.filter(person=person, kind=Role.Kind.COORDINATOR)
    sessions = Session.objects.filter(facilitator=person)
    return _named("team", teams, "team").union(
        _named("programme", roles, "programme"), _named("session", sessions, "pk"), all=True
    )


def _named(what: str, rows: QuerySet[Any], field: str) -> QuerySet[Any]:
    return rows.order_by().values_list(Value(what, CharField()), field)


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Participation, int]:
    seen = Participation.objects.visible_to(person).filter(session__in=ids)
    return seen.values_list("session", flat=True)


register(Searchable(Session, "sessie", "Sessie", read, visible_ids))
register_tokens(tokens_held_by)
register_by_words(Session)
