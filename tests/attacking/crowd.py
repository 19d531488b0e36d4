"""Two rounds of teams around the smallest group, and a third that is open: who answered is known.

Nobody outside this file knows what it knows: which person is behind which answer, who stayed from
one round to the next, and who let themselves be compared. That is more than any reader has.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from leerkring.loop.advice.actions import give_advice, take_in_offers
from leerkring.loop.newspapers.actions import approve, begin_edition, publish
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.programmes.actions import conclude_round, set_up_round, start_programme
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.loop.programmes.online_actions import ask_online
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.people_files import PersonRow
from leerkring.practice.pulses.actions import ask_pulse, close_pulse, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.scans.actions import take_in_answers, take_in_change
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.models import Round
from leerkring.site.demo.content import demo_people
from tests.cast import MONDAY, SUNDAY, an_intake, an_offer, write_in

CITY = "Rotterdam"
SILENT = 2  # of every team are asked and do not answer: see `an_intake`


@dataclass(frozen=True)
class Plan:
    """How many answer in the first and the second round, how many of the first have left by then,
    how many let themselves be compared; and how many of a scale in the second round have no score.
    """

    name: str
    organisation: str
    first: int
    second: int
    left: int = 0
    compared: int = 0
    skip: dict[Dimension, int] = field(default_factory=dict)


PLANS = (
    Plan("Wijkteam Aanleg", "De Brug", 12, 13, left=3, compared=7),
    Plan("Wijkteam Brink", "De Brug", 6, 7, compared=6, skip={Dimension.TEAM: 3}),
    Plan("Wijkteam Centrum", "De Brug", 4, 6, left=1),
    Plan("Wijkteam Dorp", "De Brug", 3, 2),
    Plan("Wijkteam Eiland", "De Haven", 11, 10, left=1, compared=5),
    Plan("Wijkteam Fort", "De Haven", 0, 0),
    Plan("Wijkteam Gracht", "De Kade", 9, 9, compared=9),
    Plan("Wijkteam Hof", "De Kade", 5, 5, left=1, skip={Dimension.DISTRICT: 1}),
    Plan("Wijkteam Inham", "De Linde", 4, 12),
)
# In the round that is open: asked are two more than `an_intake` makes; (asked less two, answered).
OPEN = {
    "Wijkteam Aanleg": (12, 7),  # counted: seven did, seven did not yet
    "Wijkteam Brink": (7, 8),  # a lower bound
    "Wijkteam Dorp": (3, 2),  # nothing
    "Wijkteam Eiland": (10, 0),  # nothing
}


@dataclass
class Crowd:
    """`asked` and `scored` number people; one number is one person in every round.

    asked   (programme, team's name) -> people who were asked
    scored  (programme, team's name, scale) -> people with a score on it
    pairs   team's name -> people who were compared over the two rounds
    """

    people: dict[str, Person]
    programmes: list[Programme]
    asked: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    scored: dict[tuple[int, str, str], list[int]] = field(default_factory=dict)
    answered: dict[tuple[int, str], int] = field(default_factory=dict)
    pairs: dict[str, list[int]] = field(default_factory=dict)
    editions: list[Edition] = field(default_factory=list)
    papers: list[Publication] = field(default_factory=list)
    pulses: dict[str, Pulse] = field(default_factory=dict)
    came_after: dict[str, int] = field(default_factory=dict)
    mails: list[EmailMessage] = field(default_factory=list)

    def teams_in(self, unit: str) -> list[str]:
        """The teams that a team, an organisation or the city is made of."""
        return [p.name for p in PLANS if unit in (p.name, p.organisation, CITY)]

    def parts(self, programme: int) -> list[Participation]:
        rows = self.programmes[programme].participations.order_by("team__name")
        return list(rows.select_related("team", "session", "programme"))


UNITS = (CITY, *sorted({p.organisation for p in PLANS}), *(p.name for p in PLANS))


def build_crowd() -> Crowd:
    people = {p.key: Person.objects.create_user(p.email, p.name) for p in demo_people()}
    people["coordinator"].starts_programmes = True
    people["coordinator"].save()
    crowd = Crowd(people, [])
    for place in (0, 1):
        _closed_round(crowd, place)
    _open_round(crowd)
    _bring_out(crowd)
    _ask_after(crowd)
    send_due()
    crowd.mails = list(mail.outbox)
    return crowd


def _begin(crowd: Crowd, name: str) -> Programme:
    coordinator = crowd.people["coordinator"]
    programme = start_programme(
        name=name,
        municipality=CITY,
        starts_on=MONDAY,
        ends_on=MONDAY.replace(day=16),
        budget=5000,
        by=coordinator,
        follows=crowd.programmes[-1] if crowd.programmes else None,
    )
    Role.objects.create(programme=programme, person=crowd.people["adviser"], kind=Role.Kind.ADVISER)
    crowd.programmes.append(programme)
    return programme


def _closed_round(crowd: Crowd, place: int) -> None:
    programme = _begin(crowd, ("Herfst", "Lente")[place])
    intake = an_intake([(p.name, p.organisation, p.second if place else p.first) for p in PLANS])
    values = intake.answers.values.copy()
    for team, plan in enumerate(PLANS):
        rows = np.flatnonzero(intake.answers.team == team)
        first = 100 * team + (plan.left if place else 0)
        numbers = list(range(first, first + len(rows)))
        asked = list(range(first, first + len(rows) + SILENT))
        crowd.asked[place, plan.name] = asked
        crowd.answered[place, plan.name] = len(rows)
        for dimension in Dimension:
            here = [n for n, i in enumerate(intake.instrument.items) if i.dimension is dimension]
            skip = plan.skip.get(dimension, 0) if place else 0
            values[np.ix_(rows[:skip], np.array(here))] = 0
            for scale in {
                dimension.label,
                *(i.competence for i in intake.instrument.items if i.dimension is dimension),
            }:
                crowd.scored[place, plan.name, scale] = numbers[skip:]
    teams = set_up_round(programme, intake)
    slugs = tuple(team.slug for team in teams)
    answers = replace(intake.answers, teams=slugs, values=values)
    take_in_answers(round=programme.round, answers=answers)
    if place:
        for team, plan in zip(teams, PLANS, strict=True):
            _compare(crowd, programme.round, team, plan)
    conclude_round(programme, by=crowd.people["coordinator"])


def _compare(crowd: Crowd, round: Round, team: Any, plan: Plan) -> None:
    both = set(crowd.scored[0, plan.name, "Ik"]) & set(crowd.scored[1, plan.name, "Ik"])
    crowd.pairs[plan.name] = sorted(both)[-plan.compared :] if plan.compared else []
    assert len(crowd.pairs[plan.name]) == plan.compared
    for number in crowd.pairs[plan.name]:
        change = {d: 0.6 + 0.1 * (number % 3) for d in Dimension if not plan.skip.get(d)}
        take_in_change(round=round, team=team, person=f"lijn {number}", change=change)


def _open_round(crowd: Crowd) -> None:
    programme = _begin(crowd, "Zomer")
    organisation = {p.name: p.organisation for p in PLANS}
    intake = an_intake([(name, organisation[name], n) for name, (n, _) in OPEN.items()])
    rows = []
    for name, (asked, _) in OPEN.items():
        first = 10_000 + 100 * len(crowd.asked)  # nobody of the other rounds
        crowd.asked[2, name] = list(range(first, first + asked + SILENT))
        rows += [PersonRow(name, f"p{number}@voorbeeld.nl") for number in crowd.asked[2, name]]
    rows[0] = replace(rows[0], email=crowd.people["professional"].email)
    coordinator = crowd.people["coordinator"]
    online = replace(intake, people=tuple(rows))
    ask_online(programme, online, until=SUNDAY, welcome="Dag!", by=coordinator)
    names = programme.round.invitations.values_list("team__name", "team__slug")
    slugs = dict(names)
    came = np.repeat(np.arange(len(OPEN)), [n for _, n in OPEN.values()])
    given = np.resize(intake.answers.values, (len(came), intake.answers.values.shape[1]))
    keys = tuple(slugs[name] for name in OPEN)
    answers = replace(intake.answers, teams=keys, team=came, values=given)
    take_in_answers(round=programme.round, answers=answers)
    for name, (_, number) in OPEN.items():
        crowd.answered[2, name] = number


def _bring_out(crowd: Crowd) -> None:
    """Sessions led by the facilitator, two papers, and advice."""
    facilitator = crowd.people["facilitator"]
    for key, number in (("professional", 0), ("team_mate", 0), ("other_team", 1)):
        team = crowd.parts(1)[number].team
        join_team(person=crowd.people[key], team=team, since=date(2026, 1, 5))
    for place in (0, 1):
        for part in crowd.parts(place)[:3:2]:
            moment = timezone.now() - timedelta(hours=2)
            part.session.plan(facilitator=facilitator, starts_at=moment, place="Bieb")
    parts = crowd.parts(1)
    for number, member, audience in ((0, "professional", "openbaar"), (1, "other_team", "team")):
        write_in(parts[number].session, number, by=facilitator)
        edition = begin_edition(parts[number])
        approve(edition, audience=audience, by=crowd.people[member])
        crowd.editions.append(edition)
        coordinator = crowd.people["coordinator"]
        crowd.papers.append(publish(edition, audience=audience, by=coordinator))
    take_in_offers(crowd.programmes[1], [an_offer("A1", "contact")])
    give_advice(crowd.programmes[1], budget=5000, by=crowd.people["adviser"])


def _ask_after(crowd: Crowd) -> None:
    """A small scan after the session: six answered in one team, four in another."""
    parts = {part.team.name: part for part in crowd.parts(1)}
    facilitator = crowd.people["facilitator"]
    for name, number in (("Wijkteam Aanleg", 6), ("Wijkteam Centrum", 4)):
        pulse = ask_pulse(parts[name].session, Kind.AFTER, by=facilitator)
        for place in range(number):
            hand_in(pulse, mark=f"{name} {place}", answers=bytes([4, 5 - place % 2, 3]), text="")
        close_pulse(pulse, by=facilitator)
        crowd.pulses[name], crowd.came_after[name] = pulse, number
