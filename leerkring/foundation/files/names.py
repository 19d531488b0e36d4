"""The name of a file as it may be shown and handed out."""

import re
import unicodedata

LONGEST = 120
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
ENDING = re.compile(r"\.[a-z0-9]{1,8}$", re.IGNORECASE)
NO_GOOD = re.compile(r'[<>:"|?*]')


def clean_name(name: str, extension: str) -> str:
    """`name` without path, control signs and signs that turn the reading order, ending in
    `extension` whatever it ended in, at most LONGEST signs; «bestand» when nothing is left.
    """
    last = re.split(r"[/\\]", name[-1000:])[-1]
    shown = unicodedata.normalize("NFC", last)
    # Cc control, Cf format (bidi overrides, zero width), Cs, Co, Cn: nothing that one can see.
    shown = "".join(
        " " if sign.isspace() else sign
        for sign in shown
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    shown = NO_GOOD.sub("-", re.sub(r"\s+", " ", shown)).strip(" .")
    stem = ENDING.sub("", shown).strip(" .")[: LONGEST - len(extension) - 1].strip(" .")
    if RESERVED.match(stem):
        stem = f"{stem}-"
    return f"{stem or 'bestand'}.{extension}"
