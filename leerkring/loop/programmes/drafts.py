"""An intake that waits for a yes: what was read, as JSON, without what was dropped at the door."""

import base64
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import numpy as np

from leerkring.foundation.tables.reading import read_table
from leerkring.loop.programmes.intake import Intake
from leerkring.network.figures.cbs_files import AreaRow, FigureFile, FigureRow
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.answering.people_files import PersonRow
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.instrument_files import read_instrument, write_instrument


def as_json(intake: Intake) -> dict[str, Any]:
    return {
        "instrument": {
            "name": intake.instrument.name,
            "version": intake.instrument.version,
            "csv": write_instrument(intake.instrument),
        },
        "teams": [asdict(team) for team in intake.teams],
        "slugs": list(intake.slugs),
        "team": intake.answers.team.tolist(),
        "values": base64.b64encode(intake.answers.values.tobytes()).decode(),
        "dropped": list(intake.dropped),
        "ignored": list(intake.ignored),
        "notes": list(intake.notes),
        "figures": _figures_as_json(intake.figures),
        "people": [asdict(person) for person in intake.people],
    }


def from_json(data: dict[str, Any]) -> Intake:
    words = data["instrument"]
    table = read_table(words["csv"].encode(), words["name"])
    instrument = read_instrument(table, name=words["name"], version=words["version"])
    values = np.frombuffer(base64.b64decode(data["values"]), dtype=np.uint8)
    return Intake(
        instrument=instrument,
        teams=tuple(TeamRow(**row) for row in data["teams"]),
        answers=Answers(
            teams=tuple(data["slugs"]),
            team=np.array(data["team"], dtype=np.intp),
            values=values.reshape(-1, len(instrument.items)),
        ),
        dropped=tuple(data["dropped"]),
        ignored=tuple(data["ignored"]),
        notes=tuple(data["notes"]),
        figures=_figures_from_json(data["figures"]),
        slugs=tuple(data["slugs"]),
        people=tuple(PersonRow(**row) for row in data["people"]),
    )


def _figures_as_json(figures: FigureFile | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    content = asdict(figures)
    for row in content["figures"]:
        row["value"] = None if row["value"] is None else str(row["value"])
    return content


def _figures_from_json(data: dict[str, Any] | None) -> FigureFile | None:
    if data is None:
        return None
    return FigureFile(
        period=data["period"],
        figures=tuple(_figure(row) for row in data["figures"]),
        unknown_columns=tuple(data["unknown_columns"]),
        areas=tuple(AreaRow(**area) for area in data["areas"]),
        notes=tuple(data["notes"]),
    )


def _figure(row: dict[str, Any]) -> FigureRow:
    value = None if row["value"] is None else Decimal(row["value"])
    return FigureRow(**{**row, "value": value})
