"""An XLSForm as an instrument: statements with one answer of a list, in groups Ik, Wij and Wijk."""

from collections.abc import Mapping

from leerkring.foundation.tables.cells import tidy
from leerkring.foundation.tables.collecting import refuse
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.cell_texts import short
from leerkring.practice.scans.formats.found_scales import FoundScale, Option, found_scale
from leerkring.practice.scans.formats.imported import (
    FoundItem,
    ImportedInstrument,
    dimension_in,
    take_over,
)
from leerkring.practice.scans.languages import OWN

_OPENING = {"begin_group", "begin_repeat"}
_CLOSING = {"end_group", "end_repeat"}
_READ = {"type", "name", "required", "code", "competentie", "omgekeerd", "doel"}
_YES = {"yes", "true", "true()", "ja"}
Row = dict[str, str]


def read_xlsform(sheets: Mapping[str, Table]) -> ImportedInstrument:
    """The instrument in the sheets survey, choices and settings (titles in small letters).

    Raises `BadTable` when there is no sheet `survey` with a type, a name and a label, or no
    statement that can be taken over.
    """
    if "survey" not in sheets:
        there = ", ".join(f"«{title}»" for title in sheets) or "geen"
        raise refuse("XLSForm", f"het blad «survey» ontbreekt. Wel aanwezig: {there}.")
    survey = sheets["survey"]
    survey.require("type", "name")
    label = _label_column(survey)
    lists = _lists(sheets.get("choices"))
    reading = _Reading(label, lists)
    for place, cells in survey.rows:
        row = dict(zip((t.casefold() for t in survey.header), map(tidy, cells), strict=True))
        reading.row(place, row)
    settings = _settings(sheets.get("settings"))
    return take_over(
        survey.name,
        settings.get("form_title", ""),
        settings.get("version", ""),
        reading.items,
        [*reading.said, *_extra_of_choices(sheets.get("choices"))],
        language=_language(label, settings),
    )


class _Reading:
    """What the rows so far say: the groups that are open, the statements, what stays behind."""

    def __init__(self, label: str, lists: dict[str, FoundScale]) -> None:
        self.label = label
        self.lists = lists
        self.groups: list[str] = []
        self.items: list[FoundItem] = []
        self.others: list[str] = []
        self.columns: dict[str, list[str]] = {}

    @property
    def said(self) -> list[str]:
        extra = [
            f"De kolom «{column}», gevuld bij {_listed(names)}."
            for column, names in self.columns.items()
        ]
        return [*self.others, *extra]

    def row(self, place: int, row: Row) -> None:
        kind = row["type"].casefold().replace("begin ", "begin_").replace("end ", "end_")
        if not kind:
            return
        if kind in _CLOSING:
            del self.groups[-1:]
            return
        self._extra_columns(row)
        if kind in _OPENING:
            self.groups.append(f"{row['name'].replace('_', ' ')} {row[self.label]}")
            if kind == "begin_repeat":
                self.others.append(
                    f"Rij {place}: de herhaling «{row['name']}»; de stellingen erin wel."
                )
        elif kind.startswith("select_one "):
            self._choice(place, row, kind)
        elif row["name"].casefold() != "team":
            self._leave(place, row, f"soort «{row['type']}»")

    def _choice(self, place: int, row: Row, kind: str) -> None:
        words = row["type"].split()
        scale = self.lists.get(words[1])
        if row["name"].casefold() == "team":
            return
        if scale is None:
            self._leave(place, row, f"de antwoorden van de lijst «{words[1]}» zijn geen schaal")
            return
        if kind.endswith("or_other"):
            self.others.append(f"Rij {place}: «anders, namelijk» bij {row['name']}.")
        turned = row.get("omgekeerd", "").casefold()
        self.items.append(
            FoundItem(
                place,
                row.get("code") or row["name"],
                self._dimension(),
                row[self.label],
                scale,
                row.get("competentie") or None,
                turned in _YES if turned else None,
                row.get("doel") or None,
            )
        )

    def _dimension(self) -> Dimension | None:
        found = (dimension_in(name) for name in reversed(self.groups))
        return next((dimension for dimension in found if dimension), None)

    def _leave(self, place: int, row: Row, why: str) -> None:
        text = row[self.label]
        shown = f" («{short(text)}»)" if text else ""
        self.others.append(f"Rij {place}, vraag {row['name'] or '–'}{shown}: {why}.")

    def _extra_columns(self, row: Row) -> None:
        asked = row["type"] and row["name"].casefold() != "team"
        for column, text in row.items():
            unread = bool(text) and column not in _READ | {self.label, ""}
            demanded = column == "required" and text.casefold() in _YES
            if asked and (unread or demanded):
                self.columns.setdefault(column, []).append(row["name"])


def _label_column(table: Table) -> str:
    """The column of labels, in small letters: Dutch if there is one, then without a language."""
    labels = [title.casefold() for title in table.header if title.casefold().startswith("label")]
    dutch = [title for title in labels if "(nl)" in title or "nederlands" in title]
    plain = [title for title in labels if title == "label"]
    for found in (dutch, plain, labels):
        if found:
            return found[0]
    raise refuse(table.name, "er is geen kolom met de stellingen («label»).")


def _language(label: str, settings: Row) -> str:
    """What the column of labels is said to be in, else the form; Dutch where nothing says."""
    return label.partition("::")[2] or settings.get("default_language", "") or OWN


def _lists(table: Table | None) -> dict[str, FoundScale]:
    """Per list of choices its scale; lists that are no scale are left out."""
    if table is None:
        return {}
    label = _label_column(table)
    # older forms say «list name»
    list_name = "list_name" if table.column_index("list_name") is not None else "list name"
    where, name, text = table.require(list_name, "name", label)
    options: dict[str, list[Option]] = {}
    for _, cells in table.rows:
        if cells[where]:
            option = Option(tidy(cells[name]), tidy(cells[text]))
            options.setdefault(cells[where], []).append(option)
    scales = {key: found_scale(found) for key, found in options.items()}
    return {key: scale for key, scale in scales.items() if scale}


def _extra_of_choices(table: Table | None) -> list[str]:
    if table is None:
        return []
    read = {"list_name", "list name", "name", "", _label_column(table)}
    extra = [
        title
        for place, title in enumerate(table.header)
        if title.casefold() not in read and any(cells[place] for _, cells in table.rows)
    ]
    return [f"De kolom «{title}» bij de antwoorden." for title in extra]


def _settings(table: Table | None) -> Row:
    if table is None or not table.rows:
        return {}
    titles = (title.casefold() for title in table.header)
    return dict(zip(titles, map(tidy, table.rows[0][1]), strict=True))


def _listed(names: list[str], most: int = 5) -> str:
    shown = ", ".join(name or "een rij zonder naam" for name in names[:most])
    return shown if len(names) <= most else f"{shown} en nog {len(names) - most}"
