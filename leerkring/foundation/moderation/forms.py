"""What somebody flags, and what a moderator decides."""

from typing import Any

from django import forms

from leerkring.foundation.language.forms import TextField
from leerkring.foundation.moderation.models import Flag, Outcome
from leerkring.foundation.moderation.redaction import SHORTEST

BY_HAND = (Outcome.STAYS, Outcome.HIDDEN, Outcome.ADAPTED)
TO_WRITER = "Zeg vriendelijk wat hier niet kan, en waarom. Noem niemand die het meldde."


class FlagForm(forms.Form):
    reason = forms.ChoiceField(
        label="Wat is er aan de hand?",
        choices=Flag.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er aan de hand is."},
    )
    text = TextField(
        label="Wil je dat uitleggen?",
        help_text="Alleen de moderatoren lezen dit.",
        max_length=500,
        required=False,
        rows=3,
    )


def to_writer(**more: Any) -> TextField:
    return TextField(label="Bericht aan de schrijver", max_length=500, rows=3, **more)


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Wat besluit je?",
        choices=[choice for choice in Outcome.choices if choice[0] in BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat je besluit."},
    )
    message = TextField(
        label="Bericht aan wie het meldde",
        help_text="Zeg kort waarom. De schrijver leest dit niet.",
        max_length=500,
        rows=3,
        error_messages={"required": "Schrijf waarom. Wie het meldde, leest het."},
    )
    to_writer = to_writer(
        required=False,
        help_text=f"{TO_WRITER} Blijft het staan, dan hoort de schrijver niets.",
    )

    def __init__(self, *args: Any, has_writer: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_writer:
            del self.fields["to_writer"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        stays = data.get("outcome", Outcome.STAYS) == Outcome.STAYS
        if "to_writer" in self.fields and not stays and not data.get("to_writer"):
            self.add_error("to_writer", "De schrijver hoort ervan. Schrijf waarom.")
        return data


class ReasonForm(forms.Form):
    """Why something that another wrote goes: they read it."""

    why = to_writer(help_text=TO_WRITER)


class RedactForm(ReasonForm):
    passage = forms.CharField(
        label="Welke passage moet weg?",
        min_length=SHORTEST,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Neem de woorden precies over. We bewaren niet wat er stond.",
        error_messages={"required": "Neem de woorden over die weg moeten."},
    )
    field_order = ["passage", "why"]

    def clean_passage(self) -> str:
        passage: str = self.cleaned_data["passage"]
        if len("".join(passage.split())) < SHORTEST:
            raise forms.ValidationError("Neem minstens twee tekens.")
        return passage
