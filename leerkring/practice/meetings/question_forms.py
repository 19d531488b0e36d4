"""What people fill in about a question that they bring along."""

from typing import Any

from django import forms

from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import organisation_of
from leerkring.network.people.models import Organisation
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.forms import ToldForm, area
from leerkring.practice.meetings.models import BroughtQuestion, Meeting


class QuestionForm(ToldForm):
    """On whose behalf: their organisation, a circle of theirs; and who leads the meeting may write
    down what an organisation that is invited brings along."""

    checked_fields = ("text",)
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
        super().__init__(*args, person=person, **kw)
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


class BroughtForm(ToldForm):
    """A question by the link in the mail: on behalf of who was invited, about one of the themes of
    the meeting. Names are not asked about: a question about one would tell whoever holds the link
    that somebody with that name takes part."""

    checked_fields = ("text",)
    knows_people = False
    text = area(
        *("Welke vraag breng je mee?", 3, 500),
        help_text="Een echte vraag, zonder namen van bewoners.",
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Waar gaat je vraag over?", required=False, empty_label="Anders"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, **kw)
        theme = self.fields["theme"]
        assert isinstance(theme, forms.ModelChoiceField)
        theme.queryset = Theme.objects.current().filter(meetings=meeting)
        if not theme.queryset.exists():
            del self.fields["theme"]

    def said(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "theme": self.cleaned_data.get("theme")}


def _partners(meeting: Meeting) -> dict[str, Organisation]:
    invited = meeting.invitations.exclude(organisation=None).values("organisation")
    return {f"org-{row.pk}": row for row in Organisation.objects.filter(pk__in=invited)}


class AnswerForm(ToldForm):
    """What is written already, all can read who read this: it is not asked about again."""

    checked_fields = ("text",)
    text = area("Antwoord", 3, 5000, help_text="Wat kwam eruit, in de zaal of daarna?")

    def __init__(self, *args: Any, question: BroughtQuestion, **kw: Any) -> None:
        super().__init__(*args, auto_id=f"antwoord-{question.pk}-%s", **kw)
        if hasattr(question, "answer"):
            self.accepted_texts = {"text": question.answer.text}
