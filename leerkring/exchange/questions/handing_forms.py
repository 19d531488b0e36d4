"""What is filled in around a question without a name."""

from typing import Any

from django import forms

from leerkring.exchange.questions.forms import NO_NAMES, AskForm
from leerkring.exchange.questions.models import Handover
from leerkring.exchange.questions.models.questions import LONGEST_TEXT, LONGEST_TITLE
from leerkring.exchange.questions.queries import crowd_in
from leerkring.exchange.questions.reading_queries import draft_of
from leerkring.exchange.questions.rules import SMALLEST_CROWD
from leerkring.foundation.language.checking import CheckedTextMixin, ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.models import SecondReading
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.network.circles.rules import has_no_guide

KNOWN = (
    "Je vroeg iemand om je concept mee te lezen. Die lezer weet dat het van jou is. Gooi je concept"
    " eerst weg, en vraag hier iets anders."
)
TOO_FEW = (
    "In deze groep zitten te weinig mensen: iedereen weet dan wie het vraagt. Geef je vraag aan een"
    " moderator."
)

UNGUIDED = "Niemand begeleidt deze groep nu. Geef je vraag aan een moderator, of wacht nog even."


class HandForm(CheckedTextMixin, forms.Form):
    """A question for who guides. Every name is asked about, also that of who writes: least of all
    that one should stand there. Who guides reads along anyway, so nobody else is asked to."""

    checked_fields = ("title", "text")
    circle = forms.ModelChoiceField(
        Circle.objects.none(),
        label="Aan wie geef je hem?",
        required=False,
        empty_label="Een moderator van het platform",
    )
    title = LineField(label="De vraag, in één zin", max_length=LONGEST_TITLE)
    text = TextField(
        label="Toelichting",
        required=False,
        max_length=LONGEST_TEXT,
        help_text=f"Schrijf gewoon, en niets waaraan iemand jou herkent. {NO_NAMES}",
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        field = self.fields["circle"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles_to_write_in(person)
        field.label_from_instance = lambda circle: f"De begeleider van {circle.name}"

    def _names(self) -> frozenset[str]:
        """Known names, and first of all one's own."""
        name = self.person.name
        return super()._names() | frozenset([name, *name.split()] if name else [])

    def clean_circle(self) -> Circle | None:
        circle: Circle | None = self.cleaned_data["circle"]
        if circle is not None and crowd_in(circle) < SMALLEST_CROWD:
            raise forms.ValidationError(TOO_FEW)
        if circle is not None and has_no_guide(circle):
            raise forms.ValidationError(UNGUIDED)
        return circle

    def clean(self) -> Any:
        data = self.cleaned_data
        draft = draft_of(self.person)
        if draft is not None and SecondReading.objects.of(draft).exists():
            self.add_error(None, KNOWN)
        if "title" in data and "text" in data:
            there = Handover.objects.filter(
                title=data["title"], text=data["text"], circle=data.get("circle")
            )
            if there.exists():
                self.add_error(None, "Deze vraag ligt er al. Je sleutel staat op de vorige pagina.")
        return super().clean()


class OtherWordsForm(ReadAloneMixin, forms.Form):
    """The same question, said otherwise."""

    checked_fields = ("title", "text")
    title = LineField(label="De vraag, in één zin", max_length=LONGEST_TITLE)
    text = TextField(label="Toelichting", required=False, max_length=LONGEST_TEXT)


class PostForForm(ReadAloneMixin, AskForm):
    """Who guides looks the question over, chooses its readers, and posts it."""

    def __init__(self, *args: Any, handover: Handover, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {"title": handover.title, "text": handover.text}
        self.initial["circle"] = handover.circle_id
        self.unasked_names = []
        if handover.circle is not None:
            self.initial["audience"] = Audience.CIRCLE.value


class SendBackForm(ReadAloneMixin, forms.Form):
    checked_fields = ("remark",)
    remark = TextField(
        label="Wat kan er anders?",
        rows=3,
        max_length=500,
        help_text="Wie de vraag stelde, leest dit met de sleutel. Jij hoort niet wie het is.",
    )


class WordForm(ReadAloneMixin, forms.Form):
    """Something to be passed on below the question."""

    checked_fields = ("text",)
    text = TextField(label="Wat wil je zeggen?", rows=4, max_length=2000, help_text=NO_NAMES)


class KeyForm(forms.Form):
    key = forms.CharField(
        label="Je sleutel",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="Vijf groepjes van letters en cijfers.",
    )
