"""A snapshot as JSON and back, without loss."""

from dataclasses import asdict
from typing import Any

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import (
    Accord,
    Change,
    ScaleResult,
    UnitKind,
    UnitResult,
    Verdict,
)
from leerkring.practice.scans.snapshot import Snapshot

Json = dict[str, Any]
PAIR = ">"  # "wij>wijk": the chance that Wij falls shorter than Wijk


def as_json(snapshot: Snapshot) -> Json:
    """Plain dicts, lists, strings and numbers, ready for `json.dumps`."""
    return {
        "instrument": {"name": snapshot.instrument_name, "version": snapshot.instrument_version},
        "k": snapshot.k,
        "respondents": snapshot.respondents,
        "method": snapshot.method,
        "reliability": snapshot.reliability,
        "units": [unit_as_json(unit) for unit in snapshot.units],
    }


def from_json(content: Json) -> Snapshot:
    """The snapshot that `as_json` made this of."""
    return Snapshot(
        instrument_name=content["instrument"]["name"],
        instrument_version=content["instrument"]["version"],
        k=content["k"],
        units=tuple(unit_from_json(unit) for unit in content["units"]),
        method=content["method"],
        reliability=content["reliability"],
        respondents=content["respondents"],
    )


def unit_as_json(unit: UnitResult) -> Json:
    """Change since a previous round is there only when there is something to tell."""
    changes = {"change": unit.change, "same_people": unit.same_people}
    return {
        "unit": unit.unit,
        "name": unit.name,
        "kind": unit.kind.value,
        "answered": unit.answered,
        "members": unit.members,
        "dimensions": {d.value: asdict(result) for d, result in unit.dimensions.items()},
        "competences": {name: asdict(result) for name, result in unit.competences.items()},
        "more": {f"{a.value}{PAIR}{b.value}": chance for (a, b), chance in unit.more.items()},
        "withheld": unit.withheld,
        **{
            name: {d.value: asdict(change) for d, change in told.items()}
            for name, told in changes.items()
            if told
        },
    }


def unit_from_json(content: Json) -> UnitResult:
    more = {}
    for pair, chance in content["more"].items():
        first, second = pair.split(PAIR)
        more[Dimension(first), Dimension(second)] = chance
    return UnitResult(
        unit=content["unit"],
        name=content["name"],
        kind=UnitKind(content["kind"]),
        answered=content["answered"],
        members=content["members"],
        dimensions={Dimension(d): _scale(result) for d, result in content["dimensions"].items()},
        competences={name: _scale(result) for name, result in content["competences"].items()},
        more=more,
        withheld=content["withheld"],
        change=_changes(content.get("change", {})),
        same_people=_changes(content.get("same_people", {})),
    )


def _changes(content: Json) -> dict[Dimension, Change]:
    return {
        Dimension(d): Change(**{**change, "verdict": Verdict(change["verdict"])})
        for d, change in content.items()
    }


def _scale(content: Json) -> ScaleResult:
    accord = content["accord"]
    return ScaleResult(**{**content, "accord": None if accord is None else Accord(accord)})
