"""A LimeSurvey structure (.lss) as an instrument: arrays and lists on one scale."""

from collections.abc import Iterator

from leerkring.foundation.tables.cells import whole_number
from leerkring.practice.scans.formats.cell_texts import short
from leerkring.practice.scans.formats.found_scales import FoundScale, Option, found_scale
from leerkring.practice.scans.formats.imported import (
    FoundItem,
    ImportedInstrument,
    dimension_in,
    take_over,
)
from leerkring.practice.scans.formats.limesurvey_leftovers import leftovers
from leerkring.practice.scans.formats.limesurvey_tables import (
    Row,
    Structure,
    bare,
    read_structure,
    told_in,
)
from leerkring.practice.scans.instrument_files import LONGEST_COMPETENCE
from leerkring.practice.scans.languages import AGREE_QUESTIONS

FIXED = {"A": FoundScale(1, 5), "B": FoundScale(1, 10), "5": FoundScale(1, 5)}
ARRAYS = {"F", "H", "A", "B"}
LISTS = {"L", "!", "O", "5"}
# The letters under which LimeSurvey keeps its kinds of question.
KINDS = {
    "1": "matrix met twee schalen", ":": "matrix met getallen", ";": "matrix met teksten",
    "*": "berekening", "C": "matrix ja, nee, onzeker", "D": "datum",
    "E": "matrix meer, gelijk, minder", "G": "geslacht", "I": "keuze van taal",
    "K": "meer getallen", "M": "meerkeuze", "N": "getal", "P": "meerkeuze met toelichting",
    "Q": "meer korte teksten", "R": "rangorde", "S": "korte tekst", "T": "lange tekst",
    "U": "heel lange tekst", "X": "mededeling", "Y": "ja of nee", "|": "bestand",
}  # fmt: skip


def read_lss(data: bytes, name: str = "vragenlijst.lss") -> ImportedInstrument:
    """The statements of array questions and single lists, in groups about Ik, Wij or Wijk.

    A group or question says its dimension with that word. Raises `BadTable` for a file that is no
    structure of a survey, or holds no statement that can be taken over.
    """
    structure = read_structure(data, name)
    said: list[str] = []
    items = list(_items(structure, said))
    title = next(
        (bare(row.get("surveyls_title", "")) for row in _settings_rows(structure)),
        "",
    )
    notes = [*said, *leftovers(structure)]
    return take_over(name, title, "1", items, notes, language=structure.language)


def _settings_rows(structure: Structure) -> list[Row]:
    rows = structure.rows("surveys_languagesettings")
    spoken = [row for row in rows if row.get("surveyls_language") == structure.language]
    return spoken or rows


def _items(structure: Structure, said: list[str]) -> Iterator[FoundItem]:
    """Statements in the order in which they are asked; in `said` what is none."""
    groups = {row.get("gid", ""): row for row in _in_order(structure.rows("groups"), "group_order")}
    below: dict[str, list[Row]] = {}
    for row in _in_order(structure.rows("subquestions"), "question_order"):
        below.setdefault(row.get("parent_qid", ""), []).append(row)
    options = _options(structure)
    place = 0
    for gid, group in groups.items():
        mine = [row for row in structure.rows("questions") if row.get("gid") == gid]
        for question in _in_order(mine, "question_order"):
            if question.get("title", "").casefold() == "team":
                continue
            kind = question.get("type", "")
            scale = FIXED.get(kind) or found_scale(options.get(question.get("qid", ""), []))
            why = _why_not(kind, scale)
            if why or scale is None:
                said.append(f"Vraag {question.get('title')} («{_text(question)}»): {why}.")
                continue
            rows = below.get(question.get("qid", ""), []) if kind in ARRAYS else [question]
            for row in rows:
                place += 1
                yield _item(place, row, question, bare(group.get("group_name", "")), scale)


def _item(place: int, row: Row, question: Row, group: str, scale: FoundScale) -> FoundItem:
    told = told_in(row.get("help", ""))
    return FoundItem(
        place=place,
        code=told.get("code") or row.get("title", ""),
        dimension=dimension_in(group) or dimension_in(bare(question.get("question", ""))),
        statement=bare(row.get("question", "")),
        scale=scale,
        competence=told.get("competentie") or _theme(row, question),
        reversed=told["omgekeerd"] == "ja" if "omgekeerd" in told else None,
        target=told.get("doel"),
    )


def _theme(row: Row, question: Row) -> str | None:
    """What the array above a statement is about, if that is short enough for a competence."""
    text = bare(question.get("question", ""))
    usable = (
        row is not question and text not in AGREE_QUESTIONS and text[-1:] not in ("?", ":", "…")
    )
    return text if usable and 0 < len(text) <= LONGEST_COMPETENCE else None


def _why_not(kind: str, scale: FoundScale | None) -> str:
    if kind not in ARRAYS | LISTS:
        return f"een vraag van de soort «{KINDS.get(kind, kind)}»"
    return "" if scale else "de antwoorden zijn geen schaal"


def _options(structure: Structure) -> dict[str, list[Option]]:
    found: dict[str, list[Option]] = {}
    for row in _in_order(structure.rows("answers"), "sortorder"):
        if row.get("scale_id", "0") in ("", "0"):
            option = Option(row.get("code", ""), bare(row.get("answer", "")))
            found.setdefault(row.get("qid", ""), []).append(option)
    return found


def _in_order(rows: list[Row], column: str) -> list[Row]:
    return sorted(rows, key=lambda row: whole_number(row.get(column, "")) or 0)


def _text(row: Row) -> str:
    return short(bare(row.get("question", "")))
