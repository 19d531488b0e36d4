"""What an editor of instruments fills in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from leerkring.foundation.language.forms import LineField
from leerkring.practice.scans.instrument_files import LONGEST_NAME
from leerkring.practice.scans.languages import CHOICES, OWN


class BeginForm(forms.Form):
    name = LineField(label="Hoe heet de vragenlijst?", max_length=LONGEST_NAME)
    language = forms.ChoiceField(
        label="In welke taal staan de stellingen?", choices=CHOICES, initial=OWN
    )


class TranslateForm(forms.Form):
    language = forms.ChoiceField(label="Naar welke taal?", choices=())

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, name) for code, name in CHOICES if code != source]


class RetireForm(forms.Form):
    reason = LineField(
        label="Waarom gaat deze versie uit gebruik?",
        max_length=300,
        help_text="Iedereen die de vragenlijst bekijkt, leest dit. Noem geen personen.",
    )


class ImportForm(forms.Form):
    file = forms.FileField(
        label="Bestand",
        help_text="Een vragenlijst uit LimeSurvey (.lss), een XLSForm (.xlsx) of een CSV met de "
        "kolommen code, dimensie, competentie, stelling, omgekeerd, laag, hoog en doel.",
    )

    def clean_file(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["file"]
        most = settings.UPLOAD_LIMIT
        if upload.size and upload.size > most:
            raise forms.ValidationError(f"Dit bestand is groter dan {most // 2**20} MB.")
        return upload


def base_in(post: Mapping[str, str]) -> int:
    """How often the draft had been saved when the page was opened; -1 when it does not say."""
    text = post.get("base", "")
    return int(text) if len(text) <= 9 and text.isascii() and text.isdigit() else -1
