"""What somebody flags, and what a moderator decides."""

from django import forms

from leerkring.foundation.moderation.models import Flag, Outcome

OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.GONE]


class FlagForm(forms.Form):
    reason = forms.ChoiceField(
        label="Wat is er aan de hand?", choices=Flag.Reason.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Wil je dat uitleggen?",
        help_text="Mag leeg blijven. Alleen de moderatoren lezen dit.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label="Wat besluit je?", choices=OUTCOMES, widget=forms.RadioSelect)
    message = forms.CharField(
        label="Bericht aan wie het meldde",
        help_text="Zeg kort waarom. De schrijver leest dit niet.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
