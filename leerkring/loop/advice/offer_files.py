"""A catalogue of training offers from a file."""

import re
from pathlib import Path

from leerkring.foundation.tables.cells import key_of, tidy, whole_number
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.loop.advice.offers import PER_GROUP, PER_PERSON, Offer

COLUMNS = (
    "code",
    "titel",
    "aanbieder",
    "competenties",
    "vorm",
    "dagdelen",
    "plaatsen",
    "prijs",
    "per",
    "omschrijving",
)
MOST_OF = {"dagdelen": 60, "plaatsen": 1_000, "rondes": 100}
MOST_EURO = 1_000_000
_LONGEST = {"code": 30, "titel": 160, "aanbieder": 120, "vorm": 60, "omschrijving": 1_000}
_EURO = re.compile(
    r"(?:€|eur(?:o)?)?\s*([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})(?:[.,](?:0{1,2}|-))?"
)


def read_offers(table: Table) -> tuple[Offer, ...]:
    """The offers of a table, in its order.

    `competenties` are parted by `|`. `prijs` is in whole euro (1250, 1.250 or € 1.250,00) for one
    run, or for one participant when `per` is "persoon". `plaatsen` is the most participants in one
    run; `rondes` how many runs can be given, once when the column is missing or empty. `gemeente`
    may be there and is not used.

    Raises `BadTable` with all faults.
    """
    places = dict(zip(COLUMNS, table.require(*COLUMNS), strict=True))
    runs = table.column_index("rondes")
    faults = FaultList(table.name)
    seen: dict[str, int] = {}
    offers = []
    for row, cells in table.rows:
        given = {column: tidy(cells[place]) for column, place in places.items()}
        given["rondes"] = (cells[runs] if runs is not None else "") or "1"
        offers.append(_offer(row, given, faults))
        earlier = seen.setdefault(key_of(given["code"]), row)
        if given["code"] and earlier != row:
            faults.add(row, "code", f"code «{given['code'][:30]}» staat al in rij {earlier}.")
    faults.raise_if_any()
    return tuple(offer for offer in offers if offer)


def demo_catalogue() -> tuple[Offer, ...]:
    """The invented catalogue that comes with the project."""
    path = Path(__file__).parent / "catalogue.csv"
    return read_offers(read_table(path, path.name))


def _offer(row: int, given: dict[str, str], faults: FaultList) -> Offer | None:
    before = faults.count
    for column, longest in _LONGEST.items():
        text = given[column]
        if not text and column in {"code", "titel", "aanbieder"}:
            faults.add(row, column, "deze cel is leeg.")
        elif len(text) > longest:
            faults.add(
                row, column, f"deze tekst is te lang: {len(text)} tekens, hoogstens {longest}."
            )
    competences = tuple(dict.fromkeys(filter(None, map(tidy, given["competenties"].split("|")))))
    if not competences:
        faults.add(row, "competenties", "noem minstens één competentie; scheid ze met |.")
    per = given["per"].casefold() or PER_GROUP
    if per not in {PER_GROUP, PER_PERSON}:
        message = f"«{given['per'][:40]}» kan niet; vul {PER_GROUP} of {PER_PERSON} in."
        faults.add(row, "per", message)
    numbers = {column: _count(row, column, given, faults) for column in MOST_OF}
    price = _euro(row, given["prijs"], faults)
    if faults.count > before:
        return None
    return Offer(
        code=given["code"],
        title=given["titel"],
        provider=given["aanbieder"],
        competences=competences,
        form=given["vorm"],
        half_days=numbers["dagdelen"],
        places=numbers["plaatsen"],
        price=price,
        runs=numbers["rondes"],
        per=per,
        description=given["omschrijving"],
    )


def _count(row: int, column: str, given: dict[str, str], faults: FaultList) -> int:
    number = whole_number(given[column])
    if number is None:
        faults.add(row, column, f"«{given[column][:40]}» is geen heel getal.")
    elif not 1 <= number <= MOST_OF[column]:
        faults.add(row, column, f"{number} kan niet; vul 1 tot en met {MOST_OF[column]} in.")
    return number or 0


def _euro(row: int, text: str, faults: FaultList) -> int:
    found = _EURO.fullmatch(text.casefold())
    if found is None:
        message = f"«{text[:40]}» is geen bedrag in hele euro's, zoals 1250."
        faults.add(row, "prijs", message)
        return 0
    price = int(found[1].replace(".", ""))
    if price > MOST_EURO:
        faults.add(row, "prijs", f"{price} euro is meer dan hier kan ({MOST_EURO}).")
    return price
