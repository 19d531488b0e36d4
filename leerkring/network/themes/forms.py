"""Choosing themes, for rooms above; and what a moderator fills in about one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.turning import without_turning
from leerkring.network.themes.actions import refuse_taken
from leerkring.network.themes.models import Theme, ThemeName, folded

MOST_SYNONYMS = 30


class FoldedChoices(forms.CheckboxSelectMultiple):
    """Check boxes behind one line, as sixteen stand in the way of what comes after them.

    Says what is chosen in the line that opens it; open when something is wrong with it.
    """

    template_name = "themes/widgets/folded.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        widget = context["widget"]
        rows = [option for _, options, _ in widget["optgroups"] for option in options]
        widget["chosen"] = [str(row["label"]) for row in rows if row["selected"]]
        widget["is_open"] = widget["attrs"].get("aria-invalid") == "true"
        return context


class ThemesField(forms.ModelMultipleChoiceField):
    """Check boxes with every living theme, folded."""

    widget = FoldedChoices

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": "Thema's", "required": False, **kwargs}
        super().__init__(Theme.objects.current(), **kwargs)


class ThemeForm(ReadAloneMixin, forms.Form):
    """A theme in the hands of a moderator. Raises no surprises later: names are checked here."""

    checked_fields = ("name", "description", "synonyms")
    name = LineField(label="Naam", max_length=80)
    description = TextField(
        label="Waar gaat het over?",
        max_length=600,
        required=False,
        rows=3,
    )
    synonyms = TextField(
        label="Andere woorden voor hetzelfde",
        max_length=3000,
        required=False,
        rows=4,
        help_text="Eén per regel. Wie zo'n woord zoekt of intikt, komt bij dit thema.",
    )

    def __init__(self, *args: Any, theme: Theme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme = theme
        if theme is not None:
            words = theme.names.filter(kind=ThemeName.Kind.SYNONYM)
            self.accepted_texts = {
                "name": theme.name,
                "description": theme.description,
                "synonyms": "\n".join(words.values_list("name", flat=True)),
            }
            self.initial = {} if self.is_bound else dict(self.accepted_texts)

    def clean_synonyms(self) -> list[str]:
        return self._words_in(self.cleaned_data["synonyms"])

    def _words_in(self, text: str) -> list[str]:
        lines = without_turning(text).splitlines()
        words = {folded(line): " ".join(line.split()) for line in lines if line.strip()}
        if any(len(word) > 80 for word in words.values()):
            raise ValidationError("Een woord is hoogstens 80 tekens lang.")
        if len(words) > MOST_SYNONYMS:
            raise ValidationError(f"Hoogstens {MOST_SYNONYMS} andere woorden.")
        return list(words.values())

    def _values(self) -> dict[str, Any]:
        """To be looked over the words are a text again, one on a line."""
        values = super()._values()
        return values | {"synonyms": "\n".join(values["synonyms"] or ())}

    def _put_in_place(self, name: str, text: str) -> None:
        super()._put_in_place(name, text)
        if name == "synonyms":
            try:
                self.cleaned_data[name] = self._words_in(text)
            except ValidationError as fault:
                self.add_error(name, fault)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        refuse_taken([name], of=self.theme)
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        own = folded(data.get("name", ""))
        data["synonyms"] = [word for word in data.get("synonyms", []) if folded(word) != own]
        try:
            refuse_taken(data["synonyms"], of=self.theme)
        except ValidationError as fault:
            self.add_error("synonyms", fault)
        return data


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(Theme.objects.none(), label="Voeg samen met", empty_label=None)

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Theme.objects.current().exclude(pk=theme.pk)
