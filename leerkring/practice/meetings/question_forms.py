"""What people fill in about a question that they bring along."""

from typing import Any

from django import forms

from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import organisation_of
from leerkring.network.people.models import Organisation
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.forms import area
from leerkring.practice.meetings.models import Meeting


class QuestionForm(forms.Form):
    """On whose behalf: their organisation, a circle of theirs; and who leads the meeting may write
    down what an organisation that is invited brings along."""

    text = area(
        *("Welke vraag breng je mee?", 3, 500),
        help_text="Een echte vraag, zonder namen van bewoners.",
    )
    behalf = forms.ChoiceField(label="Namens", required=False)
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Thema", required=False, empty_label="Nog geen"
    )

    def __init__(
        self,
        *args: Any,
        person: Any,
        meeting: Meeting | None = None,
        leads: bool = False,
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        behalf, theme = self.fields["behalf"], self.fields["theme"]
        assert isinstance(behalf, forms.ChoiceField) and isinstance(theme, forms.ModelChoiceField)
        self.organisation = organisation_of(person)
        self.circles = {str(circle.pk): circle for circle in Circle.objects.of(person).living()}
        own = [("organisatie", str(self.organisation))] if self.organisation else []
        self.partners = _partners(meeting) if leads and meeting is not None else {}
        behalf.choices = [
            *own,
            ("", "Mezelf"),
            *((key, circle.name) for key, circle in self.circles.items()),
            *((key, f"{partner}, die je uitnodigde") for key, partner in self.partners.items()),
        ]
        theme.queryset = Theme.objects.current()

    def said(self) -> dict[str, Any]:
        data, behalf = self.cleaned_data, self.cleaned_data["behalf"]
        return {
            "text": data["text"],
            "theme": data["theme"],
            "organisation": (
                self.organisation if behalf == "organisatie" else self.partners.get(behalf)
            ),
            "circle": self.circles.get(behalf),
        }


class BroughtForm(forms.Form):
    """A question by the link in the mail: on behalf of who was invited."""

    text = area(
        *("Welke vraag breng je mee?", 3, 500),
        help_text="Een echte vraag, zonder namen van bewoners.",
    )


def _partners(meeting: Meeting) -> dict[str, Organisation]:
    invited = meeting.invitations.exclude(organisation=None).values("organisation")
    return {f"org-{row.pk}": row for row in Organisation.objects.filter(pk__in=invited)}


class AnswerForm(forms.Form):
    text = area("Antwoord", 3, 5000, help_text="Wat kwam eruit, in de zaal of daarna?")
