"""What waits for somebody, from what is there and not from a list that is kept by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.design.templatetags.dutch import datum, tijd
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.advice.models import TrainingAdvice
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import waiting_for
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import due_for
from leerkring.site.own_teams import participations_of


@dataclass(frozen=True)
class Task:
    """One thing to do: where it is about, what to do, what to know about it, where, and when."""

    about: str
    title: str
    sentence: str
    url: str
    at: datetime | None = None


@dataclass(frozen=True)
class Work:
    """Where somebody takes part, and what they do in which programme: a page asks this once."""

    participations: Sequence[Any] = ()
    roles: Sequence[Role] = ()

    @property
    def programmes(self) -> list[Programme]:
        """Each once, the newest first."""
        rows = {row.programme_id: row.programme for row in (*self.participations, *self.roles)}
        by_name = sorted(rows.values(), key=lambda programme: (programme.name, programme.pk))
        return sorted(by_name, key=lambda programme: programme.starts_on, reverse=True)


MOST = 6
MOST_PROMISES = 2


def work_of(person: Any) -> Work:
    return Work(participations_of(person), _roles(person))


def tasks_of(person: Any, now: datetime, work: Work | None = None) -> list[Task]:
    """What this person can do now, the first to happen first; in a fixed number of queries."""
    today, work = timezone.localdate(now), work or work_of(person)
    tasks = [_of_participation(row, person, now) for row in _without_a_paper(work)]
    tasks += [_of_role(role) for role in work.roles]
    tasks += [_of_agreement(row) for row in _agreements(person, today)]
    promises = [_of_promise(row) for row in due_for(person, today)]
    asked = [task for task in tasks if task is not None]
    return [*asked[: MOST - min(len(promises), MOST_PROMISES)], *promises[:MOST_PROMISES]]


@made_once
def _agreements(person: Any, today: date) -> QuerySet[Agreement]:
    return waiting_for(person, today)[:MOST]


def _of_promise(commitment: Commitment) -> Task:
    """A promise is a small thing that is soon looked back on: it never falls off the end."""
    page = reverse("commitments:looking_back", args=[commitment.pk])
    sentence = f"«{commitment.text}» Je koos {datum(commitment.look_back_on)}."
    return Task(commitment.owner, "Hoe ging het met dit voornemen?", sentence, page)


def _of_agreement(agreement: Agreement) -> Task:
    if agreement.is_agreed:
        page = reverse("agreements:judging", args=[agreement.pk])
        return Task(agreement.task, "Kwam de ander deze afspraak na?", "Eén tik en één zin.", page)
    page = reverse("agreements:confirmation", args=[agreement.pk])
    return Task(agreement.task, "Beloven jullie dit?", f"{agreement.receiver} vraagt het.", page)


def _without_a_paper(work: Work) -> list[Any]:
    """Where no paper is out yet, the first session first; before those what has no day."""
    rows = [
        row
        for row in work.participations
        if row.session is not None and row.programme.round_id is not None and not row.is_out
    ]
    dated = [row for row in rows if row.session.starts_at is not None]
    undated = [row for row in rows if row.session.starts_at is None]
    return undated + sorted(dated, key=lambda row: row.session.starts_at)


def _of_participation(row: Any, person: Any, now: datetime) -> Task | None:
    team, session = str(row.team), row.session
    page = reverse("team", args=[row.programme_id, row.programme.slug, row.team.slug])
    leads = session.facilitator_id == person.pk
    if session.starts_at is None:
        return Task(team, "Jullie sessie heeft nog geen datum", "De coördinator plant haar.", page)
    when = f"{datum(session.starts_at, 'dag').capitalize()}, {tijd(session.starts_at)}"
    where = f"{when}, {session.place}." if session.place else f"{when}."
    if session.starts_at > now:
        title = "Bereid de sessie voor" if leads else "Jullie sessie komt eraan"
        url = session.get_absolute_url() if leads else page
        return Task(team, title, where, url, session.starts_at)
    if row.is_recalled and not row.is_agreed:
        title = "Pas de krant aan" if leads else "Lees de krant en geef akkoord"
        return Task(team, title, _why_recalled(row), page, session.starts_at)
    if leads:
        sentence = "Het team is akkoord." if row.is_agreed else f"De sessie was op {when.lower()}."
        return Task(team, "Maak de krant af", sentence, page, session.starts_at)
    if row.is_begun and not row.is_agreed:
        changed = "Hij is veranderd sinds jullie akkoord. "
        sentence = f"{changed * row.was_agreed}Daarna kan hij uit."
        return Task(team, "Lees de krant en geef akkoord", sentence, page, session.starts_at)
    return None


def _why_recalled(row: Any) -> str:
    why = f": «{row.why_recalled}»" if row.why_recalled else "."
    return (
        f"Een moderator haalde haar van de site{why} Na een nieuw ja van het team kan ze weer uit."
    )


@made_once
def _roles(person: Any) -> QuerySet[Role]:
    undated = Participation.objects.filter(session__starts_at=None, session__isnull=False)
    return (
        Role.objects.filter(person=person)
        .select_related(
            "programme__municipality", "programme__round__closing", "programme__round__launch"
        )
        .annotate(
            has_results=Q(programme__round__closing__isnull=False),
            has_advice=Exists(TrainingAdvice.objects.filter(programme=OuterRef("programme"))),
            undated=Count(
                "programme__participations",
                filter=Q(programme__participations__in=undated),
            ),
        )
        .order_by("programme__starts_on", "pk")
    )


def _of_role(role: Any) -> Task | None:
    programme: Programme = role.programme
    about, address = str(programme), [programme.pk, programme.slug]
    if programme.round_id is None:
        if role.kind == Role.Kind.COORDINATOR:
            return Task(
                about,
                "Begin met peilen",
                "Online, of met antwoorden die je al hebt.",
                reverse("programme", args=address),
            )
        return None
    if programme.round is not None and not programme.round.is_closed:
        return _of_open_round(role, about, address)
    if role.kind == Role.Kind.COORDINATOR and role.undated:
        sessions = "1 sessie" if role.undated == 1 else f"{role.undated} sessies"
        page = reverse("programme", args=address)
        return Task(about, f"Plan nog {sessions}", "Kies een dag en een gespreksleider.", page)
    if role.kind == Role.Kind.ADVISER and role.has_results and not role.has_advice:
        page = reverse("advice:show", args=address)
        return Task(about, "Maak het scholingsadvies", "De uitkomsten zijn er.", page)
    return None


def _of_open_round(role: Any, about: str, address: list[Any]) -> Task | None:
    """Whoever coordinates follows it and ends it; an adviser waits."""
    launch = getattr(role.programme.round, "launch", None)
    if launch is None or role.kind != Role.Kind.COORDINATOR:
        return None
    page = reverse("programmes:round", args=address)
    if launch.until < timezone.localdate():
        return Task(
            about, "Sluit de ronde", f"Antwoorden kon tot en met {datum(launch.until)}.", page
        )
    return Task(about, "Volg de ronde", f"Antwoorden kan tot en met {datum(launch.until)}.", page)
