"""An instrument as a file that a person can read and edit, and back."""

import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from leerkring.foundation.tables.cells import decimal_number, key_of, tidy, whole_number
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.foundation.tables.writing import Value, csv_text
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.cell_texts import guarded, unguarded
from leerkring.practice.scans.instrument_words import columns_of, read_words
from leerkring.practice.scans.instruments import Instrument, Item

COLUMNS = ("code", "dimensie", "competentie", "stelling", "omgekeerd", "laag", "hoog", "doel")
BUILT_IN = Path(__file__).parent / "instruments" / "quickscan.csv"
BUILT_IN_NAME = "Quickscan Ik, Wij, Wijk"
BUILT_IN_VERSION = "1"

LONGEST_NAME = 120
LONGEST_STATEMENT = 300
LONGEST_COMPETENCE = 60
MOST_OPTIONS = 101  # a slider from 0 to 100
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,20}")
_RESERVED = frozenset({"team", "id", "seed", "token", "submitdate", "lastpage", "startlanguage"})
_YES_NO = {"ja": True, "j": True, "waar": True, "nee": False, "n": False, "onwaar": False}


@lru_cache(maxsize=1)
def built_in() -> Instrument:
    """The quickscan that comes with Leerkring. Not validated, and it says so."""
    table = read_table(BUILT_IN, BUILT_IN.name)
    return read_instrument(table, name=BUILT_IN_NAME, version=BUILT_IN_VERSION)


def write_instrument(instrument: Instrument) -> str:
    """CSV with a comma and a decimal point, of which `read_instrument` makes the same instrument.

    No cell can be taken for a formula, and none loses a sign by it: see `cell_texts.guarded`.
    """
    extra = columns_of(instrument)
    rows: list[tuple[Value, ...]] = [
        (
            guarded(item.code),
            item.dimension.label,
            guarded(item.competence),
            guarded(item.statement),
            item.reversed,
            instrument.low,
            instrument.high,
            f"{instrument.targets[item.dimension]:g}",
            *map(guarded, extra.values()),
        )
        for item in instrument.items
    ]
    return csv_text((*COLUMNS, *extra), rows)


def read_instrument(table: Table, *, name: str | None = None, version: str = "1") -> Instrument:
    """The instrument in a table with the columns of `COLUMNS`; the statements keep its order.

    `name` defaults to that of the file, cut off after `LONGEST_NAME` characters. Scale and target
    stand in every row and must agree: one scale in the file, one target in a dimension. So do the
    columns that may be left out, `instrument_words.OPTIONAL`. A competence is spelt one way.

    Raises `BadTable` with all faults.
    """
    places = table.require(*COLUMNS)
    faults = FaultList(table.name)
    known = _Known(faults)
    items = [
        known.item(row, *(tidy(unguarded(cells[place])) for place in places))
        for row, cells in table.rows
    ]
    language, ends = read_words(table, faults)
    faults.raise_if_any()
    low, high = known.scale
    targets = {dimension: float(target) for dimension, (_, target) in known.targets.items()}
    title = tidy(name or Path(table.name).stem)[:LONGEST_NAME]
    statements = tuple(item for item in items if item)
    return Instrument(title, version, statements, low, high, targets, language=language, ends=ends)


def code_fault(code: str) -> str:
    """Why this is no code for a statement, as a Dutch sentence; "" when it is one."""
    if not _CODE.fullmatch(code):
        return f"«{code[:40]}» is geen code: 1 tot 20 letters en cijfers, zonder spaties."
    if code.casefold() in _RESERVED:
        return f"«{code}» is de naam van een andere kolom."
    return ""


class _Known:
    """What the rows before said, against which each row is held."""

    def __init__(self, faults: FaultList) -> None:
        self.faults = faults
        self.codes: dict[str, int] = {}
        self.spellings: dict[str, tuple[int, str]] = {}
        self.targets: dict[Dimension, tuple[int, Decimal]] = {}
        self.scales: dict[tuple[int, int], int] = {}

    @property
    def scale(self) -> tuple[int, int]:
        return next(iter(self.scales))

    def item(self, row: int, *cells: str) -> Item | None:
        code, dimension_word, competence, statement, turned_word, low, high, target = cells
        self._code(row, code)
        dimension = _dimension(dimension_word)
        if dimension is None:
            message = f"«{dimension_word}» is geen dimensie; het is Ik, Wij of Wijk."
            self.faults.add(row, "dimensie", message)
        self._competence(row, competence)
        if not statement or len(statement) > LONGEST_STATEMENT:
            wrong = "is te lang" if statement else "is leeg"
            message = f"de stelling {wrong}; schrijf 1 tot {LONGEST_STATEMENT} tekens."
            self.faults.add(row, "stelling", message)
        turned = _YES_NO.get(turned_word.casefold())
        if turned is None:
            self.faults.add(row, "omgekeerd", f"«{turned_word}» is geen ja of nee.")
        scale = self._scale(row, low, high)
        self._target(row, target, dimension, scale)
        if dimension is None:
            return None
        return Item(code, dimension, competence, statement, bool(turned))

    def _code(self, row: int, code: str) -> None:
        if fault := code_fault(code):
            self.faults.add(row, "code", fault)
        earlier = self.codes.setdefault(code.casefold(), row)
        if code and earlier != row:
            self.faults.add(row, "code", f"code «{code}» staat al in rij {earlier}.")

    def _competence(self, row: int, competence: str) -> None:
        if not competence or len(competence) > LONGEST_COMPETENCE:
            wrong = "is te lang" if competence else "is leeg"
            message = f"de competentie {wrong}; schrijf 1 tot {LONGEST_COMPETENCE} tekens."
            self.faults.add(row, "competentie", message)
        earlier, spelling = self.spellings.setdefault(key_of(competence), (row, competence))
        if spelling != competence:
            message = f"«{competence}» heet in rij {earlier} «{spelling}»; schrijf het gelijk."
            self.faults.add(row, "competentie", message)

    def _scale(self, row: int, low_text: str, high_text: str) -> tuple[int, int] | None:
        low, high = whole_number(low_text), whole_number(high_text)
        for column, text, end in (("laag", low_text, low), ("hoog", high_text, high)):
            if end is None:
                self.faults.add(row, column, f"«{text[:40]}» is geen heel getal.")
        if low is None or high is None:
            return None
        if not 1 <= high - low < MOST_OPTIONS:
            message = f"de schaal {low} tot {high} kan niet: 2 tot {MOST_OPTIONS} antwoorden."
            self.faults.add(row, "hoog", f"laag moet kleiner zijn dan hoog; {message}")
            return None
        first = next(iter(self.scales), (low, high))
        self.scales.setdefault((low, high), row)
        if first != (low, high):
            before = f"in rij {self.scales[first]} {first[0]}–{first[1]}"
            message = f"de schaal is hier {low}–{high}, {before}; alle stellingen delen één schaal."
            self.faults.add(row, "laag", message)
        return low, high

    def _target(
        self, row: int, text: str, dimension: Dimension | None, scale: tuple[int, int] | None
    ) -> None:
        target = decimal_number(text)
        if target is None:
            self.faults.add(row, "doel", f"«{text[:40]}» is geen getal.")
            return
        if scale and not scale[0] <= target <= scale[1]:
            message = f"doel {text} valt buiten de schaal {scale[0]}–{scale[1]}."
            self.faults.add(row, "doel", message)
        if dimension is None:
            return
        earlier, first = self.targets.setdefault(dimension, (row, target))
        if first != target:
            message = f"het doel van {dimension.label} is hier {text}, in rij {earlier} {first}."
            self.faults.add(row, "doel", f"{message} Eén doel per dimensie.")


def _dimension(word: str) -> Dimension | None:
    try:
        return Dimension(word.casefold())
    except ValueError:
        return None
