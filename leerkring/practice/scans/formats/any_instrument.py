"""An instrument out of whatever file holds one: ours, an XLSForm, or a LimeSurvey structure."""

from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.spreadsheets import looks_like_workbook
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.formats.limesurvey_reading import read_lss
from leerkring.practice.scans.formats.workbooks import read_sheets
from leerkring.practice.scans.formats.xlsform_reading import read_xlsform
from leerkring.practice.scans.instrument_files import read_instrument


def read_any_instrument(data: bytes, name: str) -> ImportedInstrument:
    """What it is, is seen from the contents and never from the name.

    Raises `BadTable` with every fault.
    """
    if looks_like_workbook(data):
        sheets = read_sheets(data, name)
        if "survey" in sheets:
            return read_xlsform(sheets)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_lss(data, name)
    return ImportedInstrument(read_instrument(read_table(data, name)))
