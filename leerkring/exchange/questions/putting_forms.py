"""Putting a question to somebody: as who passes, and as who guides."""

from collections.abc import Collection
from typing import Any

from django import forms

from leerkring.exchange.questions.models import Appeal


class PassForm(forms.Form):
    """Not I: nobody asks why."""

    reply = forms.ChoiceField(choices=Appeal.Reply.choices[1:])
    suggested = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, people: Collection[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["suggested"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Dat weet ik niet"), *people]


class PutForm(forms.Form):
    """To one of these."""

    person = forms.TypedChoiceField(label="Wie weet dit?", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Collection[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = list(people)
