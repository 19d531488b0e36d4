"""The chapters of a report, and the report as one data object: for the page, print and search."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class ChapterKind(StrEnum):
    """In the order in which a report tells them."""

    FIGURES = "cijfers"
    PROGRAMME = "programma"
    QUESTIONS = "vragen"
    SAID = "gezegd"
    GROUPS = "groepen"
    DILEMMAS = "dilemmas"
    PROMISES = "voornemens"
    FEEDBACK = "terugblik"
    MATERIAL = "materiaal"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ChapterKind.FIGURES: "De cijfers van de dag",
    ChapterKind.PROGRAMME: "Wat we deden",
    ChapterKind.QUESTIONS: "Vragen die mensen meenamen",
    ChapterKind.SAID: "Wat er gezegd werd",
    ChapterKind.GROUPS: "Wat groepen zeiden",
    ChapterKind.DILEMMAS: "Dilemma's",
    ChapterKind.PROMISES: "Vanaf morgen",
    ChapterKind.FEEDBACK: "Hoe we terugkijken",
    ChapterKind.MATERIAL: "Om nog eens te bekijken",
}


@dataclass(frozen=True)
class Entry:
    """One thing that is told. `kicker` says what it belongs to or when it was; `about` by whom or
    where from; `lines` are answers, strands or promises; `url` leads to a page of the site.
    `circle`: the number of the circle to which it was said; only its members read it. `source` of
    the whole, or `sources` of each line: where it goes when it is taken back; see `sources`."""

    title: str = ""
    kicker: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    about: str = ""
    url: str = ""
    circle: int | None = None
    source: str = ""
    sources: tuple[str, ...] = ()


def entries_told(entries: Iterable[Entry], circles: Collection[int]) -> list[Entry]:
    """What these circles may read, with what is for everybody."""
    return [entry for entry in entries if entry.circle is None or entry.circle in circles]


@dataclass(frozen=True)
class Chapter:
    """`words` are the editor's; there is always something in at least one of the two."""

    kind: ChapterKind
    title: str
    words: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.entries)


@dataclass(frozen=True)
class Picture:
    """A photo by number of its file; `alt` is never empty."""

    file: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Account:
    """A whole report as readers see it."""

    title: str
    when: str
    place: str
    lead: str
    chapters: tuple[Chapter, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def texts(self) -> list[str]:
        """Everything somebody wrote: to look for traces of people, and to be found by."""
        found = [self.lead]
        for chapter in self.chapters:
            found.append(chapter.words)
            for entry in chapter.entries:
                found += [entry.title, entry.text, *entry.lines]
        found += [words for picture in self.pictures for words in (picture.alt, picture.caption)]
        return [text for text in found if text]

    @property
    def fingerprint(self) -> str:
        told = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()

    def only(self, files: Collection[str]) -> "Account":
        """With these photos and no other."""
        kept = tuple(picture for picture in self.pictures if picture.file in files)
        return replace(self, pictures=kept)

    def told_to(self, circles: Collection[int] = ()) -> "Account":
        """With what was said to these circles, and to everybody; to no other circle."""
        told = [
            replace(chapter, entries=tuple(entries_told(chapter.entries, circles)))
            for chapter in self.chapters
        ]
        return replace(self, chapters=tuple(each for each in told if not each.is_empty))

    def leading(self, elsewhere: Mapping[str, str]) -> "Account":
        """With other addresses for the same things."""
        chapters = tuple(
            replace(
                chapter,
                entries=tuple(
                    replace(entry, url=elsewhere.get(entry.url, entry.url))
                    for entry in chapter.entries
                ),
            )
            for chapter in self.chapters
        )
        return replace(self, chapters=chapters)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Account":
        chapters = tuple(
            Chapter(
                ChapterKind(chapter["kind"]),
                chapter["title"],
                chapter["words"],
                tuple(
                    Entry(
                        **entry
                        | {name: tuple(entry.get(name, ())) for name in ("lines", "sources")}
                    )
                    for entry in chapter["entries"]
                ),
            )
            for chapter in data["chapters"]
        )
        pictures = tuple(Picture(**picture) for picture in data["pictures"])
        return cls(**{**data, "chapters": chapters, "pictures": pictures})
