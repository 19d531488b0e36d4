"""What is written on the platform: posts with their remarks and trials, questions with answers.

Read from stukken/*.toml; the theme of a piece is the name of its file, and `themes` adds others.
`days` is how many days before today it went out, `after` how many days later something followed.
A remark is [who, after, text], with "op" behind it when it answers the one before; an answer
[who, after, text]; a trial [who, after, outcome, where, what was changed, what came of it].
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from leerkring.exchange.posts.kinds import BY_KEY
from leerkring.site.demo.platform.cast import writers
from leerkring.site.demo.platform.groups import groups
from leerkring.site.demo.platform.reading import THEMES, Entry, listed, refuse

CIRCLES_ONLY = "kringen"  # the file whose name is no theme


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
    refuse([fault for entry in entries for fault in _faults(entry)] + _twice(entries))
    found = [_piece(entry) for entry in entries]
    return tuple(sorted(found, key=lambda piece: (-piece.days, piece.key)))


@cache
def inquiries() -> tuple[Inquiry, ...]:
    """All questions, the oldest first. Raises BadTexts."""
    entries = [entry for entry in listed("stukken") if entry.kind == "question"]
    refuse([fault for entry in entries for fault in _faults(entry)] + _twice(entries))
    found = [_inquiry(entry) for entry in entries]
    return tuple(sorted(found, key=lambda one: (-one.days, one.key)))


def _piece(entry: Entry) -> Piece:
    says, circle = entry.says, entry.says.get("circle", "")
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
        themes=_themes(entry),
        audience="kring" if circle else says["audience"],
        circle=circle,
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
        themes=_themes(entry),
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


def _themes(entry: Entry) -> tuple[str, ...]:
    own, more = entry.file.removesuffix(".toml"), entry.says.get("themes", ())
    return tuple(more) if own == CIRCLES_ONLY else (own, *more)


def _faults(entry: Entry) -> Iterable[str]:
    says, circle = entry.says, entry.says.get("circle")
    talk = [*says.get("remarks", ()), *says.get("trials", ()), *says.get("answers", ())]
    people = [row[0] for row in talk]
    people += [says[role] for role in ("author", "routed", "via") if role in says]
    yield from entry.unknown("persoon", people, writers())
    yield from entry.unknown("thema", _themes(entry), THEMES)
    for row in talk:
        if row[1] > says["days"]:
            yield f"{entry}: {row[0]} zou pas na vandaag reageren."
    if says.get("remarks") and len(says["remarks"][0]) > 3:
        yield f"{entry}: de eerste reactie kan geen antwoord zijn."
    if says.get("accepted", 1) > max(1, len(says.get("answers", ()))):
        yield f"{entry}: er zijn niet zoveel antwoorden."
    if circle and not entry.unknown("kring", [circle], groups()):
        outside = [one for one in people if not groups()[circle].writes(one)]
        yield from (f"{entry}: {one} zit niet in {circle}." for one in outside)
    elif circle:
        yield from entry.unknown("kring", [circle], groups())


def _twice(entries: list[Entry]) -> list[str]:
    number = Counter(entry.key for entry in entries)
    return [f"{entry}: deze naam staat er vaker." for entry in entries if number[entry.key] > 1]
