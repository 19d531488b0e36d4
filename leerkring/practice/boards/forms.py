"""Forms of who leads."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.turning import one_line
from leerkring.practice.boards.kinds import MOST_OPTIONS, MOST_SIDES, Kind
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.meetings.models import Strand

ENDS = ("helemaal niet", "helemaal wel")


class StrandField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.block}: {obj}"


class BoardForm(forms.Form):
    """`strands`: those of which who makes it may lead a board."""

    strand = StrandField(
        Strand.objects.none(),
        label="Voor wie is het bord?",
        required=False,
        empty_label="Voor iedereen",
    )
    title = LineField(label="Hoe heet het bord?", max_length=120)

    def __init__(self, *args: Any, strands: QuerySet[Strand], **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["strand"]
        assert isinstance(field, StrandField)
        field.queryset = strands
        if not strands:
            del self.fields["strand"]

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])


class QuestionForm(forms.Form):
    """A question, in advance or on the spot."""

    kind = forms.ChoiceField(label="Soort", choices=Kind.choices())
    text = LineField(label="De vraag", max_length=300)
    options = TextField(
        label="Antwoorden, één per regel",
        required=False,
        rows=3,
        help_text="Bij kiezen, rangorde en dilemma. Bij een schaal: de twee uiteinden.",
    )
    most = forms.IntegerField(
        label="Hoeveel mag iemand er kiezen?",
        min_value=1,
        max_value=MOST_OPTIONS,
        initial=1,
        required=False,
        help_text="Bij kiezen en bij stemmen op kaarten.",
    )
    about = forms.ModelChoiceField(
        BoardQuestion.objects.none(),
        label="Stemmen op de kaarten van",
        required=False,
        empty_label="–",
        help_text="Alleen bij stemmen op kaarten.",
    )

    def __init__(self, board: Board, data: Any = None) -> None:
        super().__init__(data)
        kinds = [kind for kind in Kind if kind.takes_cards and kind is not Kind.CLOUD]
        field = self.fields["about"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = board.questions.filter(kind__in=kinds)

    def clean_text(self) -> str:
        return one_line(self.cleaned_data["text"])

    def clean_kind(self) -> Kind:
        return Kind(self.cleaned_data["kind"])

    def clean_options(self) -> list[str]:
        lines = (one_line(line) for line in self.cleaned_data["options"].splitlines())
        return list(dict.fromkeys(line[:120] for line in lines if line))

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        kind, options = found.get("kind"), found.get("options") or []
        found["most"] = found.get("most") or 1
        if kind is None:
            return found
        if kind.has_options:
            self._check_options(kind, options)
        elif kind is Kind.SCALE:
            if len(options) not in (0, 2):
                self.add_error("options", "Geef twee uiteinden, of geen.")
            found["options"] = options or list(ENDS)
        else:
            found["options"] = []
        if kind is Kind.UPVOTE and not found.get("about"):
            self.add_error("about", "Kies van welke vraag de kaarten zijn.")
        if kind is not Kind.UPVOTE:
            found["about"] = None
        if kind not in (Kind.CHOICE, Kind.UPVOTE):
            found["most"] = 1
        return found

    def _check_options(self, kind: Kind, options: list[str]) -> None:
        most = MOST_SIDES if kind is Kind.DILEMMA else MOST_OPTIONS
        if not 2 <= len(options) <= most:
            self.add_error("options", f"Geef 2 tot en met {most} antwoorden, één per regel.")


class HidingForm(forms.Form):
    reason = LineField(
        label="Waarom?",
        max_length=200,
        error_messages={"required": "Schrijf op waarom je de kaart verbergt."},
    )

    def clean_reason(self) -> str:
        return one_line(self.cleaned_data["reason"])


class WordForm(HidingForm):
    word = LineField(
        label="Welk woord?",
        max_length=60,
        error_messages={"required": "Schrijf op welk woord je verbergt."},
    )

    def clean_word(self) -> str:
        return one_line(self.cleaned_data["word"])


class ThemeForm(forms.Form):
    """Cards under a theme; an empty name takes them out of theirs."""

    name = LineField(label="Thema", max_length=60, required=False)
    cards = forms.TypedMultipleChoiceField(
        label="Kaarten", error_messages={"required": "Kies eerst een of meer kaarten."}
    )

    def __init__(self, question: BoardQuestion, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["cards"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(str(pk), "") for pk in question.cards.values_list("pk", flat=True)]

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])
