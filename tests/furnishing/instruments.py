"""A draft, a file that was read, two versions of one instrument, and one that is out of use."""

from dataclasses import replace
from typing import Any

from leerkring.practice.instruments.actions import begin_draft, copy_version, publish, retire
from leerkring.practice.instruments.draft_actions import lay_ready, save_sheet, write_rows
from leerkring.practice.instruments.sheets import Row
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.models import InstrumentVersion

ROWS = (
    Row(0, "A1", Dimension.SELF, "luisteren", "Ik luister eerst."),
    Row(0, "A2", Dimension.SELF, "luisteren", "Ik praat te snel.", reversed=True),
)


def furnish(world: Any) -> None:
    """`instruments` and draft, import, first, second, retired or used (by a round of the world)."""
    by = world.people["coordinator"]
    draft = begin_draft("Korte scan", by=by)
    write_rows(draft, ROWS)
    first = publish(draft, by=by)
    copy = copy_version(first, by=by)
    sheet = copy.sheet
    reworded = replace(sheet.rows[0], statement="Ik luister altijd eerst.")
    save_sheet(copy, replace(sheet, rows=(reworded, *sheet.rows[1:])), base=0, by=by)
    second = publish(copy, by=by)
    old = begin_draft("Oude scan", by=by)
    write_rows(old, ROWS)
    retired = publish(old, by=by)
    retire(retired, reason="Er is een kortere.", by=by)
    waiting = begin_draft("Nieuwe scan", by=by)
    write_rows(waiting, ROWS)
    found = ImportedInstrument(replace(first.instrument, name="Uit een bestand"), ("Quota (2).",))
    things = {
        "draft": waiting,
        "import": lay_ready(found, file_name="vorm.lss", by=by),
        "first": first,
        "second": second,
        "retired": retired,
        "used": InstrumentVersion.objects.get(name=built_in().name),
    }
    world.things.update({f"instruments {name}": thing for name, thing in things.items()})
