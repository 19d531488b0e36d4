"""Reading a file that someone handed over: CSV in any usual dress, or XLSX."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from leerkring.foundation.tables.collecting import FaultList, refuse
from leerkring.foundation.tables.decoding import decode, delimiter_of
from leerkring.foundation.tables.spreadsheets import Cells, looks_like_workbook, read_workbook
from leerkring.foundation.tables.table import Table

MOST_BYTES = 25_000_000
MOST_ROWS = 250_000
MOST_COLUMNS = 2_000

_FOREIGN = (
    (b"%PDF", "dit is een PDF. Vraag om het bestand als CSV of XLSX."),
    (
        b"\xd0\xcf\x11\xe0",
        "dit is een oud Excelbestand (.xls) of een bestand met een wachtwoord. "
        "Sla het zonder wachtwoord op als XLSX of CSV.",
    ),
    (b"\x1f\x8b", "dit bestand is ingepakt (gzip). Pak het eerst uit."),
)
_PAGE = re.compile(rb"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=([;,\t])\"?[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)


def read_table(source: Path | bytes, name: str, *, most_bytes: int = MOST_BYTES) -> Table:
    """The table in a file; `name` is what messages call the file.

    Encoding, delimiter and kind of file are recognised from the contents, never from the name.
    Blank rows and nameless empty columns are left out, spaces around cells removed.

    Raises `BadTable` with every fault found: too large (said before reading anything), empty, only
    a header, a column named twice or not at all, rows with too few or too many fields, broken
    characters or quotes, formulas without a result.
    """
    data = _bytes_of(source, name, most_bytes)
    if looks_like_workbook(data):
        book = read_workbook(data, name, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
        return _table(book.rows, name, book.notes, from_text=False)
    for start, message in _FOREIGN:
        if data.startswith(start):
            raise refuse(name, message)
    if _PAGE.match(data):
        raise refuse(name, "dit is een webpagina of XML, geen tabel. Sla het op als CSV of XLSX.")
    text = decode(data, name)
    return _table(_records(text, name), name, (), from_text=True)


def _bytes_of(source: Path | bytes, name: str, most_bytes: int) -> bytes:
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > most_bytes:
            raise refuse(
                name,
                f"het bestand is {_megabytes(size)}; we lezen er hoogstens "
                f"{_megabytes(most_bytes)}. Staat er meer in dan nodig? Haal dat eruit of splits "
                "het bestand.",
            )
        data = source if isinstance(source, bytes) else source.read_bytes()
    except FileNotFoundError as error:
        raise refuse(name, "dit bestand bestaat niet.") from error
    except IsADirectoryError as error:
        raise refuse(name, "dit is een map, geen bestand.") from error
    except OSError as error:
        raise refuse(name, "dit bestand kan niet worden gelezen.") from error
    if not data:
        raise refuse(name, "het bestand is leeg.")
    return data


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",").replace(",0 MB", " MB")


def _records(text: str, name: str) -> Iterator[tuple[int, Cells]]:
    told = _SEPARATOR_LINE.match(text)  # Excel's own «sep=;»: it hides that line, so do we
    delimiter = told[1] if told else delimiter_of(text)
    body = text[told.end() :] if told else text
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            yield number, tuple(map(str.strip, record))
    except csv.Error as error:
        if "field larger" in str(error):
            message = "een cel is veel te lang; is een aanhalingsteken niet gesloten?"
        else:
            message = (
                'de aanhalingstekens kloppen niet: een tekst die met " begint, moet met " '
                'eindigen, en een " daarbinnen schrijf je dubbel.'
            )
        raise refuse(name, message, row=number + 1) from error


def _table(
    records: Iterable[tuple[int, Cells]], name: str, notes: tuple[str, ...], *, from_text: bool
) -> Table:
    filled = ((number, cells) for number, cells in records if any(cells))
    first = next(filled, None)
    if first is None:
        raise refuse(name, "het bestand is leeg.")
    header_row, titles = first
    header = tuple(" ".join(title.split()) for title in titles)
    while header and not header[-1]:
        header = header[:-1]
    if len(header) > MOST_COLUMNS:
        raise refuse(name, f"er zijn meer dan {MOST_COLUMNS} kolommen.", row=header_row)
    faults = FaultList(name)
    rows = _same_width(filled, len(header), faults, pad=not from_text)
    header, rows = _named_columns(header, header_row, rows, faults)
    if not rows and not faults.count:
        faults.add(None, None, "er staat alleen een kopregel in, geen rijen.")
    faults.raise_if_any()
    return Table(name, header, rows, notes)


def _same_width(
    records: Iterable[tuple[int, Cells]], width: int, faults: FaultList, *, pad: bool
) -> list[tuple[int, Cells]]:
    """Rows as wide as the header; `pad` adds the empty cells that a worksheet leaves out."""
    rows: list[tuple[int, Cells]] = []
    for number, cells in records:
        if len(rows) >= MOST_ROWS:
            raise refuse(faults.file, f"er zijn meer dan {MOST_ROWS} rijen.")
        fields = len(cells)
        if fields > width and not any(cells[width:]):
            cells = cells[:width]
        elif fields < width and pad:
            cells += ("",) * (width - fields)
        if len(cells) != width:
            hint = (
                "Staat er een scheidingsteken in een tekst zonder aanhalingstekens?"
                if fields > width
                else "Er ontbreekt iets, of een tekst is over twee regels verdeeld."
            )
            count = f"{fields} {'veld' if fields == 1 else 'velden'}"
            faults.add(
                number, None, f"deze rij heeft {count}, de kopregel heeft er {width}. {hint}"
            )
        rows.append((number, cells))
    return rows


def _named_columns(
    header: tuple[str, ...], header_row: int, rows: list[tuple[int, Cells]], faults: FaultList
) -> tuple[tuple[str, ...], list[tuple[int, Cells]]]:
    """Without the columns that have neither name nor content; a fault for a name used twice."""
    seen: dict[str, int] = {}
    empty: set[int] = set()
    for place, title in enumerate(header):
        if title:
            earlier = seen.setdefault(title.casefold(), place)
            if earlier != place:
                both = f"kolom {earlier + 1} en {place + 1}"
                message = f"deze naam staat twee keer in de kopregel ({both})."
                faults.add(header_row, title, message)
        elif any(cells[place] for _, cells in rows if place < len(cells)):
            faults.add(header_row, None, f"kolom {place + 1} heeft geen naam, maar wel inhoud.")
        else:
            empty.add(place)
    if not empty:
        return header, rows
    keep = [place for place in range(len(header)) if place not in empty]
    rows = [(n, tuple(cells[p] for p in keep)) for n, cells in rows if len(cells) == len(header)]
    return tuple(header[p] for p in keep), rows
