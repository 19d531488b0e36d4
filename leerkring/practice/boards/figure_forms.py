"""Choosing figures for the welcome."""

from typing import Any

from django import forms

from leerkring.foundation.language.forms import LineField
from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.network.figures.models import Figure
from leerkring.practice.boards.figure_queries import areas, newest_of, value_of
from leerkring.practice.boards.models import Board

MOST = 4


class FiguresForm(forms.Form):
    """First an area, then up to four of its newest figures."""

    area = forms.ChoiceField(label="Van welke wijk?")
    figures = forms.MultipleChoiceField(
        label="Welke cijfers?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"Hoogstens {MOST}. Geen gekozen: dan staat er niets bij het welkom.",
    )

    def __init__(self, board: Board, data: Any = None, *, area: str = "") -> None:
        chosen = [str(pk) for pk in board.shown_figures.values_list("figure", flat=True)]
        super().__init__(data, initial={"area": area, "figures": chosen})
        self.names = dict(areas())
        area = (data.get("area", "") if data else area) or next(iter(self.names), "")
        self.rows: dict[str, Figure] = {str(row.pk): row for row in newest_of(area)}
        self.initial["area"] = area
        self.fields["area"].choices = list(self.names.items())
        self.fields["figures"].choices = [
            (pk, f"{DEFINITIONS[row.key].name}: {value_of(row)} ({row.period})")
            for pk, row in self.rows.items()
        ]

    def clean_figures(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["figures"]
        if len(chosen) > MOST:
            raise forms.ValidationError(f"Kies er hoogstens {MOST}.")
        return chosen

    def chosen(self) -> list[tuple[Figure, str]]:
        name = self.names[self.cleaned_data["area"]]
        return [(self.rows[pk], name) for pk in self.cleaned_data["figures"]]


class OwnFigureForm(forms.Form):
    """A figure of one's own; a pair when something stands opposite to it."""

    value = LineField(label="Het cijfer", max_length=30, help_text="Bijvoorbeeld: 12%")
    name = LineField(
        label="Wat is het?", max_length=120, help_text="Bijvoorbeeld: gezinnen met hulp in Zuid"
    )
    against = LineField(label="Tegenover welk cijfer?", max_length=30, required=False)
    against_name = LineField(label="Wat is dat?", max_length=120, required=False)
    definition = LineField(label="Wat betekent het precies?", max_length=300)
    measured = LineField(label="Van wanneer?", max_length=60, help_text="Een dag of een periode.")
    source = LineField(label="Waar komt het vandaan?", max_length=200)

    def __init__(self, board: Board, data: Any = None) -> None:
        super().__init__(data, auto_id="eigen_%s")
        self.board = board

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        if bool(found.get("against")) != bool(found.get("against_name")):
            missing = "against_name" if found.get("against") else "against"
            self.add_error(missing, "Vul bij «tegenover» allebei in: het cijfer en wat het is.")
        if self.board.own_figures.count() >= MOST:
            self.add_error(None, f"Er staan al {MOST} eigen cijfers. Haal er eerst een weg.")
        return found
