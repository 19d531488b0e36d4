"""Films (MP4): built as they should be, and without the place where they were made."""

from collections.abc import Iterator
from typing import BinaryIO

from leerkring.foundation.files.kinds import MP4, Kind, Refused

BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash",
          b"MSNV", b"mp71", b"3gp4", b"3gp5", b"M4VH", b"M4VP"}  # fmt: skip
ON_TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"meta", b"moof", b"mfra",
          b"sidx", b"styp", b"pdin", b"udta", b"emsg", b"ssix", b"prft"}  # fmt: skip
ABOUT_THE_MAKER = {b"udta", b"meta", b"uuid"}  # place, device, XMP
HOLDERS = {b"moov", b"trak"}
MOST_BOXES = 10_000
BROKEN = "We kunnen deze film niet lezen. Bewaar hem opnieuw als MP4 (H.264) en kies die."


def clean_film(file: BinaryIO) -> Kind:
    """Check the film, and blank in `file` itself what it tells of place, device and maker.

    A film is a row of boxes: four bytes of length, four of name, the content (ISO/IEC 14496-12
    section 4.2). A box that is named «free» is passed over by every player, so nothing has to
    move. Raises Refused.
    """
    end = file.seek(0, 2)
    boxes = list(_boxes(file, 0, end))
    if {name for name, *_ in boxes} - ON_TOP or not {b"ftyp", b"moov"} <= {b[0] for b in boxes}:
        raise Refused(BROKEN)
    file.seek(8)
    if file.read(4) not in BRANDS:
        raise Refused("Dit soort film nemen we niet aan. Bewaar hem als MP4 en kies die.")
    for name, start, stop, body in boxes:
        _blank(file, name, start, stop, body)
    file.seek(0)
    return MP4


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """(name, start, end, start of the content) of each box; they fill the space exactly."""
    seen = 0
    while start < end:
        file.seek(start)
        head = file.read(16)
        size, name, content = int.from_bytes(head[:4], "big"), head[4:8], start + 8
        if size == 1:
            size, content = int.from_bytes(head[8:16], "big"), start + 16
        elif size == 0:
            size = end - start
        seen += 1
        if len(head) < 8 or size < content - start or start + size > end or seen > MOST_BOXES:
            raise Refused(BROKEN)
        yield name, start, start + size, content
        start += size


def _blank(file: BinaryIO, name: bytes, start: int, stop: int, content: int) -> None:
    if name in ABOUT_THE_MAKER:
        file.seek(start + 4)
        file.write(b"free")
        file.seek(content)
        left = stop - content
        while left:
            left -= file.write(bytes(min(left, 2**20)))
    elif name in HOLDERS:
        for inner in list(_boxes(file, content, stop)):
            _blank(file, *inner)
