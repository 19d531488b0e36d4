"""What people fill in about a promise."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in, organisation_of
from leerkring.network.people.models import Team
from leerkring.practice.commitments.models import LONGEST, SIX_WEEKS, Commitment, Outcome, Sight

FARTHEST = timedelta(days=3 * 366)


class DayField(forms.DateField):
    """A day to look back on: today or later, and within reach."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **kwargs)

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        today = timezone.localdate()
        if day is not None and day < today:
            raise forms.ValidationError("Deze dag is al voorbij. Kies een dag die nog komt.")
        if day is not None and day > today + FARTHEST:
            raise forms.ValidationError("Kies een dag binnen drie jaar.")
        return day


class CommitmentForm(ReadAloneMixin, forms.Form):
    """One sentence, one day, and who may see it. What others see is looked over for names."""

    checked_fields = ("text",)
    text = LineField(
        label="Vanaf morgen …", max_length=LONGEST, help_text="Eén zin. Klein en concreet werkt."
    )
    owner = forms.ChoiceField(label="Van wie is dit voornemen?", widget=forms.RadioSelect)
    who = LineField(
        label="Wie pakt het op?",
        required=False,
        max_length=120,
        help_text="Alleen bij een team of organisatie.",
    )
    look_back_on = DayField(label="Terugkijken op", help_text="Dan vragen we je hoe het ging.")
    sight = forms.ChoiceField(
        label="Wie mag dit zien?",
        choices=[(sight.value, sight.label) for sight in Sight],
        widget=forms.RadioSelect,
        initial=Sight.OWN.value,
    )
    circle = forms.ModelChoiceField(
        Circle.objects.none(), label="Werkgroep", required=False, empty_label="Geen"
    )

    def __init__(
        self, *args: Any, person: Any, commitment: Commitment | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.commitment = person, commitment
        self.unasked_names = [person.name] if person.name else []
        circles = circles_to_write_in(person)
        if commitment is None:
            self.owners = _owners(person)
            self.initial.setdefault("look_back_on", timezone.localdate() + SIX_WEEKS)
            self.initial.setdefault("owner", "ik")
            self._offer("owner", [(key, label) for key, (label, _) in self.owners.items()])
        else:
            del self.fields["owner"]
            names = ("text", "who", "look_back_on", "sight", "circle")
            self.initial |= {name: getattr(commitment, name) for name in names}
            own = Circle.objects.filter(pk=commitment.circle_id or 0)
            circles = Circle.objects.filter(pk__in=circles) | own
        if commitment is None and len(self.owners) == 1:
            del self.fields["owner"], self.fields["who"]
        elif commitment is not None and commitment.person_id:
            del self.fields["who"]
        field = self.fields["circle"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def asks_check(self) -> bool:
        return self.cleaned_data.get("sight") != Sight.OWN

    def clean(self) -> Any:
        data = self.cleaned_data
        if data.get("sight") == Sight.CIRCLE and "circle" in data and data["circle"] is None:
            self.add_error("circle", "Kies voor welke werkgroep dit is.")
        return super().clean()

    def said(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "owner"}

    def whose(self) -> dict[str, Any]:
        return self.owners[self.cleaned_data.get("owner", "ik")][1]


def _owners(person: Any) -> dict[str, tuple[str, dict[str, Any]]]:
    """For whom somebody may promise something: (words, whose it is) by key."""
    owners: dict[str, tuple[str, dict[str, Any]]] = {"ik": ("Van mij", {"person": person})}
    for team in Team.objects.of(person).order_by("name"):
        owners[f"team-{team.pk}"] = (f"Van {team}", {"team": team})
    organisation = organisation_of(person)
    if organisation is not None:
        owners["organisatie"] = (f"Van {organisation}", {"organisation": organisation})
    return owners


class LookBackForm(ReadAloneMixin, forms.Form):
    """Two taps; what was learnt is for who wants to."""

    checked_fields = ("learnt",)
    outcome = forms.ChoiceField(
        label="Hoe ging het?", choices=Outcome.choices, widget=forms.RadioSelect
    )
    learnt = TextField(label="Wat leerde je?", rows=3, max_length=1000, required=False)
    next_on = DayField(
        label="Opnieuw terugkijken op",
        required=False,
        help_text="Alleen als je nog bezig bent. Leeg is over zes weken.",
    )

    def __init__(self, *args: Any, person: Any, commitment: Commitment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commitment = commitment
        self.unasked_names = [person.name] if person.name else []

    def asks_check(self) -> bool:
        return self.commitment.sight != Sight.OWN
