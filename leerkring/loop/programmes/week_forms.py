"""What a coordinator fills in about a week: half-days, tables, illness, a place for a team."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.foundation.tables.faults import BadTable, Fault
from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.table import Table
from leerkring.loop.programmes.models import HalfDay, Programme, WeekPerson
from leerkring.loop.programmes.week_actions import set_people, set_rooms, set_wishes
from leerkring.loop.programmes.week_files import read_people, read_rooms, read_wishes
from leerkring.loop.programmes.week_queries import DAYS, known_to, name_of
from leerkring.loop.programmes.week_tables_queries import people_text, rooms_text, wishes_text

MOST_DAYS = 31
TIME = {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}


class HalfDaysForm(forms.Form):
    """Which mornings and afternoons of the programme, and when they begin."""

    halves = forms.MultipleChoiceField(
        label="Dagdelen", widget=forms.CheckboxSelectMultiple, required=False
    )
    morning = forms.TimeField(label="Een ochtend begint om", initial=time(9), **TIME)
    afternoon = forms.TimeField(label="Een middag begint om", initial=time(13, 30), **TIME)

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = list(programme.half_days.all())
        every = sorted({*_days_to_choose(programme), *(half.day for half in chosen)})
        self.fields["halves"].choices = [
            (f"{day.isoformat()} {part}", f"{DAYS[day.weekday()]}{label} {day:%d-%m}")
            for day in every
            for part, label in HalfDay.Part.choices
        ]
        self.fields["halves"].initial = [f"{h.day.isoformat()} {h.part}" for h in chosen]
        for half in chosen:
            self.fields["afternoon" if half.part else "morning"].initial = half.starts_at

    def wanted(self) -> list[tuple[date, int, time]]:
        data = self.cleaned_data
        return [
            (date.fromisoformat(day), int(part), data["afternoon" if int(part) else "morning"])
            for day, part in (choice.split() for choice in data["halves"])
        ]


def _days_to_choose(programme: Programme) -> Iterator[date]:
    """Working days: of a long programme those of the month that lies ahead."""
    first, today = programme.starts_on, timezone.localdate()
    if first < today <= programme.ends_on:
        first = today
    for n in range(min((programme.ends_on - first).days + 1, MOST_DAYS)):
        day = first + timedelta(days=n)
        if day.weekday() < 5:
            yield day


class WeekTableForm(forms.Form):
    """Lines as typed or pasted, or a file instead."""

    lines = forms.CharField(
        label="Regels", required=False, widget=forms.Textarea(attrs={"rows": 9, "wrap": "off"})
    )
    file = forms.FileField(
        label="Of een bestand", required=False, help_text="CSV of XLSX met dezelfde kolommen."
    )

    def table(self) -> Table:
        """Raises BadTable."""
        file = self.cleaned_data["file"]
        if file:
            return read_table(file.read(), file.name, most_bytes=1_000_000)
        text = self.cleaned_data["lines"].strip()
        if not text:
            raise BadTable([Fault("de regels", None, None, "er staat niets in.")])
        return read_table(text.encode(), "de regels", most_bytes=1_000_000)


@dataclass(frozen=True)
class WeekPart:
    """One of the tables of a week: its words, what it reads with, and what keeps it."""

    title: str
    hint: str
    read: Callable[..., Any]
    keep: Callable[..., Any]
    text: Callable[[Programme], str]


PARTS = {
    "mensen": WeekPart(
        "Gespreksleiders en dagvoorzitters",
        "Eén regel per persoon. «Thuis in»: Ik, Wij, Wijk. «Hoogstens»: het aantal sessies; 0 voor "
        "wie alleen voorzit. «Kan niet»: dagdelen, zoals 23-11 ochtend.",
        read_people,
        set_people,
        people_text,
    ),
    "zalen": WeekPart(
        "Zalen",
        "Eén regel per zaal. Zonder aantal plaatsen past elk team erin.",
        read_rooms,
        set_rooms,
        rooms_text,
    ),
    "wensen": WeekPart(
        "Wensen van teams",
        "Alleen teams met een wens. «Liefst» telt mee, «kan niet» staat vast.",
        read_wishes,
        set_wishes,
        wishes_text,
    ),
}


def take_in_part(part: str, form: WeekTableForm, programme: Programme, *, by: Any) -> None:
    """Read a table and keep it, all or nothing. Raises BadTable."""
    table = form.table()
    place = table.column_index("e-mailadres")
    emails = [cells[place].strip().lower() for _, cells in table.rows] if place is not None else []
    PARTS[part].keep(programme, PARTS[part].read(table, known_to(programme, emails)), by=by)


class IllnessForm(forms.Form):
    """Who is ill, and when."""

    person = forms.ModelChoiceField(WeekPerson.objects.none(), label="Wie is ziek?")
    half_days = forms.ModelMultipleChoiceField(
        HalfDay.objects.none(),
        label="Op welke dagdelen?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Kies niets voor de hele week.",
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.halves = programme.half_days.all()
        self.fields["person"].queryset = programme.week_people.select_related("person")
        self.fields["half_days"].queryset = self.halves
        self.fields["half_days"].label_from_instance = name_of

    def chosen(self) -> list[HalfDay]:
        return list(self.cleaned_data["half_days"] or self.halves)


class MoveForm(forms.Form):
    """Where a team goes: «half-day room facilitator», of which each must be of the programme."""

    place = forms.RegexField(r"^\d{1,9} \d{1,9} \d{1,9}$")

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme

    def clean_place(self) -> dict[str, Any]:
        half_day, room, facilitator = map(int, self.cleaned_data["place"].split())
        found = {
            "half_day": self.programme.half_days.filter(pk=half_day).first(),
            "room": self.programme.week_rooms.filter(pk=room).first(),
            "facilitator": self.programme.week_people.filter(pk=facilitator).first(),
        }
        if None in found.values():
            raise forms.ValidationError("Deze plek is er niet meer.")
        return found
