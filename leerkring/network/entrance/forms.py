"""What people fill in at the door."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.entrance.mail_domains import read_domain
from leerkring.network.entrance.models import InvitationLink, JoinRequest
from leerkring.network.entrance.rules import leads_here


class AddressForm(forms.Form):
    """The first step for everybody who is new."""

    name = LineField(
        label="Je naam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="Voor- en achternaam, zoals collega's je kennen.",
        error_messages={"required": "Vul je naam in."},
    )
    email = forms.EmailField(
        label="Je e-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Liefst dat van je werk. We mailen je een code.",
        error_messages={"required": "Vul je e-mailadres in."},
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class CodeForm(forms.Form):
    code = forms.CharField(
        label="De code uit de mail",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "off"}),
        error_messages={"required": "Vul de code uit de mail in."},
    )


class RequestForm(ReadAloneMixin, forms.ModelForm):
    """Written by somebody without an account, and read by moderators only. Names are not asked
    about: a question about one would tell a stranger that somebody with that name takes part."""

    checked_fields = ("motivation",)
    knows_people = False
    motivation = TextField(
        label="Waarom wil je meedoen?",
        max_length=1000,
        rows=5,
        help_text="Een paar zinnen. Noem geen gegevens van gezinnen.",
        error_messages={"required": "Schrijf kort waarom je mee wilt doen."},
    )

    class Meta:
        model = JoinRequest
        fields = ["organisation", "motivation"]
        labels = {"organisation": "Waar werk je?"}
        field_classes = {"organisation": LineField}


class InvitationForm(ReadAloneMixin, forms.ModelForm):
    checked_fields = ("welcome",)

    class Meta:
        model = InvitationLink
        fields = ["name", "welcome", "next", "most", "until"]
        labels = {
            "name": "Waarvoor is de link?",
            "welcome": "Welkomstzin",
            "next": "Naar welke pagina leidt de link?",
            "most": "Hoeveel mensen mogen ermee binnenkomen?",
            "until": "Tot en met welke dag?",
        }
        help_texts = {
            "name": "Dit zien alleen moderatoren.",
            "welcome": "Deze zin staat bovenaan bij wie de link opent.",
            "next": "Een adres op deze site. «/» is de voorpagina.",
            "most": "Leeg: zoveel als willen.",
            "until": "Leeg: tot je de link intrekt.",
        }
        widgets = {"until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        field_classes = {"name": LineField, "welcome": LineField, "next": LineField}

    def clean_next(self) -> str:
        next_ = str(self.cleaned_data["next"])
        if not leads_here(next_):
            raise ValidationError("Kies een pagina op deze site, zoals «/werkgroepen/».")
        return next_

    def clean_most(self) -> Any:
        most = self.cleaned_data["most"]
        if most == 0:
            raise ValidationError("Zo komt niemand binnen. Laat leeg, of vul 1 of meer in.")
        return most

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError("Die dag is al voorbij.")
        return until


class DomainForm(forms.Form):
    domain = LineField(
        label="Domein",
        max_length=253,
        help_text="Wat achter de @ staat. Subdomeinen tellen niet mee.",
    )
    organisation = LineField(
        label="Van wie is het?",
        max_length=120,
        required=False,
        help_text="Deze naam staat op de pagina «Meedoen».",
    )

    def clean_domain(self) -> str:
        try:
            return read_domain(self.cleaned_data["domain"])
        except ValueError as fault:
            raise ValidationError(str(fault)) from fault


class DecisionForm(forms.Form):
    answer = LineField(
        label="Een zin erbij",
        max_length=300,
        required=False,
        help_text="Staat in de mail aan wie vroeg.",
    )
