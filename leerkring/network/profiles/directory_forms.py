"""Looking for people in the list."""

from dataclasses import replace
from typing import Any

from django import forms

from leerkring.network.profiles.directory_queries import Sought
from leerkring.network.profiles.forms import SearchForm
from leerkring.network.themes.queries import theme_at


class DirectoryForm(SearchForm):
    """By name and work in one field, and by theme: who knows of it, or who follows it."""

    volgt = forms.ChoiceField(label="Volgt het thema", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["q"].label = "Naam, functie of organisatie"
        knows, follows = self.fields["thema"], self.fields["volgt"]
        assert isinstance(knows, forms.ChoiceField) and isinstance(follows, forms.ChoiceField)
        follows.choices = knows.choices  # one look at the themes for both

    def sought(self) -> Sought:
        sought = super().sought()
        slug = self.cleaned_data.get("volgt", "")
        theme = theme_at(slug) if slug else None
        return replace(sought, follows=theme.pk if theme else None)
