"""Reads over papers."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from leerkring.loop.newspapers.city_composing import TeamPaper, compose_city_paper
from leerkring.loop.newspapers.composing import compose_team_paper
from leerkring.loop.newspapers.editing import Change, edited
from leerkring.loop.newspapers.figure_lines import FigureFact, figure_lines
from leerkring.loop.newspapers.models import Approval, Edition, Publication
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.queries import district_figures, instrument_of, result_of
from leerkring.practice.commitments.queries import tally
from leerkring.practice.gatherings.models import Session
from leerkring.practice.gatherings.queries import harvest_of, minutes_of, promises_before
from leerkring.practice.scans.results import Audience

MOST_LISTED = 60


def newest_papers(person: Any, most: int = MOST_LISTED) -> QuerySet[Publication]:
    """What this person may read, newest first, each team's widest edition as it was published."""
    wider = Publication.objects.standing().filter(
        edition=OuterRef("edition"), audience=Audience.PUBLIC
    )
    visible = Publication.objects.visible_to(person).defer("content")
    return visible.exclude(Q(audience=Audience.TEAM) & Exists(wider))[:most]


def city_paper(programme: Programme, person: Any) -> Publication | None:
    visible = Publication.objects.visible_to(person).defer("content")
    return visible.filter(edition__programme=programme, edition__participation=None).first()


def published_by_team(programme: Programme) -> dict[int, tuple[str, int]]:
    """For each team with a published paper: the widest audience it has, and that publication."""
    rows = Publication.objects.standing().filter(
        edition__programme=programme, edition__participation__isnull=False
    )
    widest: dict[int, tuple[str, int]] = {}
    for team, audience, pk in rows.values_list("edition__participation", "audience", "pk"):
        if team not in widest or audience == Audience.PUBLIC != widest[team][0]:
            widest[team] = (audience, pk)
    return widest


def papers_of(participation: Participation, person: Any) -> QuerySet[Publication]:
    visible = Publication.objects.visible_to(person).defer("content")
    return visible.filter(edition__participation=participation)


def composed(edition: Edition, audience: str = Audience.TEAM) -> Paper:
    """The paper as it would be published now, with the editor's changes."""
    return edited(captured(edition, audience), changes_in(edition))


def captured(edition: Edition, audience: str = Audience.TEAM) -> Paper:
    """The paper as it composes itself from what was captured, before any editing."""
    participation = edition.participation
    assert participation is not None  # the city's paper is composed from the published ones
    team, session = participation.team, participation.session
    advice = advice_from_json(participation.tailoring.advice)
    asked = instrument_of(participation.programme)
    return compose_team_paper(
        team=team.name,
        district=team.district.name if team.district else "",
        municipality=str(participation.programme.municipality),
        organisation=str(team.organisation),
        date=edition.dated,
        number=edition.number,
        harvest=harvest_of(session),
        result=result_of(participation, audience),
        script=[f"{block.minutes} min {block.title}" for block in session.blocks.all()],
        minutes=minutes_of(session),
        why=advice.claims[0] if advice.claims else "",
        figures=figure_lines(
            FigureFact(figure.key, figure.period, figure.value)
            for figure in district_figures(participation)
        ),
        audience=Audience(audience),
        scale=(asked.low, asked.high),
        validated=asked.validated,
        kept=kept_since(session, edition.made_at),
    )


def kept_since(session: Session, until: datetime) -> str:
    """What became of the promises of the team's session before this one, in numbers; as it was
    known when the edition was begun, so that a paper does not change under who agreed with it."""
    return tally(promises_before(session), until=until).sentence()


def fingerprint(paper: Paper) -> str:
    """What a paper reads, in one word: another letter gives another word."""
    return sha256(paper.as_json().encode()).hexdigest()


def holding_approvals(edition: Edition, paper: Paper) -> list[Approval]:
    """The agreements with the paper as it reads now; `paper` is that, composed for the team."""
    return list(edition.approvals.filter(reads=fingerprint(paper)).order_by("pk"))


def agreed_audiences(edition: Edition, paper: Paper | None = None) -> set[str]:
    """For whom the team agrees now; an agreement with everyone reading it covers the team."""
    holding = holding_approvals(edition, paper or composed(edition))
    agreed = {approval.audience for approval in holding}
    return agreed | {Audience.TEAM.value} if Audience.PUBLIC in agreed else agreed


def changes_in(edition: Edition) -> dict[str, Change]:
    return {
        article.slot: Change(article.headline, article.text, article.left_out)
        for article in edition.articles.all()
    }


def desk_fingerprint(changes: dict[str, Change]) -> str:
    """What stands at the desk, in one word: for who edits it in two windows, or with somebody."""
    return sha256(repr(sorted(changes.items())).encode()).hexdigest()


def public_papers(programme: Programme) -> QuerySet[Publication]:
    """The papers of this programme's teams that everyone may read."""
    return Publication.objects.standing().filter(
        edition__programme=programme,
        edition__participation__isnull=False,
        audience=Audience.PUBLIC,
    )


def composed_city(programme: Programme, edition: Edition) -> Paper:
    """The city's paper from the team papers that everyone may read: the newest of each team."""
    newest = {
        row.edition.participation_id: row
        for row in reversed(public_papers(programme).select_related("edition"))
    }
    rows = sorted(newest.values(), key=lambda row: row.title)
    return compose_city_paper(
        municipality=str(programme.municipality),
        date=edition.dated,
        number=edition.number,
        papers=[TeamPaper(row.paper, row.get_absolute_url()) for row in rows],
    )
