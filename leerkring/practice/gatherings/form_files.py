"""Read working forms from TOML files that a person can read and edit.

One file holds any number of `[[werkvorm]]` tables; the comment at the head of
`library/kader.toml` says what each key means. A fault anywhere refuses the whole library.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from leerkring.foundation.tables.faults import BadTable, Fault
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

LIBRARY = Path(__file__).parent / "library"

COMPETENCES = (
    *("contact", "signaleren", "eigen regie", "beroepsrollen"),
    *("integraal samenwerken", "gedeelde opdracht", "veilig leren", "samen terugkijken"),
    *("verbinden", "participatie", "wijkkennis", "positie in de wijk"),
)
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTS = ("opening", "kern", "pauze", "afsluiting")
WORDS = ("code", "titel", "doel", "materiaal")
REQUIRED = (*WORDS, "minuten", "mensen", "stappen")
KEYS = (*REQUIRED, "deel", "dimensie", "competenties", "verschil")


@cache
def library() -> tuple[WorkingForm, ...]:
    """The built-in forms, ordered by code."""
    return read_library(LIBRARY)


def forms_for(names: Sequence[str], most: int = 3) -> list[WorkingForm]:
    """At most `most` forms that help with these competences: one for each name first."""
    helping = [form for form in library() if not form.for_difference]
    found = {form.code: form for name in names for form in helping if name in form.competences}
    first = {
        next((form.code for form in found.values() if name in form.competences), "")
        for name in names
    }
    return sorted(found.values(), key=lambda form: (form.code not in first, form.code))[:most]


def competences() -> tuple[str, ...]:
    """What the built-in forms help with, in the order of the built-in quickscan."""
    served = {name for form in library() for name in form.competences}
    return tuple(name for name in COMPETENCES if name in served)


def read_library(
    folder: Path, known: tuple[str, ...] | None = COMPETENCES
) -> tuple[WorkingForm, ...]:
    """All forms in the `.toml` files of `folder`, ordered by code.

    known  the names of competences a form may serve; None takes any name, for an own instrument

    Raises BadTable with every fault found.
    """
    forms: dict[str, WorkingForm] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        for number, entry in enumerate(_entries(path, faults), start=1):
            name = _name(entry, number)
            found = list(_faults(entry, known))
            if not found and entry["code"] in forms:
                found.append(f"de code '{entry['code']}' bestaat al; geef elke werkvorm een eigen")
            faults += [Fault(path.name, None, None, f"{name}: {message}.") for message in found]
            if not found:
                forms[entry["code"]] = _form(entry)
    if not forms and not faults:
        faults.append(Fault(folder.name, None, None, "Er staat geen enkele werkvorm in deze map."))
    if faults:
        raise BadTable(faults)
    return tuple(forms[code] for code in sorted(forms))


def _entries(path: Path, faults: list[Fault]) -> list[Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        faults.append(Fault(path.name, None, None, "Bewaar dit bestand als UTF-8."))
        return []
    except tomllib.TOMLDecodeError as problem:
        message = f"Dit is geen geldige TOML ({problem}). Kijk of er een aanhalingsteken mist."
        faults.append(Fault(path.name, None, None, message))
        return []
    entries = content.get("werkvorm")
    if not isinstance(entries, list) or set(content) != {"werkvorm"}:
        message = "Begin elke werkvorm met een regel [[werkvorm]] en zet niets buiten een werkvorm."
        faults.append(Fault(path.name, None, None, message))
        return []
    return entries


def _name(entry: Any, number: int) -> str:
    code = entry.get("code") if isinstance(entry, dict) else None
    return f"werkvorm '{code}'" if isinstance(code, str) and code.strip() else f"werkvorm {number}"


def _faults(entry: Any, known: tuple[str, ...] | None) -> list[str]:
    """What is wrong with one entry, as Dutch clauses without a full stop."""
    if not isinstance(entry, dict):
        return ["dit is geen werkvorm; begin met een regel [[werkvorm]]"]
    faults = [f"'{key}' ontbreekt" for key in REQUIRED if key not in entry]
    faults += [f"'{key}' is onbekend; kies uit {', '.join(KEYS)}" for key in set(entry) - {*KEYS}]
    if faults:
        return sorted(faults)
    for key in WORDS:
        if not isinstance(entry[key], str) or not entry[key].strip():
            faults.append(f"'{key}' moet tekst zijn en mag niet leeg zijn")
    if isinstance(entry["code"], str) and not re.fullmatch(
        r"[a-z0-9]+(-[a-z0-9]+)*", entry["code"]
    ):
        faults.append("'code' mag alleen kleine letters, cijfers en streepjes hebben")
    if not _is_count(entry["minuten"]):
        faults.append("'minuten' moet een heel getal groter dan 0 zijn")
    people = entry["mensen"]
    if not (_is_pair(people) and all(map(_is_count, people)) and people[0] <= people[1]):
        faults.append("'mensen' moet de kleinste en de grootste groep zijn, zoals [3, 24]")
    if not isinstance(entry.get("verschil", False), bool):
        faults.append("'verschil' moet true of false zijn")
    return faults + _step_faults(entry) + _place_faults(entry, known)


def _step_faults(entry: dict[str, Any]) -> list[str]:
    steps = entry["stappen"]
    if not isinstance(steps, list) or not 3 <= len(steps) <= 6:
        return ["geef drie tot zes 'stappen'"]
    for step in steps:
        if not (_is_pair(step) and _is_count(step[0]) and isinstance(step[1], str) and step[1]):
            return ['elke stap bestaat uit minuten en tekst, zoals [5, "Maak tweetallen."]']
    total = sum(step[0] for step in steps)
    if _is_count(entry["minuten"]) and total != entry["minuten"]:
        return [f"de stappen duren samen {total} minuten, maar 'minuten' is {entry['minuten']}"]
    if entry.get("deel") == "afsluiting" and "vanaf morgen" not in steps[-1][1].casefold():
        return ["de laatste stap van een afsluiting moet de woorden 'Vanaf morgen' hebben"]
    return []


def _place_faults(entry: dict[str, Any], known: tuple[str, ...] | None) -> list[str]:
    """Faults in where the form belongs: its part, its dimension and its competences."""
    part, dimension = entry.get("deel", "kern"), entry.get("dimensie")
    named = entry.get("competenties", [])
    if part not in PARTS:
        return [f"'deel' moet een van deze zijn: {', '.join(PARTS)}"]
    if part != "kern":
        extra = [key for key in ("dimensie", "competenties", "verschil") if key in entry]
        return [f"een {part} heeft geen '{key}'" for key in extra]
    faults = []
    if dimension not in [one.value for one in Dimension]:
        faults.append("'dimensie' moet ik, wij of wijk zijn")
    if not isinstance(named, list) or not named:
        faults.append("noem bij 'competenties' ten minste één competentie")
    elif known is not None:
        choice = f"kies uit {', '.join(known)}"
        strange = [str(name) for name in named if name not in known]
        faults += [f"de competentie '{name}' is onbekend; {choice}" for name in strange]
    return faults


def _form(entry: dict[str, Any]) -> WorkingForm:
    """The form of an entry without faults; each step begins with its minutes."""
    return WorkingForm(
        code=entry["code"],
        title=entry["titel"],
        dimension=Dimension(entry["dimensie"]) if "dimensie" in entry else None,
        competences=tuple(entry.get("competenties", ())),
        minutes=entry["minuten"],
        smallest=entry["mensen"][0],
        largest=entry["mensen"][1],
        goal=entry["doel"],
        material=entry["materiaal"],
        steps=tuple(f"{minutes} min. {text}" for minutes, text in entry["stappen"]),
        part=entry.get("deel", "kern"),
        for_difference=entry.get("verschil", False),
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2
