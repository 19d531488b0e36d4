"""The cast in a small world, made by the same actions that people use.

One city, two organisations, six teams. What is known of each team:

    own         Bloemhof-Noord, of the professional and the team mate. Everyone may read its paper.
    theirs      Schiebroek, of the person from the other team. Only that team may read its paper.
    led         Hillesluis, led by the facilitator. Its paper is on the desk; the team agreed.
    small       Carnisse, led by the facilitator. Too few answers: its results are withheld.
    calm        Kralingen: a session without a date, and nothing else.
    prins       Prinsenland: the same.

Beside it a programme that still waits for its files, with a draft laid ready; and one whose round
is open to be answered online, by the manager among others, with a door and a poster.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import numpy as np
from PIL import Image

from leerkring.loop.advice.actions import give_advice, take_in_offers
from leerkring.loop.advice.models import TrainingAdvice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.newspapers.actions import approve, begin_edition, publish
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.programmes.actions import lay_ready, overrule, start_programme, take_in
from leerkring.loop.programmes.emphasis import choose
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import IntakeDraft, Participation, Programme, Role
from leerkring.loop.programmes.online_actions import ask_online
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person, Team
from leerkring.network.people.slugs import slugs
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.answering.actions import give_answer, hang_poster, take_link
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Poster
from leerkring.practice.answering.people_files import PersonRow
from leerkring.practice.gatherings import actions as gatherings
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in
from leerkring.site.demo.content import demo_people
from tests.furnishing import furnish

CAST = (*(person.key for person in demo_people()), "visitor")
SIGNED_IN = CAST[:-1]
TEAMS = {
    "own": ("Wijkteam Bloemhof-Noord", "De Maasbrug", 12),
    "theirs": ("Wijkteam Schiebroek", "De Rottekade", 11),
    "led": ("Wijkteam Hillesluis", "De Maasbrug", 10),
    "small": ("Wijkteam Carnisse", "De Maasbrug", 3),
    "calm": ("Wijkteam Kralingen", "De Rottekade", 10),
    "prins": ("Wijkteam Prinsenland", "De Rottekade", 4),
}
LED = ("own", "led", "small")  # by the facilitator of the cast
QUOTE, PROMISE = UUID(int=1), UUID(int=2)
MONDAY = date(2026, 10, 5)
SUNDAY = date(2100, 10, 10)


@dataclass
class World:
    """Everything a test can point at, by the names in the docstring above."""

    people: dict[str, Person]
    programme: Programme
    waiting: Programme
    draft: IntakeDraft
    asking: Programme
    poster: Secret
    door: Secret
    teams: dict[str, Participation]
    editions: dict[str, Edition] = field(default_factory=dict)
    papers: dict[str, Publication] = field(default_factory=dict)
    advice: TrainingAdvice | None = None
    things: dict[str, Any] = field(default_factory=dict)


def build_world() -> World:
    """Takes about a second, most of it for the scripts and the printed papers."""
    people = {p.key: Person.objects.create_user(p.email, p.name) for p in demo_people()}
    people["coordinator"].starts_programmes = people["coordinator"].moderates = True
    people["coordinator"].save()
    coordinator = people["coordinator"]
    programme = _programme("Week van het Wijkteam", coordinator)
    Role.objects.create(programme=programme, person=people["adviser"], kind=Role.Kind.ADVISER)
    take_in(programme, an_intake(TEAMS.values()), by=coordinator)
    waiting = _programme("Voorjaarsronde", coordinator)
    draft = lay_ready(
        waiting, an_intake([("Wijkteam Ommoord", "De Wal", 6)]), by=coordinator, until=SUNDAY
    )
    asking = _programme("Zomerronde", coordinator)
    poster, door = _ask(asking, people["manager"], coordinator)
    world = World(people, programme, waiting, draft, asking, poster, door, _teams(programme))
    _put_people_in_their_teams(world)
    _hold_sessions(world)
    _bring_out_papers(world)
    take_in_offers(programme, [an_offer("A1", "contact"), an_offer("A2", "verbinden")])
    world.advice = give_advice(programme, budget=5000, by=people["adviser"])
    furnish(world)
    return world


def _ask(programme: Programme, invited: Person, by: Person) -> tuple[Secret, Secret]:
    """A round is open online. The poster of its team, and a door with one answer behind it."""
    intake = an_intake([("Wijkteam Overschie", "De Wal", 0)])
    people = (PersonRow("Wijkteam Overschie", invited.email),)
    ask_online(programme, replace(intake, people=people), until=SUNDAY, welcome="Dag!", by=by)
    poster = hang_poster(programme.round, Team.objects.get(name="Wijkteam Overschie"))
    door = take_link(Poster.objects.get(pk=poster.name("poster")))
    give_answer(door, place=0, value=4)
    return poster, door


def _programme(name: str, by: Person) -> Programme:
    return start_programme(
        name=name,
        municipality="Rotterdam",
        starts_on=MONDAY,
        ends_on=MONDAY.replace(day=16),
        budget=5000,
        by=by,
    )


def an_intake(teams: Any) -> Intake:
    """Teams as (name, organisation, number of answers), with seeded answers."""
    rows = tuple(
        TeamRow(name, organisation, "WK059910", "Rotterdam", answers + 2, number)
        for number, (name, organisation, answers) in enumerate(teams, 2)
    )
    keys = slugs([row.name for row in rows])
    team = np.repeat(np.arange(len(rows)), [row.members - 2 for row in rows])
    rng = np.random.default_rng(7)
    mood = rng.normal(3.4, 0.7, (len(team), 1)) + rng.normal(0, 0.5, (len(rows), 36))[team]
    values = np.clip(np.rint(rng.normal(mood, 0.7)), 1, 5).astype(np.uint8)
    return Intake(built_in(), rows, Answers(keys, team, values), slugs=keys)


def an_offer(code: str, competence: str) -> Offer:
    return Offer(
        code=code,
        title=f"Oefenen met {competence}",
        provider="De Open Deur",
        competences=(competence,),
        form="training",
        half_days=2,
        places=20,
        price=1000,
        runs=2,
        per="groep",
        description="",
    )


def _teams(programme: Programme) -> dict[str, Participation]:
    rows = programme.participations.select_related("team", "session", "tailoring", "programme")
    by_name = {row.team.name: row for row in rows}
    return {key: by_name[name] for key, (name, _, _) in TEAMS.items()}


def _put_people_in_their_teams(world: World) -> None:
    for person in demo_people():
        if person.team:
            team = Team.objects.get(name=person.team)
            join_team(person=world.people[person.key], team=team, since=date(2026, 1, 5))
    for key in LED:
        world.teams[key].session.plan(
            facilitator=world.people["facilitator"],
            starts_at=datetime(2026, 10, 6, 7, tzinfo=UTC),
            place="Huis van de Wijk",
        )
    own = world.teams["own"]
    advice = advice_from_json(own.tailoring.advice)
    mix = {Dimension.SELF: 0.3, Dimension.TEAM: 0.4, Dimension.DISTRICT: 0.3}
    overrule(own, choose(advice, mix, "Wij zijn net begonnen."), by=world.people["professional"])


def _hold_sessions(world: World) -> None:
    for number, key in enumerate(("own", "theirs", "led")):
        write_in(world.teams[key].session, number, by=world.people["facilitator"])
    own = world.teams["own"].session
    gatherings.add_quote(own, entry_id=QUOTE, text="Het begint bij koffie.", speaker="Samira")
    gatherings.add_commitment(
        own, entry_id=PROMISE, text="bellen we samen", who="wij", look_back_on=None
    )
    gatherings.wish_for(own, ["contact"])
    gatherings.keep_photo(own, data=a_photo(), alt="Een tafel met koffie.")


def write_in(session: Session, number: int, *, by: Person | None) -> None:
    for place, (question, text) in enumerate(
        (
            ("ik-waar", "Ik weet wat ik kan, en vraag nog te weinig."),
            ("wij-willen", "Wij willen één gezin, één plan."),
            ("wijk-beeld", "Een wijk met veel jonge gezinnen."),
        )
    ):
        gatherings.save_note(
            session,
            question=question,
            text=text,
            base=0,
            save_id=UUID(int=100 * (number + 1) + place),
            by=by,
        )


def a_photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), (180, 120, 60)).save(out, "JPEG")
    return out.getvalue()


def _bring_out_papers(world: World) -> None:
    facilitator = world.people["facilitator"]
    for key, member, audience in (
        ("own", "professional", "openbaar"),
        ("theirs", "other_team", "team"),
    ):
        edition = world.editions[key] = begin_edition(world.teams[key])
        approve(edition, audience=audience, by=world.people[member])
        world.papers[key] = publish(edition, audience=audience, by=facilitator)
    world.editions["led"] = begin_edition(world.teams["led"])
    approve(world.editions["led"], audience="team", by=facilitator)
