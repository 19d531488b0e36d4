"""Where every room says what it tells about, in its `notices.py`, which is read at start:

register(Event("questions.answered", "Een antwoord op je vraag", "Vragen", mail=DIRECT))
register_visible(Question, lambda person, ids: set(…))
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from leerkring.foundation.notifications.frequency import Frequency

# The ids are those of `about_id`: text.
Visible = Callable[[Any, set[str]], Iterable[Any]]
Everybody = Callable[[set[str]], Iterable[Any]]
Circles = Callable[[Any], Iterable[tuple[int, str]]]


@dataclass(frozen=True)
class Event:
    """A kind of thing that people are told about.

    key       "room.what", never changed once it is in use
    label     what it is, in Dutch: «Een antwoord op een vraag die je volgt»
    group     heading on the page with settings and in a digest: «Vragen»
    mail      how often by mail, for who did not choose
    site      on the page with notices, for who did not choose
    personal  meant for this one person (an answer, a mention, a question routed to them): it
              appears on the site even when the circle is silent
    """

    key: str
    label: str
    group: str
    mail: Frequency = Frequency.WEEKLY
    site: bool = True
    personal: bool = False


class UnknownEvent(LookupError):
    """A notice of something that no room has registered."""


class NoVisibleRule(LookupError):
    """A notice about a model of which no room says who may see it."""


log = logging.getLogger(__name__)
_events: dict[str, Event] = {}
_visible: dict[str, Visible] = {}
_everybody: dict[str, Everybody] = {}
_circles: list[Circles] = []


def register(event: Event) -> None:
    _events[event.key] = event


def register_visible(model: Any, visible: Visible, everybody: Everybody | None = None) -> None:
    """`visible(person, ids)` gives those of the `ids` (text) that this person may see now.

    It may give numbers or text. It is asked for every page and every mail, with all ids at once.
    `everybody(ids)`, where a room can say it, gives those that anyone who is signed in may see
    now, whoever they are: when many mails are written it is asked once for all of them.
    """
    _visible[model._meta.label_lower] = visible
    _everybody.pop(model._meta.label_lower, None)
    if everybody is not None:
        _everybody[model._meta.label_lower] = everybody


def register_circles(circles: Circles) -> None:
    """`circles(person)` gives (id, name) of each circle whose loudness this person can set."""
    _circles[:] = [circles]


def events() -> list[Event]:
    """Every event, by group and label."""
    return sorted(_events.values(), key=lambda event: (event.group, event.label))


def event_named(key: str) -> Event:
    """Raises UnknownEvent."""
    if key not in _events:
        raise UnknownEvent(f"no event {key!r}: register it in the room's notices.py")
    return _events[key]


def label_of(key: str) -> tuple[str, str]:
    """(group, label) for readers; an event that is no longer told about has no label."""
    event = _events.get(key)
    return (event.group, event.label) if event else ("Overig", "")


def visible_rule(about: str) -> Visible:
    """Raises NoVisibleRule."""
    if about not in _visible:
        raise NoVisibleRule(f"who may see a {about}? register_visible in the room's notices.py")
    return _visible[about]


def seen_by(person: Any, about: str, ids: set[str]) -> set[str]:
    """Which of these rows this person may see now. Of a model that no room here speaks for, such
    as one that was written by another version of the site, nobody sees any."""
    try:
        rule = visible_rule(about)
    except NoVisibleRule as fault:
        log.warning("Meldingen die niemand ziet: %s", fault)
        return set()
    return {str(found) for found in rule(person, ids)}


def seen_by_everybody(about: str, ids: set[str]) -> set[str]:
    """Those of which a room says that anyone who is signed in sees them; none where none says."""
    everybody = _everybody.get(about)
    return {str(found) for found in everybody(ids)} & ids if everybody else set()


def circles_of(person: Any) -> list[tuple[int, str]]:
    return [(pk, name) for circles in _circles for pk, name in circles(person)]
