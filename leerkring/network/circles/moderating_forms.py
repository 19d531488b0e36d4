"""What a moderator fills in about a circle."""

from django import forms

from leerkring.foundation.language.forms import LineField


class TakeoverForm(forms.Form):
    reason = LineField(
        label="Waarom neem je de groep over?",
        max_length=250,
        help_text="Iedereen in de groep leest dit, met je naam erbij.",
    )
