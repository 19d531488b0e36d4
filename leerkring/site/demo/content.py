"""The demo's texts as data: who is there, which teams, and what their sessions brought.

Read from the files beside this module: people.toml, teams.csv, sessions/*.toml, overrulings.toml.
"""

import csv
import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from leerkring.practice.gatherings.harvest import Harvest, Picture, Promise, Quote
from leerkring.practice.scans.dimensions import Dimension
from leerkring.site.demo.model import CityModel, read_model
from leerkring.site.demo.photos import draw_photo

FILES = Path(__file__).parent
MONDAY = date(2026, 10, 5)  # first day of the invented Week van het Wijkteam


@dataclass(frozen=True)
class DemoPerson:
    """A member of the cast. `team` or `organisation` is empty for who belongs to none."""

    key: str
    name: str
    email: str
    role: str
    introduction: str
    team: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class DemoTeam:
    """One row of teams.csv; `district` is a CBS code, `members` the number of people."""

    name: str
    organisation: str
    district: str
    municipality: str
    members: int


@dataclass(frozen=True)
class DemoPhoto:
    """What a session's illustration shows; it is drawn only when asked for."""

    scene: str
    seed: int
    alt: str
    caption: str = ""

    def picture(self) -> Picture:
        return Picture(jpeg=draw_photo(self.seed, self.scene), alt=self.alt, caption=self.caption)


@dataclass(frozen=True)
class DemoSession:
    """What a team's session brought. Not `held`: someone made first notes, nothing more."""

    team: str
    day: date
    held: bool
    harvest: Harvest
    wishes: tuple[str, ...] = ()
    photo: DemoPhoto | None = None

    def illustrated(self) -> Harvest:
        """The harvest with its picture drawn (some tens of milliseconds)."""
        return (
            self.harvest if not self.photo else replace(self.harvest, picture=self.photo.picture())
        )


@dataclass(frozen=True)
class DemoOverruling:
    """A team that chose its own emphasis: shares per dimension adding up to 1, and why."""

    team: str
    shares: dict[Dimension, float]
    reason: str


def demo_people() -> tuple[DemoPerson, ...]:
    """The cast, without the visitor: who is not signed in has no record."""
    return tuple(DemoPerson(**entry) for entry in _read("people.toml")["person"])


def demo_teams() -> tuple[DemoTeam, ...]:
    """All teams, in the order of teams.csv."""
    with (FILES / "teams.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            DemoTeam(
                row["team"], row["organisatie"], row["wijk"], row["gemeente"], int(row["leden"])
            )
            for row in csv.DictReader(file)
        )


def demo_model() -> CityModel:
    """What the teams are truly like; `answers.draw_answers` draws from it."""
    return read_model({team.name: team.members for team in demo_teams()})


def demo_overrulings() -> tuple[DemoOverruling, ...]:
    """The teams that overruled the advised emphasis."""
    return tuple(
        DemoOverruling(
            team=entry["team"],
            shares={dimension: entry[dimension.value] / 100 for dimension in Dimension},
            reason=entry["reason"],
        )
        for entry in _read("overrulings.toml")["overruling"]
    )


def demo_sessions(monday: date = MONDAY) -> dict[str, DemoSession]:
    """Team name → its session, for a week that starts on `monday`.

    Teams without notes are absent. Dates follow from `monday`, so that a demo can be set in
    any week.
    """
    entries = [
        entry
        for path in sorted((FILES / "sessions").glob("*.toml"))
        for entry in _read(f"sessions/{path.name}")["session"]
    ]
    sessions = [_session(entry, seed, monday) for seed, entry in enumerate(entries, start=1)]
    return {session.team: session for session in sessions}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FILES / name).read_text(encoding="utf-8"))


def _session(entry: dict[str, Any], seed: int, monday: date) -> DemoSession:
    day = monday + timedelta(days=entry["day"] - 1)
    photo = entry.get("photo")
    return DemoSession(
        team=entry["team"],
        day=day,
        held=entry.get("held", True),
        harvest=Harvest(
            notes=dict(entry["notes"]),
            quotes=tuple(Quote(text, speaker) for text, speaker in entry.get("quotes", ())),
            promises=tuple(
                Promise(text, who, day + timedelta(weeks=weeks))
                for text, who, weeks in entry.get("promises", ())
            ),
        ),
        wishes=tuple(entry.get("wishes", ())),
        photo=DemoPhoto(seed=seed, **photo) if photo else None,
    )
