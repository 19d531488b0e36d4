"""What the page of a draft shows."""

from dataclasses import dataclass
from typing import Any

from leerkring.practice.instruments.downloads import DOWNLOADS
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.queries import remarks_on, source_items
from leerkring.practice.instruments.remarks import Kind, Remark
from leerkring.practice.instruments.sheets import Row, Sheet
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Item
from leerkring.practice.scans.languages import CHOICES, LANGUAGES


@dataclass(frozen=True)
class Line:
    """A statement on the page. `heading`: its dimension is another than that of the one before."""

    row: Row
    place: int
    heading: bool
    remarks: tuple[Remark, ...]
    is_open: bool
    original: Item | None

    @property
    def faults(self) -> int:
        return sum(remark.kind is Kind.FAULT for remark in self.remarks)


def page_of(draft: InstrumentDraft, sheet: Sheet, opened: str = "") -> dict[str, Any]:
    remarks = remarks_on(draft, sheet)
    originals = source_items(draft)
    source = draft.source.instrument if draft.translates and draft.source else None
    return {
        "draft": draft,
        "sheet": sheet,
        "remarks": remarks,
        "lines": _lines(sheet, remarks, originals, opened),
        "dimensions": [(d, sheet.targets.get(d, "")) for d in Dimension],
        "languages": CHOICES,
        "language": LANGUAGES[sheet.language],
        "downloads": DOWNLOADS,
        "competences": list(dict.fromkeys(r.competence for r in sheet.rows if r.competence)),
        "source": source,
        "source_language": LANGUAGES[source.language] if source else None,
        "translated_competences": _translated(sheet, originals),
    }


def _lines(
    sheet: Sheet, remarks: tuple[Remark, ...], originals: dict[str, Item], opened: str
) -> list[Line]:
    lines = []
    before: Dimension | None = None
    if originals and not opened:  # a translator goes on where the work stopped
        opened = next((str(row.key) for row in sheet.rows if not row.statement), "")
    for place, row in enumerate(sheet.rows, 1):
        mine = tuple(remark for remark in remarks if remark.row == row.key)
        faulty = any(remark.kind is Kind.FAULT for remark in mine)
        is_open = opened == str(row.key) or (faulty and not originals)
        original = originals.get(row.code)
        lines.append(Line(row, place, row.dimension is not before, mine, is_open, original))
        before = row.dimension
    return lines


def _translated(sheet: Sheet, originals: dict[str, Item]) -> list[tuple[str, str]]:
    """Of a translation: each competence of the source, and what it is called here."""
    found: dict[str, str] = {}
    for row in sheet.rows:
        if row.code in originals:
            found.setdefault(originals[row.code].competence, row.competence)
    return list(found.items())
