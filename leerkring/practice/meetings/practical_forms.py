"""What people fill in about where a meeting is, and that it does not go on after all."""

from typing import Any

from django import forms

from leerkring.foundation.language.forms import LineField
from leerkring.practice.meetings.actions import Practical
from leerkring.practice.meetings.forms import ToldForm, area
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.told_queries import HOW_TO_GET_IN, WHERE


class PracticalForm(ToldForm):
    checked_fields = ("place", "address", "reachable")
    meant_kinds = {"place": HOW_TO_GET_IN, "address": WHERE, "reachable": HOW_TO_GET_IN}
    place = LineField(label="Plaats", max_length=160, required=False, help_text="Naam en zaal.")
    address = LineField(
        label="Adres",
        max_length=200,
        required=False,
        help_text="Straat, nummer en plaats: dan komt er een kaart bij.",
    )
    reachable = area(
        *("Bereikbaar en toegankelijk", 5, 2000),
        required=False,
        help_text="Halte, parkeren, fietsen; drempels, lift, toilet, ringleiding, een stille plek.",
    )
    places = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=2000,
        required=False,
        help_text="Leeg is zonder grens.",
    )
    guests_each = forms.IntegerField(
        label="Gasten per persoon",
        min_value=0,
        max_value=10,
        help_text="Wie zelf komt, mag zoveel anderen meenemen.",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial = {name: getattr(meeting, name) for name in self.fields}
        self.accepted_texts = {name: self.initial[name] for name in self.checked_fields}

    def practical(self) -> Practical:
        return Practical(**self.cleaned_data)


class CancelForm(ToldForm):
    checked_fields = ("reason",)
    reason = LineField(
        label="Waarom gaat het niet door?",
        max_length=300,
        help_text="Iedereen die van de bijeenkomst weet, leest dit.",
    )
