"""The fields of which the forms of posts are made."""

from dataclasses import replace
from typing import Any

from django import forms

from leerkring.exchange.posts.kinds import LONGEST_LINE, LONGEST_TEXT, Rung, Section, Wants
from leerkring.exchange.posts.richtext import clean
from leerkring.foundation.files.checking import Checked
from leerkring.foundation.files.forms import CheckedFileField
from leerkring.foundation.files.names import clean_name
from leerkring.foundation.language.forms import LineField

LONGEST_CAPTION, LONGEST_ALT, LONGEST_NAME = 200, 300, 120  # of what is said of a file


def words_of(name: str) -> str:
    """The name of a file in words, without its ending: what is looked over."""
    return " ".join(name.rpartition(".")[0].replace("_", " ").split())


def renamed(name: str, words: str) -> str:
    """`name` as its author wants it shown; the ending stays."""
    if words in ("", words_of(name)):
        return name
    return clean_name(words, name.rpartition(".")[2])


def named(file: Checked, words: str) -> Checked:
    return replace(file, name=renamed(file.name, words))


class RichField(forms.CharField):
    """A text with headings, lists and links; cleaned as it comes in."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 8, "data-rich": ""})
        super().__init__(max_length=LONGEST_TEXT, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        return clean(super().clean(value))


class HalfDone:
    """Says that a field has to be filled in at last, and takes it empty until then."""

    def validate(self, value: Any) -> None:
        return


class DraftLine(HalfDone, LineField):
    """A line of a draft."""


class DraftRich(HalfDone, RichField):
    """A rich text of a draft."""


class DateField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def section_field(section: Section, *, half_done: bool = False) -> forms.Field:
    """The field of a section; in a draft it may be empty, whatever it will need at last."""
    line, rich = (DraftLine, DraftRich) if half_done else (LineField, RichField)
    how: dict[str, Any] = {
        "label": section.label,
        "help_text": section.hint,
        "required": section.required,
    }
    return rich(**how) if section.rich else line(max_length=LONGEST_LINE, **how)


def file_fields() -> dict[str, forms.Field]:
    """A picture and another file, and what is said of them."""
    return {
        "picture": CheckedFileField(only={"afbeelding"}, label="Foto of tekening", required=False),
        "picture_alt": LineField(
            label="Wat is er op te zien?",
            required=False,
            max_length=LONGEST_ALT,
            help_text="Voor wie de foto niet kan zien. Hoort bij elke foto.",
        ),
        "picture_caption": LineField(
            label="Bijschrift bij de foto", required=False, max_length=LONGEST_CAPTION
        ),
        "attachment": CheckedFileField(
            only={"document", "tekst"},
            label="Bijlage",
            required=False,
            help_text="Wat ín een bestand staat, kijken wij niet na.",
        ),
        "attachment_name": LineField(
            label="Naam van de bijlage",
            required=False,
            max_length=LONGEST_NAME,
            help_text="Leeg laten: zoals het bestand nu heet.",
        ),
        "attachment_caption": LineField(
            label="Wat staat er in de bijlage?", required=False, max_length=LONGEST_CAPTION
        ),
    }


FACTS: dict[str, Any] = {
    "rung": lambda: forms.ChoiceField(
        label="Hoe ver is het?",
        required=False,
        choices=[(rung.value, f"{rung.label}: {rung.meaning}") for rung in Rung],
        widget=forms.RadioSelect,
    ),
    "recognition": lambda: forms.URLField(
        label="Officiële erkenning",
        required=False,
        max_length=LONGEST_LINE,
        assume_scheme="https",
        help_text="Een link, als het in een databank van erkende interventies staat.",
    ),
    "wants": lambda: forms.ChoiceField(
        label="Wat is het?",
        required=False,
        choices=[(wants.value, wants.label) for wants in Wants],
        widget=forms.RadioSelect,
    ),
    "expires_on": lambda: DateField(label="Mag hangen tot en met", required=False),
}
