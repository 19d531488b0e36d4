"""From bytes to text, and which sign parts the columns."""

import codecs

from leerkring.foundation.tables.collecting import refuse

DELIMITERS = (";", ",", "\t")
_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_ADVICE = "Sla het bestand opnieuw op als CSV met tekenset UTF-8."


def decode(data: bytes, name: str) -> str:
    """Text of a file in UTF-8 or UTF-16 (with or without mark), UTF-32 with mark, or cp1252.

    Raises `BadTable` for bytes that are none of these, and for NUL characters.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        encoding = _utf16_without_mark(data[:_SAMPLE])
    text = _unmarked(data, name) if encoding is None else _marked(data, encoding, name)
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise refuse(
            name, f"hier staat een NUL-teken; dit is geen gewone tekst. {_ADVICE}", row=row
        )
    return text.removesuffix("\x1a")  # what DOS programs put at the end of a file


def _marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        shown = encoding.removesuffix("-sig").upper()
        row = data.count(b"\n", 0, error.start) + 1
        raise refuse(
            name, f"het bestand zegt {shown} te zijn, maar is hier beschadigd. {_ADVICE}", row=row
        ) from error


def _utf16_without_mark(sample: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte: which ones tells the order."""
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _unmarked(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first_wrong = error.start
    row = data.count(b"\n", 0, first_wrong) + 1
    # Mostly good UTF-8 with a few bad bytes is a damaged file: read as cp1252 every «ë» in it
    # would turn into «Ã«» without anyone noticing.
    lenient = data.decode("utf-8", errors="replace")
    wrong = lenient.count("\ufffd")
    good = sum(1 for character in lenient if character > "\x7f") - wrong
    if good > wrong:
        raise refuse(
            name, f"de tekens in deze rij zijn beschadigd (half UTF-8). {_ADVICE}", row=row
        )
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise refuse(
            name, f"de tekens in deze rij kunnen we niet lezen. {_ADVICE}", row=row
        ) from error


def delimiter_of(text: str) -> str:
    """The sign that parts the columns: the one seen most, outside quotes, in the first record.

    When two are seen as often, the second record decides; a file of one column gets a comma.
    """
    counts = _counts(text)
    header = counts[0] if counts else dict.fromkeys(DELIMITERS, 0)
    second = counts[1] if len(counts) > 1 else header
    best = max(DELIMITERS, key=lambda sign: (header[sign], second[sign] == header[sign]))
    return best if header[best] else ","


def _counts(text: str) -> list[dict[str, int]]:
    """How often each delimiter stands outside quotes, in the first two records not blank."""
    counts: list[dict[str, int]] = []
    quoted, pieces = False, ""
    for line in text[: 64 * 1024].splitlines():
        for place, piece in enumerate(line.split('"')):
            quoted = quoted if place == 0 else not quoted
            if not quoted:
                pieces += piece
        if not quoted and line.strip():
            counts.append({sign: pieces.count(sign) for sign in DELIMITERS})
            pieces = ""
            if len(counts) == 2:
                break
    return counts
