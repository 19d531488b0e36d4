"""What somebody asks of the search page, and words that mean the same."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.foundation.language.forms import LineField
from leerkring.foundation.language.turning import without_turning
from leerkring.foundation.search.asking import LONGEST_QUESTION
from leerkring.foundation.search.lexemes import stems
from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.registry import choices_of, searchables

PERIODS = {"week": 7, "maand": 31, "halfjaar": 183, "jaar": 366}
MOST_MEMBERS, LONGEST_MEMBER = 12, 5


class SearchForm(forms.Form):
    """Everything may be left out. What is not understood narrows nothing."""

    q = LineField(label="Waar zoek je naar?", required=False)
    soort = forms.MultipleChoiceField(
        label="Soort", required=False, widget=forms.CheckboxSelectMultiple
    )
    thema = forms.TypedChoiceField(label="Thema", required=False, coerce=int, empty_value=None)
    kring = forms.TypedChoiceField(label="Kring", required=False, coerce=int, empty_value=None)
    periode = forms.ChoiceField(
        label="Periode",
        required=False,
        choices=[
            ("", "Altijd"),
            ("week", "Afgelopen week"),
            ("maand", "Afgelopen maand"),
            ("halfjaar", "Afgelopen half jaar"),
            ("jaar", "Afgelopen jaar"),
        ],
    )
    volgorde = forms.ChoiceField(
        label="Volgorde", required=False, choices=[("", "Beste eerst"), ("nieuw", "Nieuwste eerst")]
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="zoek-%s", **kwargs)
        kinds = {kind.kind: kind.label for kind in searchables()}
        self.fields["soort"].choices = list(kinds.items())
        for name, source, nothing in (
            ("thema", "themes", "Alle thema's"),
            ("kring", "circle", "Alle kringen"),
        ):
            offered = choices_of(source, person)
            if offered:
                self.fields[name].choices = [("", nothing), *offered]
            else:
                del self.fields[name]
        self.fields["q"].widget.attrs |= {"type": "search", "maxlength": LONGEST_QUESTION}

    def asked(self) -> dict[str, Any]:
        """The arguments of `queries.search`."""
        self.is_valid()
        chosen = self.cleaned_data
        theme = chosen.get("thema")
        return {
            "words": without_turning(chosen.get("q") or "")[:LONGEST_QUESTION],
            "kinds": chosen.get("soort") or (),
            "themes": (theme,) if theme else (),
            "circle": chosen.get("kring"),
            "since": _since(chosen.get("periode") or ""),
            "order": "newest" if chosen.get("volgorde") else "best",
        }


def _since(period: str) -> datetime | None:
    return timezone.now() - timedelta(days=PERIODS[period]) if period in PERIODS else None


class SynonymForm(forms.ModelForm):
    class Meta:
        model = SynonymGroup
        fields = ("words",)
        field_classes = {"words": LineField}

    def clean_words(self) -> str:
        words = self.cleaned_data["words"]
        members = list(dict.fromkeys(" ".join(part.split()) for part in words.split(",")))
        members = [member for member in members if stems(member)]
        if len(members) < 2:
            raise ValidationError("Geef minstens twee woorden, met een komma ertussen.")
        if len(members) > MOST_MEMBERS:
            raise ValidationError(f"Geef hoogstens {MOST_MEMBERS} woorden in één groep.")
        long = [member for member in members if len(stems(member)) > LONGEST_MEMBER]
        if long:
            raise ValidationError(
                f"«{long[0]}» is te lang: hoogstens {LONGEST_MEMBER} woorden tussen twee komma's."
            )
        return ", ".join(members)
