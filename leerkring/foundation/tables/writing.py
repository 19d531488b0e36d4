"""Writing tables that a spreadsheet opens without running anything in them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

Value = str | int | float | Decimal | bool | None

# What makes a spreadsheet take a cell for a formula (OWASP, «CSV injection»), wide forms included.
_STARTERS = frozenset("=+-@\t\r\n＝＋－＠|%")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?")
_BYTE_ORDER_MARK = "\ufeff"


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a dangerous start gets an apostrophe before it.

    Plain numbers such as -3,5 stay as they are.
    """
    start = text.lstrip(" \u00a0")[:1]
    if start not in _STARTERS or _NUMBER.fullmatch(text.strip()):
        return text
    return f"'{text}"


def csv_text(
    header: Sequence[str], rows: Iterable[Sequence[Value]], *, for_excel: bool = False
) -> str:
    """A table as CSV, every text neutralised.

    Default is for machines and for re-import: comma, decimal point, no byte order mark.
    `for_excel` is what a Dutch Excel opens on a double click: semicolon, decimal comma, and a mark
    that says UTF-8. Encode as UTF-8 either way. A row that is not as wide as the header is an
    error of the caller: ValueError.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if for_excel else ",", lineterminator="\n")
    writer.writerow([neutral(title) for title in header])
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} under a header of {len(header)}")
        writer.writerow([_cell(value, decimal_comma=for_excel) for value in row])
    return (_BYTE_ORDER_MARK if for_excel else "") + out.getvalue()


def _cell(value: Value, *, decimal_comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    text = str(value)
    return text.replace(".", ",") if decimal_comma else text
