"""A newspaper as data: the one object of which both the page and the print are made.

Everything in it was written by the team, measured and released, or published with a source.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from leerkring.practice.gatherings.harvest import Picture, Promise, Quote
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Audience


class Kind(StrEnum):
    TEAM = "wijkkrant"
    CITY = "stadskrant"


@dataclass(frozen=True)
class Story:
    """One answer. `headline` stands in the text; `text` is what remains to be read under it.
    `key` is that of the question, by which an editor's changes find it.
    A story with neither is an invitation to write by hand: it is set as ruled lines.
    """

    question: str
    headline: str = ""
    text: str = ""
    dimension: Dimension | None = None
    key: str = ""

    @property
    def is_blank(self) -> bool:
        return not (self.headline or self.text)


@dataclass(frozen=True)
class Section:
    heading: str
    stories: tuple[Story, ...]
    dimension: Dimension | None = None
    strapline: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a chart: a value with its band and, where there is one, its target."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    target: float | None = None


@dataclass(frozen=True)
class Chart:
    """`sentence` is the point, in words; `low`..`high` the scale; without a scale: counts."""

    heading: str
    sentence: str
    lines: tuple[Line, ...]
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Emphasis:
    """How the time was divided: minutes per label, why, and what was done."""

    minutes: tuple[tuple[str, int], ...]
    why: str = ""
    script: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureLine:
    """A figure never stands without its period and its source."""

    label: str
    value: str
    period: str
    source: str


@dataclass(frozen=True)
class Link:
    title: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class EditionLine:
    date: date
    number: int
    team: str
    district: str = ""
    municipality: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Paper:
    kind: Kind
    title: str
    strapline: str
    edition: EditionLine
    lead: Story
    sections: tuple[Section, ...] = ()
    chart: Chart | None = None
    chart_withheld: str = ""
    emphasis: Emphasis | None = None
    figures: tuple[FigureLine, ...] = ()
    quotes: tuple[Quote, ...] = ()
    promises: tuple[Promise, ...] = ()
    picture: Picture | None = None
    links: tuple[Link, ...] = ()
    colophon: tuple[str, ...] = ()
    audience: Audience = Audience.TEAM

    def __post_init__(self) -> None:
        if self.picture is not None and not self.picture.alt.strip():
            raise ValueError(
                "De foto heeft nog geen beschrijving. Schrijf in één zin wat erop te zien is, "
                "voor wie de foto niet kan zien."
            )

    def as_json(self) -> str:
        """All of it as text: dates as ISO, the photo as base64. `from_json` gives it back."""
        return json.dumps(asdict(self), default=_plain, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Paper":
        """Raises KeyError, TypeError or ValueError on a text that `as_json` did not write."""
        read: dict[str, Any] = json.loads(text)
        edition = read["edition"]
        chart, emphasis, picture = read["chart"], read["emphasis"], read["picture"]
        return cls(
            **{
                **read,
                "kind": Kind(read["kind"]),
                "audience": Audience(read["audience"]),
                "edition": EditionLine(**{**edition, "date": date.fromisoformat(edition["date"])}),
                "lead": _story(read["lead"]),
                "sections": tuple(_section(s) for s in read["sections"]),
                "chart": chart and _chart(chart),
                "emphasis": emphasis and _emphasis(emphasis),
                "figures": tuple(FigureLine(**f) for f in read["figures"]),
                "quotes": tuple(Quote(**q) for q in read["quotes"]),
                "promises": tuple(_promise(p) for p in read["promises"]),
                "picture": picture and Picture(**{**picture, "jpeg": b64decode(picture["jpeg"])}),
                "links": tuple(Link(**link) for link in read["links"]),
                "colophon": tuple(read["colophon"]),
            }
        )


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    raise TypeError(f"{type(value).__name__} past niet in een krant")


def _story(read: dict[str, Any]) -> Story:
    return Story(**{**read, "dimension": read["dimension"] and Dimension(read["dimension"])})


def _section(read: dict[str, Any]) -> Section:
    dimension = read["dimension"] and Dimension(read["dimension"])
    stories = tuple(_story(s) for s in read["stories"])
    return Section(**{**read, "stories": stories, "dimension": dimension})


def _chart(read: dict[str, Any]) -> Chart:
    return Chart(**{**read, "lines": tuple(Line(**line) for line in read["lines"])})


def _emphasis(read: dict[str, Any]) -> Emphasis:
    minutes = tuple((label, amount) for label, amount in read["minutes"])
    return Emphasis(**{**read, "minutes": minutes, "script": tuple(read["script"])})


def _promise(read: dict[str, Any]) -> Promise:
    look_back = read["look_back_on"]
    return Promise(**{**read, "look_back_on": look_back and date.fromisoformat(look_back)})
