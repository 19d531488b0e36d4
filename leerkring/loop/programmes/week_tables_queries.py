"""The tables of a week as text, as they are typed: what is known now, to be changed."""

from collections.abc import Iterable

from leerkring.loop.programmes.models import HalfDay, Programme, TeamWish
from leerkring.loop.programmes.week_files import PEOPLE, ROOMS, WISHES


def people_text(programme: Programme) -> str:
    people = programme.week_people.exclude(person=None).select_related("person", "organisation")
    return _text(
        PEOPLE,
        (
            (
                getattr(one.person, "email", ""),
                ", ".join(one.skills),
                str(one.most),
                _codes(one.away.all()),
                "ja" if one.chairs else "nee",
                str(one.organisation or ""),
            )
            for one in people.prefetch_related("away")
        ),
    )


def rooms_text(programme: Programme) -> str:
    rooms = programme.week_rooms.prefetch_related("away")
    return _text(
        ROOMS,
        ((r.name, str(r.seats or ""), r.district, _codes(r.away.all())) for r in rooms),
    )


def wishes_text(programme: Programme) -> str:
    wishes = TeamWish.objects.filter(participation__programme=programme)
    wishes = wishes.select_related("participation__team").prefetch_related("prefers", "cannot")
    return _text(
        WISHES,
        (
            (w.participation.team.name, _codes(w.prefers.all()), _codes(w.cannot.all()))
            for w in wishes.order_by("participation__team__name")
        ),
    )


def _codes(halves: Iterable[HalfDay]) -> str:
    return ", ".join(half.code for half in halves)


def _text(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("; ".join(_cell(cell) for cell in row) for row in (header, *rows)) + "\n"


def _cell(text: str) -> str:
    """Quoted where it holds what would end the cell."""
    return '"' + text.replace('"', '""') + '"' if set(text) & set('";\n') else text
