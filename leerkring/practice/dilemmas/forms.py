"""What people fill in about a dilemma."""

from typing import Any

from django import forms

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.remarks.queries import count_of
from leerkring.network.circles.audience import Audience, is_wider
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.network.themes.forms import ThemesField
from leerkring.practice.dilemmas.actions import Put
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.models.dilemma import LONGEST_TITLE
from leerkring.practice.dilemmas.models.experience import LONGEST

NO_NAMES = "Geen namen van kinderen, ouders of cliënten."
SAID = ("title", "one_side", "other_side", "text", "audience", "circle")


class DilemmaForm(ReadAloneMixin, forms.Form):
    """Two sides, and for whom."""

    checked_fields = ("title", "one_side", "other_side", "text")
    title = LineField(label="Het dilemma, in één zin", max_length=LONGEST_TITLE)
    one_side = LineField(label="Aan de ene kant …", max_length=300)
    other_side = LineField(label="Aan de andere kant …", max_length=300)
    text = TextField(
        label="Wat speelt er?", rows=4, required=False, max_length=2000, help_text=NO_NAMES
    )
    themes = ThemesField()
    audience = forms.ChoiceField(
        label="Wie mag dit lezen?",
        choices=[(audience.value, audience.label) for audience in Audience],
        widget=forms.RadioSelect,
        initial=Audience.CIRCLE.value,
    )
    circle = forms.ModelChoiceField(
        Circle.objects.none(), label="Werkgroep", required=False, empty_label="Geen"
    )

    def __init__(
        self, *args: Any, person: Any, dilemma: Dilemma | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dilemma = dilemma
        self.unasked_names = [person.name] if person.name else []
        circles = circles_to_write_in(person)
        if dilemma is not None:
            self.initial |= {name: getattr(dilemma, name) for name in SAID}
            self.initial["themes"] = list(dilemma.themes.all())
            own = Circle.objects.filter(pk=dilemma.circle_id or 0)
            circles = Circle.objects.filter(pk__in=circles) | own
        field = self.fields["circle"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles

    def clean(self) -> Any:
        data, before = self.cleaned_data, self.dilemma
        if data.get("audience") == Audience.CIRCLE and "circle" in data and not data["circle"]:
            self.add_error("circle", "Kies voor welke werkgroep dit is.")
        if before is not None and not self._widens():
            self.accepted_texts = {name: getattr(before, name) for name in self.checked_fields}
        elif before is not None and (before.experiences.exists() or count_of(before)):
            self.add_error("audience", "Er staan al ervaringen of reacties, voor deze lezers.")
        return super().clean()

    def _widens(self) -> bool:
        audience, circle = self.cleaned_data.get("audience"), self.cleaned_data.get("circle")
        before = self.dilemma
        if not audience or before is None:
            return False
        return is_wider(audience, circle.pk if circle else None, before.audience, before.circle_id)

    def put(self) -> Put:
        return Put(**{name: self.cleaned_data[name] for name in (*SAID, "themes")})


class ExperienceForm(ReadAloneMixin, forms.Form):
    checked_fields = ("text",)
    text = TextField(
        label="Jouw ervaring",
        rows=4,
        max_length=LONGEST,
        help_text=f"Kort: wat deed je, en wat gebeurde er? Je naam staat erbij. {NO_NAMES}",
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unasked_names = [person.name] if person.name else []


class OutingForm(ReadAloneMixin, forms.Form):
    checked_fields = ("note",)
    at = forms.DateField(
        label="Wanneer", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = LineField(label="Waar, en wat kwam eruit?", max_length=300, help_text=NO_NAMES)


class ClosingForm(ReadAloneMixin, forms.Form):
    checked_fields = ("learnt",)
    learnt = TextField(label="Wat leerden jullie?", rows=4, max_length=2000, help_text=NO_NAMES)
