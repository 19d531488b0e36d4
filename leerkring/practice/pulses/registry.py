"""Around what people can be asked: rooms above say so in their `apps.py`.

Who leads it too, and what they do when one closes, they say there as well:
register_leaders(lambda person: Session.objects.filter(participation__programme__in=…))
register_closing(tell_editors)
register_choosing(what_is_told_of_it_is_read_again)
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet

from leerkring.practice.pulses.wordings import SubjectWords

Rows = Callable[[Any], QuerySet[Any]]
Closing = Callable[[Any], None]
Choosing = Callable[[Any], None]


def never(row: Any) -> None:
    return None


def always(row: Any) -> bool:
    return True


@dataclass(frozen=True)
class Subject:
    """One model: small scans can be held around each of its rows, which have a whole number as key.

    key       how it is called in addresses
    led_by    the rows that a person leads: asks, closes, reads open answers, replies
    read_by   the rows of which a person may read what was released
    people    the people it is about (`Person`): told of the effect question
    runs      whether somebody leads a row by what the row itself says, without asking the database
    around    those whose names are covered in open answers; more than `people` is fine
    url       where the row stands
    title     what it is called, as the rest of «Terugblik, …»
    begins    when it begins; None when there is no one moment. Then it can be asked again and again
    size      how many people may answer, where that is known
    is_open   whether anybody may still be asked
    circle    number of the circle in which it stands, for who made that circle silent
    """

    model: type[Model]
    key: str
    words: SubjectWords
    led_by: Rows
    read_by: Rows
    people: Rows
    around: Rows | None = None
    runs: Callable[[Any, Any], bool] = field(default=lambda row, person: False)
    url: Callable[[Any], str] = field(default=lambda row: row.get_absolute_url())
    title: Callable[[Any], str] = str
    begins: Callable[[Any], datetime | None] = never
    size: Callable[[Any], int | None] = never
    is_open: Callable[[Any], bool] = always
    circle: Callable[[Any], int | None] = never

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def rows_led_by(self, person: Any) -> QuerySet[Any]:
        """Its rows that this person leads, also by what rooms above say."""
        rows: QuerySet[Any] = self.model._default_manager.all()
        if not person.is_authenticated:
            return rows.none()
        among = Q(pk__in=self.led_by(person).values("pk"))
        for leaders in _leaders:
            if (found := leaders(person)).model is self.model:
                among |= Q(pk__in=found.values("pk"))
        return rows.filter(among)

    def names_around(self, row: Any) -> frozenset[str]:
        """Names of who has to do with it, whole and the first name."""
        people = (self.around or self.people)(row).exclude(name="")
        return frozenset(part for person in people for part in (person.name, person.first_name))


_subjects: dict[str, Subject] = {}
_leaders: list[Rows] = []
_closings: list[Closing] = []
_choosings: list[Choosing] = []


def register(subject: Subject) -> None:
    _subjects[subject.label] = subject


def register_leaders(leaders: Rows) -> None:
    """`leaders(person)` gives the rows of one model that this person leads too."""
    if leaders not in _leaders:
        _leaders.append(leaders)


def register_closing(closing: Closing) -> None:
    """`closing(pulse)` is called once, in the transaction in which a pulse closes."""
    if closing not in _closings:
        _closings.append(closing)


def closings() -> list[Closing]:
    return list(_closings)


def register_choosing(choosing: Choosing) -> None:
    """`choosing(pulse)` is called in the transaction in which somebody chose which open answers may
    be told: one that could be told may be kept back now."""
    if choosing not in _choosings:
        _choosings.append(choosing)


def choosings() -> list[Choosing]:
    return list(_choosings)


def subjects() -> list[Subject]:
    return list(_subjects.values())


def subject_of(label: str) -> Subject:
    """Raises KeyError for a model that nobody registered."""
    return _subjects[label]


def subject_with_key(key: str) -> Subject | None:
    return next((subject for subject in _subjects.values() if subject.key == key), None)
