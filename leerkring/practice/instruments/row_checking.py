"""What is wrong with the statements of a draft, one by one and beside each other."""

from collections import Counter
from collections.abc import Iterator, Mapping

from leerkring.foundation.tables.cells import key_of
from leerkring.practice.instruments.remarks import Remark, fault, hint
from leerkring.practice.instruments.sheets import Row, Sheet
from leerkring.practice.instruments.wordings import (
    MOST_WORDS,
    is_long,
    is_question,
    negation_in,
    two_things_in,
)
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import (
    LONGEST_COMPETENCE,
    LONGEST_STATEMENT,
    code_fault,
)

LIMESURVEY_CODE = 5  # signs in the code of a subquestion


def review_rows(sheet: Sheet, originals: Mapping[str, str] | None = None) -> Iterator[Remark]:
    """`originals`: of a translation, the statement in the other language by its code."""
    seen = _Seen()
    translating = bool(originals)
    for place, row in enumerate(sheet.rows, 1):
        name = f"Stelling {place} ({row.code})" if row.code else f"Stelling {place}"
        original = (originals or {}).get(row.code)
        yield from _code(row, name, seen, place)
        if row.competence or not translating:
            yield from _competence(row, name, seen)
        if original is not None and not row.statement:
            yield fault(f"{name}, stelling", "nog niet vertaald.", row.key)
            continue
        yield from _statement(row, name, sheet.language, seen)
        if original is not None and key_of(row.statement) == key_of(original):
            yield hint(f"{name}, stelling", "nog niet vertaald: gelijk aan het origineel.", row.key)
    missing = sum(not row.competence for row in sheet.rows)
    if translating and missing:
        yield fault("Competenties", f"nog niet allemaal vertaald ({missing} stellingen).")
    yield from _competences(sheet)


class _Seen:
    """What earlier rows said, and on which place."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self.spellings: dict[str, str] = {}
        self.statements: dict[str, str] = {}


def _code(row: Row, name: str, seen: _Seen, place: int) -> Iterator[Remark]:
    where = f"{name}, code"
    if wrong := code_fault(row.code):
        yield fault(where, wrong if row.code else "geef de stelling een code.", row.key)
        return
    earlier = seen.codes.setdefault(row.code.casefold(), place)
    if earlier != place:
        yield fault(where, f"code «{row.code}» staat al bij stelling {earlier}.", row.key)
    if len(row.code) > LIMESURVEY_CODE or not (row.code.isascii() and row.code.isalnum()):
        message = (
            f"LimeSurvey neemt hoogstens {LIMESURVEY_CODE} letters en cijfers; in een uitvoer "
            "daarheen krijgen alle stellingen een nummer."
        )
        yield hint(where, message, row.key)


def _competence(row: Row, name: str, seen: _Seen) -> Iterator[Remark]:
    where = f"{name}, competentie"
    if not row.competence:
        yield fault(where, "schrijf bij welke competentie de stelling hoort.", row.key)
        return
    if len(row.competence) > LONGEST_COMPETENCE:
        yield fault(where, f"te lang; schrijf hoogstens {LONGEST_COMPETENCE} tekens.", row.key)
    spelling = seen.spellings.setdefault(key_of(row.competence), row.competence)
    if spelling != row.competence:
        message = f"«{row.competence[:60]}» heet eerder «{spelling[:60]}»; schrijf het gelijk."
        yield fault(where, message, row.key)


def _statement(row: Row, name: str, language: str, seen: _Seen) -> Iterator[Remark]:
    where = f"{name}, stelling"
    if not row.statement:
        yield fault(where, "de stelling is leeg.", row.key)
        return
    if len(row.statement) > LONGEST_STATEMENT:
        yield fault(where, f"te lang; schrijf hoogstens {LONGEST_STATEMENT} tekens.", row.key)
    earlier = seen.statements.setdefault(key_of(row.statement), name)
    if earlier != name:
        yield hint(where, f"dezelfde woorden staan bij {earlier}.", row.key)
    if joined := two_things_in(row.statement, language):
        message = (
            f"het woord «{joined}»: vraagt de stelling twee dingen tegelijk? Maak er dan twee."
        )
        yield hint(where, message, row.key)
    if denied := negation_in(row.statement, language):
        message = f"het woord «{denied}»: met een ontkenning is «oneens» lastig te begrijpen."
        yield hint(where, message, row.key)
    if is_long(row.statement):
        yield hint(where, f"meer dan {MOST_WORDS} woorden; kan het korter?", row.key)
    if is_question(row.statement):
        yield hint(where, "dit is een vraag; op een stelling kun je «eens» antwoorden.", row.key)


def _competences(sheet: Sheet) -> Iterator[Remark]:
    items = Counter(row.competence for row in sheet.rows if row.competence)
    where_it_stands: dict[str, set[Dimension]] = {}
    for row in sheet.rows:
        where_it_stands.setdefault(row.competence, set()).add(row.dimension)
    for competence, count in items.items():
        where = f"Competentie «{competence[:60]}»"
        if count == 1:
            message = "er is maar één stelling, dus hoe betrouwbaar de score is, blijft onbekend."
            yield hint(where, message)
        places = [d.label for d in Dimension if d in where_it_stands[competence]]
        if len(places) > 1:
            message = f"staat bij {' en '.join(places)}; de score telt alleen bij één ervan mee."
            yield hint(where, message)
