"""What the invented teams are truly like: the parameters from which their answers are drawn."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerkring.practice.scans.dimensions import Dimension

MODEL = Path(__file__).parent / "model.toml"


@dataclass(frozen=True)
class TeamModel:
    """One team before anybody answers.

    stage         starting, forming, experienced, inward, outward, divided or strained
    means         true mean per dimension, on a scale of 1 to 5
    spread        standard deviation between the team's people, same unit
    response      share of the members that answers, 0..1
    camps         distance between two equally large camps on `camps_on`, same unit; 0 = no camps
    strong, weak  competences that stand out above or below the team's own mean
    """

    stage: str
    means: dict[Dimension, float]
    spread: float
    response: float
    camps: float = 0.0
    camps_on: Dimension | None = None
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class CityModel:
    """All teams by name, their number of members, and what is easy or hard everywhere."""

    teams: dict[str, TeamModel]
    members: dict[str, int]
    competence_offsets: dict[str, float]

    def answering(self, team: str) -> int:
        """How many people of a team answer."""
        return round(self.members[team] * self.teams[team].response)


def read_model(members: dict[str, int], path: Path = MODEL) -> CityModel:
    """The model in `path` for the teams in `members` (name → number of members), in that order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    teams = {name: _team_model(data["teams"][name]) for name in members}
    return CityModel(teams=teams, members=dict(members), competence_offsets=data["city"])


def _team_model(entry: dict[str, Any]) -> TeamModel:
    return TeamModel(
        stage=entry["stage"],
        means={dimension: float(entry[dimension.value]) for dimension in Dimension},
        spread=entry["spread"],
        response=entry["response"],
        camps=entry.get("camps", 0.0),
        camps_on=Dimension(entry["on"]) if "on" in entry else None,
        strong=tuple(entry.get("strong", ())),
        weak=tuple(entry.get("weak", ())),
    )
