"""Leaving a job: where to, since when, and who takes over what."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.foundation.language.forms import LineField
from leerkring.network.people.models import Person
from leerkring.network.profiles.rules import heirs_of, held_by


class EmployerForm(forms.Form):
    """A field for each thing to hand over, by kind in `checklist`."""

    organisation = LineField(
        label="Waar werk je nu?",
        max_length=120,
        required=False,
        help_text="Laat dit leeg als je nu nergens in dienst bent.",
    )
    since = forms.DateField(
        label="Sinds wanneer?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("since", timezone.localdate())
        self.keys: dict[str, tuple[str, str]] = {}
        self.checklist: list[tuple[str, list[forms.BoundField]]] = []
        for number, (kind, things) in enumerate(held_by(person)):
            fields = []
            for thing in things:
                name = f"overdracht-{number}-{thing.pk}"
                self.fields[name] = _heir_field(person, kind, thing)
                self.keys[name] = (kind.label, str(thing.pk))
                fields.append(self[name])
            self.checklist.append((kind.label, fields))

    def clean_since(self) -> Any:
        if self.cleaned_data["since"] > timezone.localdate():
            raise ValidationError("Vul dit in op je eerste werkdag, of later.")
        return self.cleaned_data["since"]

    def handovers(self) -> dict[tuple[str, str], Person]:
        chosen = {self.keys[name]: self.cleaned_data.get(name) for name in self.keys}
        people = Person.objects.in_bulk([int(pk) for pk in chosen.values() if pk])
        return {key: people[int(pk)] for key, pk in chosen.items() if pk}


def _heir_field(person: Person, kind: Any, thing: Any) -> forms.ChoiceField:
    heirs = [(str(one.person_id), one.person.name) for one in heirs_of(person, kind, thing)]
    empty = "Kies wie dit overneemt…" if kind.stays else "Ik neem dit mee"
    hint = "" if heirs or not kind.stays else "Er is nog niemand die dit kan overnemen."
    return forms.ChoiceField(
        label=str(thing),
        choices=[("", empty), *heirs],
        required=bool(kind.stays and heirs),
        help_text=hint,
        error_messages={"required": "Kies wie dit overneemt."},
    )
