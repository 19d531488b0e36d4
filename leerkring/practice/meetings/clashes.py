"""What cannot be in a programme: two places at once, a room for two, too little time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One session beside others: who leads it (a key and a name) and the room; empty: not known."""

    title: str
    leader: str = ""
    leader_name: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its length in minutes and the sessions that are in it at the same time."""

    title: str
    minutes: int
    sides: tuple[Side, ...] = ()


def clashes(parts: Sequence[Part], available: int | None = None) -> tuple[str, ...]:
    """Dutch sentences, in the order of the programme; `available` minutes in all, None: no end.

    A room is the same room however it is written: capitals and spaces do not count.
    """
    found = [sentence for part in parts for sentence in _beside_each_other(part)]
    total = sum(part.minutes for part in parts)
    if available is not None and total > available:
        over = total - available
        found.append(
            f"Het programma duurt {total} minuten, maar er zijn er {available}. "
            f"Maak het {over} {'minuut' if over == 1 else 'minuten'} korter, of eindig later."
        )
    return tuple(found)


def _beside_each_other(part: Part) -> list[str]:
    found = []
    for leader, times in Counter(side.leader for side in part.sides if side.leader).items():
        if times > 1:
            own = [side for side in part.sides if side.leader == leader]
            titles = _in_words([f"«{side.title}»" for side in own])
            found.append(f"{own[0].leader_name} leidt tegelijk {titles} (in «{part.title}»).")
    rooms = [" ".join(side.room.casefold().split()) for side in part.sides]
    for room, times in Counter(filter(None, rooms)).items():
        if times > 1:
            own = [side for side, name in zip(part.sides, rooms, strict=True) if name == room]
            titles = _in_words([f"«{side.title}»" for side in own])
            found.append(f"In {own[0].room} zijn tegelijk {titles} (in «{part.title}»).")
    return found


def _in_words(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}"
