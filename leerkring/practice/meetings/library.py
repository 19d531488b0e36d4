"""Forms of meetings to start from: a purpose, blocks with minutes, and a script for each.

One TOML file in `shelf/` per form; the head of `shelf/introductie.toml` says what each key means.
A fault anywhere refuses the whole library.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from leerkring.foundation.tables.faults import BadTable, Fault

SHELF = Path(__file__).parent / "shelf"
KINDS = {
    "samen": "together",
    "naast elkaar": "parallel",
    "groepen": "groups",
    "pauze": "break",
}
OF_A_FORM = {"code", "titel", "doel", "mensen", "volgorde", "begint", "blok"}
OF_A_BLOCK = {"titel", "soort", "minuten", "doel", "nodig", "stappen"}
NEEDED_IN_A_BLOCK = ("titel", "soort", "minuten")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class FormBlock:
    """A part of a form. kind as in the models; each step a sentence or two with its minutes."""

    title: str
    kind: str
    minutes: int
    purpose: str = ""
    material: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form of meeting: what it is good for, for how many people, and its blocks.

    `begins` is the hour at which one usually begins, so that lunch comes at noon.
    """

    code: str
    title: str
    purpose: str
    smallest: int
    largest: int
    begins: time
    blocks: tuple[FormBlock, ...]
    order: int = 0

    @property
    def minutes(self) -> int:
        return sum(block.minutes for block in self.blocks)


@cache
def library() -> tuple[Form, ...]:
    """The built-in forms, in the order in which they are shown."""
    return read_library(SHELF)


def form_named(code: str) -> Form | None:
    return next((form for form in library() if form.code == code), None)


def read_library(folder: Path) -> tuple[Form, ...]:
    """All forms in the `.toml` files of `folder`. Raises BadTable with every fault found."""
    forms: dict[str, Form] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            entry = tomllib.loads(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
            faults.append(Fault(path.name, None, None, f"Dit is geen geldige TOML ({problem})."))
            continue
        found = _faults(entry)
        if not found and entry["code"] in forms:
            found = [f"de code '{entry['code']}' bestaat al"]
        faults += [Fault(path.name, None, None, f"{message}.") for message in found]
        if not found:
            forms[entry["code"]] = _form(entry)
    if faults:
        raise BadTable(faults)
    return tuple(sorted(forms.values(), key=lambda form: (form.order, form.code)))


def _faults(entry: dict[str, Any]) -> list[str]:
    """What is wrong with one form, as Dutch clauses without a full stop."""
    faults = [f"'{key}' ontbreekt" for key in sorted(OF_A_FORM - set(entry))]
    faults += [f"'{key}' is onbekend" for key in sorted(set(entry) - OF_A_FORM)]
    if faults:
        return faults
    if not CODE.fullmatch(str(entry["code"])):
        faults.append("'code' mag alleen kleine letters, cijfers en streepjes hebben")
    people = entry["mensen"]
    if not (isinstance(people, list) and len(people) == 2 and 0 < people[0] <= people[1]):
        faults.append("'mensen' moet de kleinste en de grootste groep zijn, zoals [6, 40]")
    if not isinstance(entry["begint"], time):
        faults.append("'begint' moet een tijd zijn, zoals 09:30:00")
    if not entry["blok"]:
        faults.append("een vorm heeft ten minste één [[blok]]")
    for number, block in enumerate(entry["blok"], 1):
        faults += [f"blok {number}: {message}" for message in _block_faults(block)]
    return faults


def _block_faults(block: dict[str, Any]) -> list[str]:
    faults = [f"'{key}' ontbreekt" for key in NEEDED_IN_A_BLOCK if key not in block]
    faults += [f"'{key}' is onbekend" for key in sorted(set(block) - OF_A_BLOCK)]
    if faults:
        return faults
    if block["soort"] not in KINDS:
        faults.append(f"'soort' moet een van deze zijn: {', '.join(KINDS)}")
    if block["soort"] == "pauze":
        return faults + ["een pauze heeft geen stappen"] * ("stappen" in block)
    if "doel" not in block:
        faults.append("'doel' ontbreekt")
    steps = block.get("stappen", [])
    if not steps or any(len(step) != 2 or not step[1] for step in steps):
        return [*faults, 'elke stap bestaat uit minuten en tekst, zoals [5, "Maak tweetallen."]']
    total = sum(step[0] for step in steps)
    if total != block["minuten"]:
        faults.append(f"de stappen duren samen {total} minuten, niet {block['minuten']}")
    return faults


def _form(entry: dict[str, Any]) -> Form:
    return Form(
        code=entry["code"],
        title=entry["titel"],
        purpose=entry["doel"],
        smallest=entry["mensen"][0],
        largest=entry["mensen"][1],
        begins=entry["begint"],
        order=entry["volgorde"],
        blocks=tuple(_block(block) for block in entry["blok"]),
    )


def _block(block: dict[str, Any]) -> FormBlock:
    return FormBlock(
        title=block["titel"],
        kind=KINDS[block["soort"]],
        minutes=block["minuten"],
        purpose=block.get("doel", ""),
        material=block.get("nodig", ""),
        steps=tuple(f"{minutes} min. {text}" for minutes, text in block.get("stappen", [])),
    )
