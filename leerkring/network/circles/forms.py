"""What people fill in about a circle."""

from typing import Any

from django import forms

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.circles.actions import Settings
from leerkring.network.circles.kinds import Kind
from leerkring.network.circles.models import Circle, Joining, Role, Visibility
from leerkring.network.themes.forms import ThemesField


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


FROM_NARROW_TO_WIDE = (
    *(Visibility.HIDDEN, Visibility.MEMBERS),
    *(Visibility.SIGNED_IN, Visibility.PUBLIC),
)
TEXTS = ("name", "purpose", "house_rules")


class CircleForm(ReadAloneMixin, forms.Form):
    """All that an owner chooses; starts where circles of this kind start.

    What can be read of the circle already is not asked about again, unless more people come to
    read it.
    """

    checked_fields = TEXTS
    name = LineField(label="Naam", max_length=120)
    purpose = TextField(
        label="Doel",
        max_length=1000,
        rows=4,
        help_text="Waarvoor kom je bij elkaar, en wat is er aan het eind anders?",
    )
    themes = ThemesField()
    house_rules = TextField(
        label="Huisregels",
        max_length=2000,
        required=False,
        rows=4,
        help_text="Wie erbij komt, zegt hier ja op. Leeg laten mag.",
    )
    joining = forms.ChoiceField(
        label="Hoe doe je mee?", choices=Joining.choices, widget=forms.RadioSelect
    )
    visibility = forms.ChoiceField(
        label="Wie ziet de groep?",
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        help_text=(
            "Wie haar ziet, leest ook wat voor iedereen geschreven is. "
            "Wat alleen voor de groep is, lezen altijd alleen de leden."
        ),
    )
    starts_on = _day("Begint op")
    ends_on = _day("Eindigt op")
    seats_per_organisation = forms.IntegerField(
        label="Plekken per organisatie",
        min_value=1,
        max_value=50,
        required=False,
        help_text="Zoveel leden van één organisatie hoogstens tegelijk. Leeg is zonder grens.",
    )

    def __init__(
        self, *args: Any, kind: Kind, person: Any, circle: Circle | None = None, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.circle = circle
        self.unasked_names = [person.name] if person.name else []
        if circle is None:
            self.initial: dict[str, Any] = {
                "joining": kind.joining,
                "visibility": kind.visibility,
                "seats_per_organisation": kind.seats,
            }
        else:
            own = {name: getattr(circle, name) for name in self.fields if name != "themes"}
            self.initial = {**own, "themes": list(circle.themes.values_list("pk", flat=True))}

    def clean(self) -> dict[str, Any]:
        if self.circle is not None and not self._widens(self.circle):
            self.accepted_texts = {name: getattr(self.circle, name) for name in TEXTS}
        data = super().clean() or {}
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "De einddatum ligt voor de begindatum.")
        return data

    def _widens(self, circle: Circle) -> bool:
        chosen = self.cleaned_data.get("visibility", circle.visibility)
        width = [str(visibility) for visibility in FROM_NARROW_TO_WIDE].index
        return width(chosen) > width(circle.visibility)

    def settings(self) -> Settings:
        return Settings(**{**self.cleaned_data, "themes": list(self.cleaned_data["themes"])})


class JoinForm(ReadAloneMixin, forms.Form):
    """Coming in: why, where one has to ask; and yes to the house rules, where there are any."""

    checked_fields = ("motivation",)
    motivation = TextField(
        label="Waarom wil je meedoen?",
        max_length=600,
        required=False,
        rows=3,
    )
    agreed = forms.BooleanField(label="Ik houd me aan de huisregels")

    def __init__(
        self, *args: Any, circle: Circle, person: Any, asks: bool = False, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.unasked_names = [person.name] if person.name else []
        if not asks:
            del self.fields["motivation"]
        if not circle.house_rules:
            del self.fields["agreed"]

    def said(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class InvitationForm(forms.Form):
    """Whom, by number, and as what. The page offers people whom the reader sees."""

    person = forms.IntegerField(widget=forms.HiddenInput)
    role = forms.ChoiceField(label="Als", required=False)

    def __init__(self, *args: Any, circle: Circle, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = role_choices(circle, owner=False)

    def role_chosen(self) -> str:
        return self.cleaned_data["role"] or Role.MEMBER.value


class RoleForm(forms.Form):
    role = forms.ChoiceField(label="Rol")

    def __init__(self, *args: Any, circle: Circle, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = role_choices(circle, owner=True)


def role_choices(circle: Circle, *, owner: bool) -> list[tuple[str, str]]:
    """The roles of this kind of circle, in its own words."""
    roles = [role for role in Role if role != Role.OWNER or owner]
    return [
        (role.value, circle.word_for(role))
        for role in roles
        if role != Role.GUEST or circle.words.guests
    ]


class DecisionForm(forms.Form):
    granted = forms.TypedChoiceField(
        choices=[("ja", "Ja"), ("nee", "Nee")], coerce=lambda value: value == "ja"
    )
    answer = LineField(label="Antwoord", max_length=300, required=False)


class ClosingForm(ReadAloneMixin, forms.Form):
    checked_fields = ("reason",)
    reason = TextField(
        label="Wat leverde het op?",
        max_length=600,
        required=False,
        rows=3,
        help_text="Dit staat straks boven de groep.",
    )


class InspectionForm(ReadAloneMixin, forms.Form):
    checked_fields = ("reason",)
    reason = LineField(
        label="Waarom kijk je mee?",
        max_length=300,
        help_text="Iedereen in de groep kan dit lezen, met je naam erbij.",
    )
