"""What a session takes in."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.practice.gatherings.models import Photo, Quote


class WrittenText(TextField):
    """A browser sends every line break as two signs: here it is one, as it was typed and as it is
    counted; and a sign of old that stands for one alone is one too."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r", "\n")


class NoteForm(forms.Form):
    """A note as it was typed, the revision it started from, and a key made on the device."""

    text = WrittenText(label="Tekst", required=False, max_length=20_000, strip=False)
    base = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    save_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_save_id(self) -> uuid.UUID:
        return self.cleaned_data["save_id"] or uuid.uuid4()


class EntryForm(forms.Form):
    """Anything that is added to a session once; `entry_id` is made on the device."""

    entry_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_entry_id(self) -> uuid.UUID:
        return self.cleaned_data["entry_id"] or uuid.uuid4()


class QuoteForm(EntryForm):
    text = WrittenText(label="Citaat", max_length=4000, rows=2)
    speaker = LineField(
        label="Wie zei dit?",
        required=False,
        max_length=Quote._meta.get_field("speaker").max_length,
        help_text="Een rol of een voornaam, zoals diegene het zelf wil.",
    )


class CommitmentForm(EntryForm):
    text = LineField(label="Vanaf morgen …", max_length=500)
    who = LineField(label="Wie?", required=False, max_length=120)
    look_back_on = forms.DateField(
        label="Terugkijken op",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class WishForm(forms.Form):
    competences = forms.MultipleChoiceField(
        label="Waar wil het team scholing in?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: object, competences: tuple[str, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competences"].choices = [(name, name) for name in competences]


class PhotoForm(forms.ModelForm):
    image = forms.FileField(
        label="Foto",
        help_text="JPEG of PNG. Plaats, tijd en toestel worden uit de foto gehaald.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Photo
        fields = ["alt", "caption"]
        field_classes = {"alt": LineField, "caption": LineField}
        help_texts = {
            "alt": "Vertel wat er te zien is, voor wie de foto niet kan zien.",
        }

    field_order = ["image", "alt", "caption"]

    def clean_image(self) -> UploadedFile:
        image: UploadedFile = self.cleaned_data["image"]
        if image.size and image.size > settings.UPLOAD_LIMIT:
            most = settings.UPLOAD_LIMIT // 2**20
            raise forms.ValidationError(f"Deze foto is groter dan {most} MB. Kies een kleinere.")
        return image
