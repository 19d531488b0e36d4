"""What a session takes in."""

import uuid

from django import forms

from leerkring.practice.gatherings.models import Photo, Quote


class NoteForm(forms.Form):
    """A note as it was typed, the revision it started from, and a key made on the device."""

    text = forms.CharField(required=False, max_length=20_000, strip=False)
    base = forms.IntegerField(min_value=0)
    save_id = forms.UUIDField(required=False)

    def clean_save_id(self) -> uuid.UUID:
        return self.cleaned_data["save_id"] or uuid.uuid4()


class EntryForm(forms.Form):
    """Anything that is added to a session once; `entry_id` is made on the device."""

    entry_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_entry_id(self) -> uuid.UUID:
        return self.cleaned_data["entry_id"] or uuid.uuid4()


class QuoteForm(EntryForm):
    text = forms.CharField(
        label="Citaat", max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )
    speaker = forms.CharField(
        label="Wie zei dit?",
        required=False,
        max_length=Quote._meta.get_field("speaker").max_length,
        help_text="Een rol of een voornaam, zoals diegene het zelf wil.",
    )


class CommitmentForm(EntryForm):
    text = forms.CharField(label="Vanaf morgen …", max_length=500)
    who = forms.CharField(label="Wie?", required=False, max_length=120)
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
        help_texts = {
            "alt": "Vertel wat er te zien is, voor wie de foto niet kan zien.",
        }

    field_order = ["image", "alt", "caption"]
