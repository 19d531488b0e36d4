"""An instrument out of a file that an editor hands over: small enough to be a draft."""

from leerkring.foundation.tables.collecting import refuse
from leerkring.practice.instruments.sheets import MOST_ROWS, clean_line
from leerkring.practice.scans.formats.any_instrument import read_any_instrument
from leerkring.practice.scans.formats.imported import ImportedInstrument


def read_upload(data: bytes, name: str) -> ImportedInstrument:
    """Raises `BadTable` with every fault, also for more than `MOST_ROWS` statements."""
    called = clean_line(name, most=100) or "bestand"
    if not data:
        raise refuse(called, "het bestand is leeg.")
    found = read_any_instrument(data, called)
    count = len(found.instrument.items)
    if count > MOST_ROWS:
        message = f"er staan {count} stellingen in; een vragenlijst heeft er hoogstens {MOST_ROWS}."
        raise refuse(called, message)
    return found
