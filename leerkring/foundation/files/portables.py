"""PDF: refused when it carries a program, starts something, or is two kinds of file at once."""

import io
import re
import zipfile
import zlib

from leerkring.foundation.files.kinds import PDF, Kind, Refused

STREAM = re.compile(rb"stream\r?\n")
DANGEROUS = {
    b"/JavaScript": "een programma (JavaScript)",
    b"/JS": "een programma (JavaScript)",
    b"/Launch": "een opdracht om iets te starten",
    b"/RichMedia": "een film of spel dat een programma kan zijn",
}
MOST_UNPACKED = 20 * 2**20
AFTER_THE_END = 1024


def check_pdf(data: bytes) -> Kind:
    """Raises Refused. What is drawn on the pages is not looked at; names of objects are.

    Objects may hide in compressed streams (ISO 32000-1, 7.5.7), so those are unpacked, up to
    MOST_UNPACKED in all. In a file with a password they cannot be: it is only ever handed out as
    a download.
    """
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise Refused("Deze pdf is niet compleet. Bewaar hem opnieuw en kies die.")
    if len(data) - end > AFTER_THE_END or zipfile.is_zipfile(io.BytesIO(data)):
        raise Refused("Achter deze pdf hangt een ander bestand. Bewaar hem opnieuw en kies die.")
    objects = _names_unescaped(_outside_streams(data))
    for name, what in DANGEROUS.items():
        if re.search(re.escape(name) + rb"(?![A-Za-z0-9])", objects):
            raise Refused(f"In deze pdf zit {what}. Druk hem opnieuw af naar pdf en kies die.")
    return PDF


def _outside_streams(data: bytes) -> bytes:
    """Everything but the content of streams, and the objects that are packed in streams."""
    kept, at, room = [], 0, MOST_UNPACKED
    for start in STREAM.finditer(data):
        if start.start() < at:
            continue
        kept.append(data[at : start.start()])
        stop = data.find(b"endstream", start.end())
        stop = len(data) if stop < 0 else stop
        if b"/ObjStm" in kept[-1][-400:] and room > 0:
            unpacked = _unpacked(data[start.end() : stop], room)
            room -= len(unpacked)
            kept.append(unpacked)
        at = stop
    return b"\n".join([*kept, data[at:]])


def _unpacked(stream: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, most)
    except zlib.error:
        return b""


def _names_unescaped(objects: bytes) -> bytes:
    """/J#61vaScript is /JavaScript (ISO 32000-1, 7.3.5)."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found.group(1), 16)]), objects)
