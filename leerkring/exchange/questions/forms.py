"""What people fill in to ask, to answer, and to tell what came of it."""

from functools import partial
from typing import Any

from django import forms

from leerkring.exchange.questions.actions import Asked
from leerkring.exchange.questions.models import Answer, Draft, Outcome, Question
from leerkring.exchange.questions.models.questions import LONGEST_TEXT, LONGEST_TITLE
from leerkring.exchange.questions.reach_queries import reach_of_choices
from leerkring.foundation.language.checking import CheckedTextMixin, ReadAloneMixin
from leerkring.foundation.language.checking_actions import agreed_on
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.remarks.queries import count_of
from leerkring.network.circles.audience import Audience, is_wider
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in, readers_for
from leerkring.network.themes.forms import ThemesField

NO_NAMES = "Geen namen van kinderen, ouders of cliënten."


class AskForm(CheckedTextMixin, forms.Form):
    """A question, its themes and its readers."""

    checked_fields: tuple[str, ...] = ("title", "text")
    title = LineField(label="Je vraag, in één zin", max_length=LONGEST_TITLE)
    text = TextField(
        label="Toelichting",
        required=False,
        max_length=LONGEST_TEXT,
        help_text=f"Wat speelt er, en wat probeerde je al? {NO_NAMES}",
    )
    themes = ThemesField(help_text="Wie een thema volgt of er veel van weet, krijgt je vraag.")
    audience = forms.ChoiceField(
        label="Wie mag dit lezen?",
        choices=[(audience.value, audience.label) for audience in Audience],
        widget=forms.RadioSelect,
        initial=Audience.SIGNED_IN.value,
    )
    circle = forms.ModelChoiceField(
        Circle.objects.none(),
        label="Werkgroep",
        required=False,
        empty_label="Geen",
        help_text="De vraag staat dan ook op de pagina van de werkgroep.",
    )

    def __init__(
        self, *args: Any, person: Any, draft: Draft | None = None, wait: bool = False, **kwargs: Any
    ) -> None:
        """`wait`: something else is asked first, so that the texts are not looked over yet."""
        super().__init__(*args, **kwargs)
        self.wait, self.person = wait, person
        self.unasked_names = [person.name] if person.name else []
        self._offer(circles_to_write_in(person))
        if draft is not None:
            self.initial |= draft.content
            self.agreed = partial(agreed_on, draft)

    def _offer(self, circles: Any) -> None:
        """The circles, and every choice with how many people will see it."""
        field, audience = self.fields["circle"], self.fields["audience"]
        assert isinstance(field, forms.ModelChoiceField)
        assert isinstance(audience, forms.ChoiceField)
        field.queryset = circles
        reach = reach_of_choices([circle.pk for circle in circles])
        audience.choices = [(one.value, f"{one.label}{reach.beside(one)}") for one in Audience]
        field.label_from_instance = lambda circle: f"{circle.name}{reach.in_circle(circle.pk)}"

    def asks_check(self) -> bool:
        return not self.wait

    def clean(self) -> Any:
        data = self.cleaned_data
        if data.get("audience") == Audience.CIRCLE and "circle" in data and data["circle"] is None:
            self.add_error("circle", "Kies voor welke werkgroep deze vraag is.")
        only = data.get("circle") if data.get("audience") == Audience.CIRCLE else None
        self.read_along = self.read_along and bool(readers_for(only) - {self.person.pk})
        return super().clean()

    def asked(self) -> Asked:
        names = ("title", "text", "themes", "audience", "circle")
        return Asked(**{name: self.cleaned_data[name] for name in names})

    def typed(self) -> dict[str, Any]:
        """All of it as it was typed, to go on with later; what fits nowhere is cut."""
        chosen = self.data.getlist("themes") if hasattr(self.data, "getlist") else []
        return {
            "title": self.data.get("title", "").replace("\x00", "")[:LONGEST_TITLE],
            "text": self.data.get("text", "").replace("\x00", "")[:LONGEST_TEXT],
            "themes": [int(pk) for pk in chosen[:50] if pk.isdecimal() and len(pk) < 10],
            "audience": self.data.get("audience", "")[:10].replace("\x00", ""),
            "circle": int(pk) if _is_number(pk := self.data.get("circle", "")) else None,
        }


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 18


class ChangeForm(ReadAloneMixin, AskForm):
    """A question that went out already. What its readers know is not asked about again."""

    checked_fields = ("title", "text", "note")
    note = LineField(
        label="Wat veranderde je?",
        max_length=200,
        required=False,
        help_text="Eén zin voor wie de vraag al las.",
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        names = ("title", "text", "audience")
        self.initial |= {name: getattr(question, name) for name in names}
        self.initial |= {"circle": question.circle_id, "themes": list(question.themes.all())}
        own = Circle.objects.filter(pk=question.circle_id or 0)
        self._offer(Circle.objects.filter(pk__in=circles_to_write_in(kwargs["person"])) | own)

    def clean(self) -> Any:
        if not self._widens():
            self.accepted_texts = {"title": self.question.title, "text": self.question.text}
        elif self.question.answers.exists() or count_of(self.question):
            self.add_error(
                "audience",
                "Er staan al antwoorden of reacties. Die zijn voor deze lezers geschreven. Stel je"
                " vraag opnieuw als meer mensen hem mogen lezen.",
            )
        return super().clean()

    def _widens(self) -> bool:
        audience, circle = self.cleaned_data.get("audience"), self.cleaned_data.get("circle")
        before = self.question
        if not audience:
            return False
        return is_wider(audience, circle.pk if circle else None, before.audience, before.circle_id)


class AnswerForm(CheckedTextMixin, forms.Form):
    checked_fields: tuple[str, ...] = ("text",)
    text = TextField(label="Je antwoord", max_length=LONGEST_TEXT, help_text=NO_NAMES)

    def __init__(
        self,
        *args: Any,
        person: Any,
        question: Question,
        draft: Draft | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.question = person, question
        self.unasked_names = [person.name] if person.name else []
        if draft is not None:
            self.initial |= draft.content
            self.agreed = partial(agreed_on, draft)

    def clean(self) -> Any:
        only = self.question.circle if self.question.audience == Audience.CIRCLE else None
        self.read_along = self.read_along and bool(readers_for(only) - {self.person.pk})
        return super().clean()

    def typed(self) -> dict[str, Any]:
        return {"text": self.data.get("text", "").replace("\x00", "")[:LONGEST_TEXT]}


class ChangeAnswerForm(ReadAloneMixin, AnswerForm):
    checked_fields = ("text", "note")
    note = LineField(label="Wat veranderde je?", max_length=200, required=False)

    def __init__(self, *args: Any, row: Answer, **kwargs: Any) -> None:
        super().__init__(*args, question=row.question, **kwargs)
        self.initial["text"] = row.text
        self.accepted_texts = {"text": row.text}


class OutcomeForm(ReadAloneMixin, forms.Form):
    checked_fields: tuple[str, ...] = ("text",)
    worked = forms.ChoiceField(
        label="Werkte het?", choices=Outcome.Worked.choices, widget=forms.RadioSelect
    )
    text = TextField(
        label="Wat deed je ermee?",
        rows=4,
        max_length=1000,
        required=False,
        help_text=f"Een paar zinnen helpen wie hetzelfde wil. {NO_NAMES}",
    )
