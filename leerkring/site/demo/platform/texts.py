"""What is written on the platform: posts with their remarks and trials, questions with answers.

Read from stukken/*.toml; the theme of a piece is the name of its file, and `themes` adds others.
`days` is how many days before today it went out, `after` how many days later something followed.
A remark is [who, after, text], with "op" behind it when it answers the one before; an answer
[who, after, text]; a trial [who, after, outcome, where, what was changed, what came of it].
What is for a circle alone has that as `circle`; what came out of one and is for others too has it
as `of`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from leerkring.exchange.posts.kinds import BY_KEY
from leerkring.site.demo.platform.faults import circle_of, faults_in, themes_of
from leerkring.site.demo.platform.reading import Entry, listed, refuse


@dataclass(frozen=True)
class Said:
    """A remark, or an answer to a question. `is_reply`: to the remark before it."""

    who: str
    after: int
    text: str
    is_reply: bool = False


@dataclass(frozen=True)
class Tried:
    """«Wij probeerden het ook»."""

    who: str
    after: int
    outcome: str
    where: str
    changed: str
    came_of_it: str


@dataclass(frozen=True)
class Piece:
    """A post. `texts` by section, `facts` as posts have them; `expires` in days after `days`."""

    kind: str
    key: str
    title: str
    author: str
    days: int
    themes: tuple[str, ...]
    audience: str
    circle: str
    keywords: tuple[str, ...]
    thanks: int
    texts: Mapping[str, str]
    facts: Mapping[str, str]
    remarks: tuple[Said, ...]
    trials: tuple[Tried, ...]
    expires: int | None = None
    is_solved: bool = False


@dataclass(frozen=True)
class Inquiry:
    """A question. `via`: who put it for somebody; then nothing says who asked. `accepted` counts
    from nought; `done` is (worked, what came of it); `routed`: whom it waits for."""

    key: str
    title: str
    text: str
    author: str
    days: int
    themes: tuple[str, ...]
    audience: str
    thanks: int
    answers: tuple[Said, ...]
    accepted: int | None
    done: tuple[str, str] | None
    routed: str
    via: str


@cache
def pieces() -> tuple[Piece, ...]:
    """All posts, the oldest first. Raises BadTexts."""
    entries = [entry for entry in listed("stukken") if entry.kind != "question"]
    refuse(faults_in(entries))
    found = [_piece(entry) for entry in entries]
    return tuple(sorted(found, key=lambda piece: (-piece.days, piece.key)))


@cache
def inquiries() -> tuple[Inquiry, ...]:
    """All questions, the oldest first. Raises BadTexts."""
    entries = [entry for entry in listed("stukken") if entry.kind == "question"]
    refuse(faults_in(entries))
    found = [_inquiry(entry) for entry in entries]
    return tuple(sorted(found, key=lambda one: (-one.days, one.key)))


def _piece(entry: Entry) -> Piece:
    says = entry.says
    sections = [section.key for section in BY_KEY[entry.kind].sections]
    texts = {key: says[key].strip() for key in sections if key in says}
    if "text" in says:
        texts["tekst"] = says["text"].strip()
    return Piece(
        kind=entry.kind,
        key=entry.key,
        title=says["title"],
        author=says["author"],
        days=says["days"],
        themes=themes_of(entry),
        audience="kring" if "circle" in says else says["audience"],
        circle=circle_of(entry),
        keywords=tuple(says.get("keywords", ())),
        thanks=says.get("thanks", 0),
        texts=texts,
        facts={name: says[name] for name in ("rung", "wants") if name in says},
        remarks=tuple(_said(row) for row in says.get("remarks", ())),
        trials=tuple(Tried(*row) for row in says.get("trials", ())),
        expires=says.get("expires"),
        is_solved=says.get("solved", False),
    )


def _inquiry(entry: Entry) -> Inquiry:
    says = entry.says
    worked, came = says.get("done", (None, ""))
    return Inquiry(
        key=entry.key,
        title=says["title"],
        text=says["text"].strip(),
        author=says.get("author", ""),
        days=says["days"],
        themes=themes_of(entry),
        audience=says["audience"],
        thanks=says.get("thanks", 0),
        answers=tuple(_said(row) for row in says.get("answers", ())),
        accepted=says["accepted"] - 1 if "accepted" in says else None,
        done=(worked, came) if worked else None,
        routed=says.get("routed", ""),
        via=says.get("via", ""),
    )


def _said(row: list[Any]) -> Said:
    who, after, text = row[:3]
    return Said(who, after, text, is_reply=row[3:] == ["op"])
