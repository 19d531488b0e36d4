"""What a moderator fills in about a circle."""

from django import forms

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField


class TakeoverForm(ReadAloneMixin, forms.Form):
    """Read by everybody in the circle, as long as it is kept."""

    checked_fields = ("reason",)
    reason = LineField(
        label="Waarom neem je de groep over?",
        max_length=250,
        help_text="Iedereen in de groep leest dit, met je naam erbij.",
    )
