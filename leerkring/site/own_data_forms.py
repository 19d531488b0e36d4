"""What somebody who leaves chooses, per kind."""

from collections.abc import Iterable
from typing import Any

from django import forms

from leerkring.foundation.privacy.registry import OnErasure
from leerkring.site.own_data import Kept

WORDS = {
    OnErasure.ANONYMISE: "Losmaken: het blijft staan, zonder mijn naam",
    OnErasure.DELETE: "Verwijderen: het gaat helemaal weg",
}


class LeavingForm(forms.Form):
    """A choice for each of the kinds that can go either way."""

    def __init__(self, data: Any, kinds: Iterable[Kept]) -> None:
        super().__init__(data)
        self.keys: dict[str, str] = {}
        for kept in kinds:
            entry = kept.entry
            name = entry.key.replace(".", "-")
            self.keys[name] = entry.key
            self.fields[name] = forms.ChoiceField(
                label=f"{entry.label} ({kept.number})",
                choices=[(way.value, WORDS[way]) for way in entry.offered],
                initial=entry.on_erasure.value,
                widget=forms.RadioSelect,
            )

    def wishes(self) -> dict[str, str]:
        """Per key of the registry what was chosen; after `is_valid`."""
        return {key: self.cleaned_data[name] for name, key in self.keys.items()}
