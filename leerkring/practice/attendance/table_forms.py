"""What a table writes down, and how many tables there are."""

from typing import Any

from django import forms

from leerkring.foundation.language.forms import LineField
from leerkring.foundation.language.turning import without_turning
from leerkring.practice.attendance.forms import MOST_TABLES
from leerkring.practice.attendance.models.tables import MOST_SIGNS

EMPTY = "Schrijf eerst iets op."


class LineForm(forms.Form):
    """A line. What is too long comes back whole, to be made shorter by who wrote it."""

    id = forms.UUIDField(error_messages={"required": "Laad de pagina opnieuw."})
    round = forms.IntegerField(min_value=1, max_value=999)
    text = LineField(error_messages={"required": EMPTY})

    def clean_text(self) -> str:
        text = " ".join(without_turning(self.cleaned_data["text"]).split())
        if len(text) > MOST_SIGNS:
            raise forms.ValidationError(
                f"Dit zijn {len(text)} tekens; er passen er {MOST_SIGNS} in. Maak er twee van."
            )
        if not text:
            raise forms.ValidationError(EMPTY)
        return text


class TablesForm(forms.Form):
    tables = forms.IntegerField(label="Aantal tafels", min_value=1, max_value=MOST_TABLES)

    def __init__(self, *args: Any, tables: int = 0, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial = {"tables": tables}
