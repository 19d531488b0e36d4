"""Names made fit for addresses and file names, without anything in them that could do harm."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
NAMELESS = "naamloos"

_SPELT_OUT = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "þ": "th",
        "&": " en ",
    }
)
_DEVICES = frozenset(  # names that Windows gives to devices: no file may be called so
    ["con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))]
)


def slug_of(name: str) -> str:
    """Lower-case letters a–z, digits and single hyphens; 1 to `LONGEST` long, never empty."""
    plain = name.lower().translate(_SPELT_OUT)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only)[: LONGEST + 1].strip("-")[:LONGEST].strip("-")
    if slug in _DEVICES:
        return f"naam-{slug}"
    return slug or NAMELESS


def slugs(names: Iterable[str]) -> tuple[str, ...]:
    """A slug for each name, all different, in the order of the names.

    The first with a slug keeps it plain; the next get -2, -3 … A number never takes a slug that
    another name has of its own: «Zuid», «Zuid!», «Zuid 2» become zuid, zuid-3, zuid-2.
    """
    plain = [slug_of(name) for name in names]
    own, given = set(plain), set[str]()
    latest: dict[str, int] = {}
    result = []
    for slug in plain:
        chosen = slug
        if slug in given:
            number = latest.get(slug, 1) + 1
            while (chosen := _numbered(slug, number)) in own or chosen in given:
                number += 1
            latest[slug] = number
        given.add(chosen)
        result.append(chosen)
    return tuple(result)


def _numbered(slug: str, number: int) -> str:
    end = f"-{number}"
    return slug[: LONGEST - len(end)].rstrip("-") + end
