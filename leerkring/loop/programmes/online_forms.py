"""What a coordinator fills in to have a round answered online."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.foundation.language.forms import TextField
from leerkring.loop.programmes.forms import DATE, UploadForm
from leerkring.practice.instruments.queries import choosable_instruments
from leerkring.practice.scans.models import InstrumentVersion

FILES = "CSV, een XLSForm of een .lss uit LimeSurvey."


class OnlineForm(UploadForm):
    """A round that people answer online, with one instrument: chosen, handed over, or built in."""

    teams = forms.FileField(
        label="Teams",
        help_text="CSV of XLSX met de kolommen team, organisatie, wijk, gemeente en leden.",
    )
    people = forms.FileField(
        label="Mensen",
        required=False,
        help_text="CSV of XLSX met de kolommen team en e-mail: één rij per persoon. Geef je niets, "
        "dan vragen we wie op dit platform lid is van deze teams.",
    )
    until = forms.DateField(
        label="Tot en met welke dag kan iemand antwoorden?",
        help_text="Twee tot drie weken werkt meestal goed.",
        **DATE,
    )
    welcome = TextField(
        label="Een paar zinnen van jou",
        required=False,
        max_length=1500,
        rows=4,
        help_text="Staat in de mail en bij het begin van de vragenlijst.",
    )
    version = forms.ModelChoiceField(
        InstrumentVersion.objects.none(),
        label="Vragenlijst",
        required=False,
        empty_label="De ingebouwde quickscan",
        help_text="Versies die op dit platform zijn gepubliceerd en nog in gebruik zijn.",
    )
    instrument = forms.FileField(
        label="Eigen vragenlijst",
        required=False,
        help_text=f"{FILES} Geef je niets, dan gebruiken we de vragenlijst die hierboven staat.",
    )
    field_order = ["teams", "people", "until", "welcome", "version", "instrument"]

    def __init__(self, *args: Any, before: Any | None = None, **kwargs: Any) -> None:
        """`before`: the programme that this one follows, whose teams are known."""
        super().__init__(*args, **kwargs)
        if before is not None:
            self.fields["teams"].required = False
            self.fields[
                "teams"
            ].help_text += f" Geef je niets, dan doen de teams van «{before}» mee."
        known = choosable_instruments()
        if known.exists():
            self.fields["version"].queryset = known
        else:
            del self.fields["version"]
            without = "Geef je niets, dan gebruiken we de ingebouwde quickscan."
            self.fields["instrument"].help_text = f"{FILES} {without}"

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError("Kies een dag na vandaag.")
        return until

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("version") and data.get("instrument"):
            self.add_error("instrument", "Kies een vragenlijst of geef er een, niet allebei.")
        return data
