"""Reading the demo's TOML files, with every fault named by file and key."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from leerkring.network.people.slugs import slug_of
from leerkring.network.themes.starter import STARTER_THEMES

FILES = Path(__file__).parent
THEMES = tuple(slug_of(theme.name) for theme in STARTER_THEMES)


class BadTexts(ValueError):
    """The files contradict themselves; `faults` has a sentence for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Entry:
    """One table of a file, and where it stands. `kind` is empty in files of single tables."""

    file: str
    key: str
    says: Mapping[str, Any]
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.file}, «{self.key}»"

    def unknown(self, what: str, names: Collection[str], known: Collection[str]) -> list[str]:
        """A sentence for each of these names that is not known."""
        return [f"{self}: {what} «{name}» is onbekend." for name in names if name not in known]


def tables(name: str) -> Iterator[Entry]:
    """The tables `[key]` of one file."""
    for key, says in _read(name).items():
        yield Entry(name, key, says)


def listed(folder: str) -> Iterator[Entry]:
    """The tables `[[kind]]` of every file in a folder, in the order of the files."""
    for path in sorted((FILES / folder).glob("*.toml")):
        for kind, entries in _read(f"{folder}/{path.name}").items():
            for says in entries:
                yield Entry(path.name, says["key"], says, kind)


def refuse(faults: list[str]) -> None:
    """Raises BadTexts when there are any."""
    if faults:
        raise BadTexts(faults)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FILES / name).read_text(encoding="utf-8"))
