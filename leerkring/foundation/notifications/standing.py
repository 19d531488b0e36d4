"""Where a thing stands that is told about: in which circle, under which themes.

Rooms say it in their `notices.py`: that of circles `register_places`, others `register_themes`.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

About = tuple[str, str]  # label of a model, key of a row
Themes = Callable[[set[str]], Mapping[str, Collection[str]]]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """A circle: its name, whether who is no member reads nothing there, and whether only who is
    in it may know of it."""

    name: str
    is_closed: bool = False
    is_hidden: bool = False


Places = Callable[[set[int]], Mapping[int, Place]]
Insiders = Callable[[set[int], set[int]], Iterable[tuple[int, int]]]

_places: list[tuple[Places, Insiders]] = []
_themes: dict[str, Themes] = {}


def register_places(places: Places, insiders: Insiders) -> None:
    """`places(circles)` describes circles; `insiders(people, circles)` gives (person, circle) for
    who may know of which. Each is asked once for a whole batch of mails."""
    _places[:] = [(places, insiders)]


def register_themes(model: Any, themes: Themes) -> None:
    """`themes(ids)` gives the names of the themes of rows of this model, by key as text."""
    _themes[model._meta.label_lower] = themes


@dataclass(frozen=True)
class Surroundings:
    """Of the occasions of a batch of mails: their circles, their themes, and what is open."""

    places: Mapping[int, Place] = field(default_factory=dict)
    themes: Mapping[About, Collection[str]] = field(default_factory=dict)
    open: Collection[About] = ()
    knowing: Collection[tuple[int, int]] = ()

    def is_closed(self, occasion: Any) -> bool:
        """What people wrote there is for a circle alone, or for who may look into a closed one."""
        if occasion.circle is None:
            return False
        place = self.places.get(occasion.circle)
        is_open = (occasion.about, occasion.about_id) in self.open
        return place is None or place.is_closed or not is_open

    def is_hidden(self, occasion: Any) -> bool:
        place = self.places.get(occasion.circle or 0)
        return place is not None and place.is_hidden

    def circle_for(self, person: int, occasion: Any) -> str:
        """Its name; "" for who may not know that this circle is there."""
        place = self.places.get(occasion.circle or 0)
        if place is None or (place.is_hidden and (person, occasion.circle) not in self.knowing):
            return ""
        return place.name

    def themes_of(self, occasion: Any) -> Collection[str]:
        return self.themes.get((occasion.about, occasion.about_id), ())


def surroundings(
    occasions: Collection[Any], people: Collection[int], open_ones: Mapping[str, set[str]]
) -> Surroundings:
    """`open_ones` are the keys, by model, of what anyone who is signed in sees."""
    circles = {one.circle for one in occasions if one.circle is not None}
    places: dict[int, Place] = {}
    knowing: set[tuple[int, int]] = set()
    for describe, insiders in _places if circles else ():
        places |= describe(circles)
        if hidden := {pk for pk, place in places.items() if place.is_hidden}:
            knowing |= set(insiders(set(people), hidden))
    return Surroundings(
        places,
        _themes_of(occasions),
        {(about, pk) for about, pks in open_ones.items() for pk in pks},
        knowing,
    )


def _themes_of(occasions: Collection[Any]) -> dict[About, Collection[str]]:
    found: dict[About, Collection[str]] = {}
    for about in {one.about for one in occasions} & _themes.keys():
        ids = {one.about_id for one in occasions if one.about == about}
        try:
            named = _themes[about](ids)
        except Exception:  # a mail without its themes is better than none
            log.exception("de thema's van %s zijn niet te zeggen", about)
            continue
        found |= {(about, pk): names for pk, names in named.items()}
    return found
