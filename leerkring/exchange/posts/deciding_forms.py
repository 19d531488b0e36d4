"""What people fill in to let a post go out, take it back, or tell what they made of it."""

from typing import Any

from django import forms
from django.utils import timezone

from leerkring.exchange.posts.forms import LineField
from leerkring.exchange.posts.models import Trial
from leerkring.exchange.posts.redaction import SHORTEST


class PublishForm(forms.Form):
    """Now, or later."""

    publish_at = forms.DateTimeField(
        label="Later uitbrengen, op",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Leeg laten: het komt meteen uit.",
    )

    def clean_publish_at(self) -> Any:
        moment = self.cleaned_data["publish_at"]
        if moment is not None and moment <= timezone.now():
            raise forms.ValidationError("Kies een moment dat nog komt, of laat het leeg.")
        return moment


class ReasonForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300)


class RetractForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300, required=False)


class RedactForm(ReasonForm):
    passage = forms.CharField(
        label="Welke passage moet weg?",
        min_length=SHORTEST,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Neem de woorden precies over. We bewaren niet wat er stond.",
    )
    field_order = ["passage", "reason"]


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label="Wat kan de schrijver nog doen?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TrialForm(forms.ModelForm):
    class Meta:
        model = Trial
        fields = ["where", "outcome", "changed", "came_of_it"]
        labels = {
            "where": "Waar?",
            "outcome": "Hoe ging het?",
            "changed": "Wat deden jullie anders?",
            "came_of_it": "Wat kwam ervan?",
        }
        help_texts = {"where": "Je team, school of organisatie."}
        widgets = {
            "outcome": forms.RadioSelect(choices=Trial.Outcome.choices),
            "changed": forms.Textarea(attrs={"rows": 3}),
            "came_of_it": forms.Textarea(attrs={"rows": 3}),
        }
