"""What somebody looks for in the list of circles, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from leerkring.network.circles.kinds import KINDS


@dataclass(frozen=True)
class Browsing:
    """A kind, a theme by its address, whether closed circles too, and where the page begins."""

    kind: str = ""
    theme: str = ""
    archive: bool = False
    after: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Browsing":
        """From an address; what makes no sense is left out."""
        kind, after = query.get("soort", ""), query.get("na", "")
        return cls(
            kind=kind if kind in KINDS else "",
            theme=query.get("thema", "")[:80].replace("\x00", ""),
            archive=query.get("archief", "") == "ja",
            after=after if after.isdecimal() and after.isascii() and len(after) < 19 else "",
        )

    def __bool__(self) -> bool:
        return self != Browsing()

    def at(self, after: str) -> str:
        """The address of the page that begins there, without the path."""
        moved = replace(self, after=after)
        parts = {
            "soort": moved.kind,
            "thema": moved.theme,
            "archief": "ja" if moved.archive else "",
            "na": moved.after,
        }
        return "?" + urlencode({key: value for key, value in parts.items() if value})
