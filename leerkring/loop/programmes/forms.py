"""What a coordinator and a team fill in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import UploadedFile

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.loop.programmes.emphasis import BadEmphasis, EmphasisAdvice, EmphasisChoice, choose
from leerkring.loop.programmes.intake import HandedFile
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import may_be_followed
from leerkring.practice.scans.dimensions import Dimension

DATE = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class ProgrammeForm(forms.Form):
    name = LineField(
        label="Hoe heet het programma?",
        max_length=160,
        help_text="Bijvoorbeeld: Week van het Wijkteam, najaar.",
    )
    municipality = LineField(label="In welke gemeente?", max_length=120)
    starts_on = forms.DateField(label="Eerste dag", **DATE)
    ends_on = forms.DateField(label="Laatste dag", **DATE)
    follows = forms.ModelChoiceField(
        Programme.objects.none(),
        label="Volgt het op een eerder programma?",
        required=False,
        empty_label="Nee, dit is het eerste",
        help_text="Dan zie je na het sluiten wat er sinds de vorige ronde is veranderd.",
    )
    budget = forms.IntegerField(
        label="Budget voor scholing, in euro",
        min_value=0,
        max_value=100_000_000,
        initial=0,
        help_text="Weet je het nog niet? Vul dan 0 in.",
    )

    def __init__(self, *args: Any, person: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earlier = Programme.objects.none() if person is None else may_be_followed(person)
        if earlier.exists():
            self.fields["follows"].queryset = earlier
        else:
            del self.fields["follows"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        earlier = data.get("follows")
        place = str(earlier.municipality) if earlier else ""
        if earlier and place.casefold() != data.get("municipality", "").strip().casefold():
            self.add_error("follows", f"«{earlier}» was in een andere gemeente: {place}.")
        if "starts_on" in data and "ends_on" in data and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", "De laatste dag ligt vóór de eerste dag.")
        return data


class UploadForm(forms.Form):
    """A form with files that are read here and kept nowhere."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        most = settings.UPLOAD_LIMIT
        files = [name for name, one in self.fields.items() if isinstance(one, forms.FileField)]
        for name in files:
            upload: UploadedFile | None = data.get(name)
            if upload and upload.size and upload.size > most:
                self.add_error(name, f"Dit bestand is groter dan {most // 2**20} MB.")
        return data

    def handed(self, name: str) -> HandedFile | None:
        upload: UploadedFile | None = self.cleaned_data.get(name)
        return HandedFile(upload.name or name, upload.read()) if upload else None


class IntakeForm(UploadForm):
    teams = forms.FileField(
        label="Teams",
        help_text="CSV of XLSX met de kolommen team, organisatie, wijk, gemeente en leden.",
    )
    answers = forms.FileField(
        label="Antwoorden",
        help_text="Een export uit LimeSurvey, of CSV of XLSX met een kolom team en één kolom per "
        "stelling.",
    )
    districts = forms.FileField(
        label="Cijfers over wijken",
        required=False,
        help_text="Een bestand van CBS, bijvoorbeeld Kerncijfers wijken en buurten.",
    )
    instrument = forms.FileField(
        label="Eigen vragenlijst",
        required=False,
        help_text="CSV, een XLSForm of een .lss uit LimeSurvey. Geef je niets, dan gebruiken we de "
        "ingebouwde quickscan.",
    )


def whole_percents(weights: Mapping[Dimension, float]) -> dict[str, int]:
    """Shares in whole percents that add up to a hundred: who was cut off most goes up first."""
    shares = {dimension.value: int(100 * weight) for dimension, weight in weights.items()}
    cut_off = sorted(weights, key=lambda dimension: 100 * weights[dimension] % 1, reverse=True)
    for dimension in cut_off[: 100 - sum(shares.values())]:
        shares[dimension.value] += 1
    return shares


class OverruleForm(forms.Form):
    """Shares in whole percents that add up to a hundred, with a reason."""

    ik = forms.IntegerField(label="Ik (%)", min_value=0, max_value=100)
    wij = forms.IntegerField(label="Wij (%)", min_value=0, max_value=100)
    wijk = forms.IntegerField(label="Wijk (%)", min_value=0, max_value=100)
    reason = TextField(
        label="Waarom kiest het team hiervoor?",
        max_length=500,
        rows=3,
    )

    def __init__(self, *args: Any, advice: EmphasisAdvice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.advice = advice
        self.choice: EmphasisChoice | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        weights = {dimension: data[dimension.value] / 100 for dimension in Dimension}
        try:
            self.choice = choose(self.advice, weights, data["reason"])
        except BadEmphasis as fault:
            raise forms.ValidationError(list(fault.faults)) from fault
        return data


class PlanForm(forms.Form):
    """When and where a team meets, and who facilitates."""

    facilitator = forms.EmailField(label="E-mailadres van de gespreksleider", required=False)
    starts_at = forms.DateTimeField(
        label="Begint op",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    place = LineField(label="Plaats", required=False, max_length=160)

    def clean_facilitator(self) -> Any:
        email = self.cleaned_data["facilitator"]
        if not email:
            return None
        person = get_user_model().objects.filter(email__iexact=email, is_active=True).first()
        if person is None:
            raise forms.ValidationError("Er is geen account met dit e-mailadres.")
        return person
