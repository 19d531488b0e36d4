"""What people fill in about coming."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.attendance.models import GroupWish
from leerkring.practice.attendance.models.replies import MOST_GUESTS
from leerkring.practice.attendance.people_lines import PeopleList, read_lines, read_people
from leerkring.practice.meetings.models import Invitation

MOST_BYTES = 2_000_000
MOST_TABLES, MOST_ROUNDS = 100, 8


class ListForm(forms.Form):
    """Lines that were pasted, or a file; `people` is everybody in it, or nobody."""

    lines = TextField(
        label="Plak hier namen en adressen",
        required=False,
        max_length=200_000,
        rows=6,
        help_text="Eén mens per regel: naam, e-mailadres, organisatie. "
        "Een account hebben ze niet nodig.",
    )
    file = forms.FileField(
        label="Of kies een bestand",
        required=False,
        help_text="CSV of Excel, met de kolommen naam, e-mailadres en organisatie.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        try:
            data["people"] = self._read(data)
        except BadTable as bad:
            raise ValidationError([str(fault) for fault in bad.faults]) from bad
        return data

    def _read(self, data: dict[str, Any]) -> PeopleList:
        file = data.get("file")
        if file is None:
            return read_lines(data["lines"])
        return read_people(read_table(file.read(), file.name, most_bytes=MOST_BYTES))


class PlacesForm(forms.Form):
    places = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=10_000,
        required=False,
        help_text="Gasten tellen mee. Leeg: er is plaats voor iedereen.",
    )


class TapForm(forms.Form):
    id = forms.UUIDField(required=False)
    invitation = forms.UUIDField()
    guest = forms.IntegerField(min_value=0, max_value=MOST_GUESTS, required=False)
    is_here = forms.TypedChoiceField(
        choices=[("ja", "ja"), ("nee", "nee")], coerce=lambda value: value == "ja"
    )
    at = forms.FloatField(required=False)  # milliseconds, as phones count


class WalkInForm(forms.Form):
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = LineField(label="Naam", max_length=120)
    organisation = LineField(label="Organisatie", max_length=120, required=False)


class GroupsForm(forms.Form):
    tables = forms.IntegerField(label="Aantal tafels", min_value=1, max_value=MOST_TABLES)
    rounds = forms.IntegerField(label="Aantal rondes", min_value=1, max_value=MOST_ROUNDS)


class RenewForm(forms.Form):
    begun = forms.IntegerField(
        label="Hoeveel rondes zijn al begonnen?",
        min_value=0,
        max_value=MOST_ROUNDS,
        help_text="Ingevuld volgens de klok en het programma. Liep het anders, pas het dan aan.",
    )


class GroupWishForm(forms.Form):
    kind = forms.ChoiceField(label="Wat", choices=GroupWish.Kind.choices)
    one = forms.ModelChoiceField(label="Wie", queryset=Invitation.objects.none())
    other = forms.ModelChoiceField(
        label="Met wie", queryset=Invitation.objects.none(), required=False
    )
    table = forms.IntegerField(
        label="Aan tafel", min_value=1, max_value=MOST_TABLES, required=False
    )
    round_number = forms.IntegerField(
        label="In ronde",
        min_value=1,
        max_value=MOST_ROUNDS,
        required=False,
        help_text="Leeg: in elke ronde.",
    )

    def __init__(self, *args: Any, people: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for name in ("one", "other"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = people

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, pair = data.get("kind"), (GroupWish.Kind.TOGETHER, GroupWish.Kind.APART)
        if kind in pair and not data.get("other"):
            self.add_error("other", "Kies ook de ander.")
        elif kind in pair and data.get("one") == data.get("other"):
            self.add_error("other", "Kies twee verschillende mensen.")
        if kind == GroupWish.Kind.PINNED and not data.get("table"):
            self.add_error("table", "Kies een tafel.")
        return data

    def said(self) -> dict[str, Any]:
        """Only what belongs to the chosen kind."""
        data, kind = self.cleaned_data, self.cleaned_data["kind"]
        pinned = kind == GroupWish.Kind.PINNED
        return {
            "kind": kind,
            "one": data["one"],
            "other": data["other"] if kind in ("samen", "apart") else None,
            "table": data["table"] if pinned else None,
            "round_number": data["round_number"] if pinned else None,
        }
