"""What a phone sends, and what a facilitator types in from paper."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.turning import one_line, without_turning
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import BoardQuestion, Card
from leerkring.practice.boards.models.answers import MOST_OF_A_NAME, MOST_SIGNS
from leerkring.practice.boards.outcome_actions import HIGH
from leerkring.practice.boards.outcome_queries import candidates_of, numbered

TOO_LONG = (
    "Je antwoord is {} tekens lang; er passen er " + str(MOST_SIGNS) + " in. Maak het korter: "
    "wat je typte, staat er nog."
)
CHOOSE = "Kies eerst een antwoord."
MOST_LINES = 200


class CardForm(forms.Form):
    """A card. What is too long comes back whole, to be made shorter by who wrote it."""

    id = forms.UUIDField(error_messages={"required": "Laad de pagina opnieuw."})
    text = LineField(error_messages={"required": "Schrijf eerst iets op."})
    name = LineField(required=False, max_length=MOST_OF_A_NAME)

    def clean_text(self) -> str:
        text = tidy(self.cleaned_data["text"])
        if len(text) > MOST_SIGNS:
            raise forms.ValidationError(TOO_LONG.format(f"{len(text):,}".replace(",", ".")))
        if not text:
            raise forms.ValidationError("Schrijf eerst iets op.")
        return text

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])


class VoteForm(forms.Form):
    """A vote on `question`; `choice` as it is kept."""

    def __init__(self, question: BoardQuestion, data: Any) -> None:
        super().__init__(data)
        self.question = question
        self.choice: list[Any] = []

    def clean(self) -> dict[str, Any]:
        kind, options = self.question.as_kind, len(self.question.options)
        given = self.data.getlist("choice")
        if kind is Kind.RANKING:
            self.choice = self._order(options)
        elif kind is Kind.UPVOTE:
            self.choice = self._cards(given)
        elif kind is Kind.SCALE:
            self.choice = _numbers(given, 1, HIGH, most=1)
        else:
            most = self.question.most if kind is Kind.CHOICE else 1
            self.choice = _numbers(given, 0, options - 1, most=most)
        return self.cleaned_data

    def _order(self, options: int) -> list[int]:
        places = [self.data.get(f"place_{option}", "") for option in range(options)]
        if sorted(places) != sorted(str(place) for place in range(1, options + 1)):
            raise forms.ValidationError("Geef elke plaats één keer, van 1 tot en met de laatste.")
        return sorted(range(options), key=lambda option: int(places[option]))

    def _cards(self, given: list[str]) -> list[str]:
        known = {str(card.pk) for card in candidates_of(self.question)}
        chosen = [key for key in dict.fromkeys(given) if key in known]
        if not chosen:
            raise forms.ValidationError(CHOOSE)
        if len(chosen) > self.question.most:
            raise forms.ValidationError(f"Kies er hoogstens {self.question.most}.")
        return chosen


def _numbers(given: list[str], low: int, high: int, *, most: int) -> list[int]:
    known = {str(number): number for number in range(low, high + 1)}
    chosen = [known[value] for value in dict.fromkeys(given) if value in known]
    if not chosen or len(chosen) != len(set(given)):
        raise forms.ValidationError(CHOOSE)
    if len(chosen) > most:
        raise forms.ValidationError(f"Kies er hoogstens {most}.")
    return chosen


def tidy(text: str) -> str:
    """Single spaces, no signs that turn a text around and no control signs; emoji stay."""
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", without_turning(text))
    return " ".join(plain.split())


class TypedForm(forms.Form):
    """Cards from paper, a line each; of votes the numbers as they stand on the card."""

    typing = forms.UUIDField(widget=forms.HiddenInput)
    phase = forms.TypedChoiceField(
        label="Wat is er aangekruist?",
        coerce=int,
        choices=[(BEFORE, "vóór het gesprek"), (AFTER, "ná het gesprek")],
        widget=forms.RadioSelect,
    )
    lines = TextField(
        label="Kaarten van papier, één per regel",
        rows=4,
        max_length=MOST_LINES * MOST_SIGNS,
    )

    def __init__(
        self,
        question: BoardQuestion,
        data: Any = None,
        *,
        typing: UUID | None = None,
        candidates: Sequence[Card] | None = None,
    ) -> None:
        """`candidates`: cards to vote on by their number, where they are known already."""
        initial = {"typing": typing, "phase": AFTER}
        super().__init__(data, initial=initial, auto_id=f"id_{question.pk}_%s")  # a form each
        if candidates is None:
            candidates = numbered([question]).get(question.pk, ())
        self.question, self.candidates = question, candidates
        self.numbers = {card.number: str(card.pk) for card in self.candidates}
        self.fields["lines"].help_text = _HINTS.get(question.as_kind, "")
        if question.as_kind is not Kind.DILEMMA or question.phase < AFTER:
            del self.fields["phase"]

    def clean_lines(self) -> list[Any]:
        lines = [tidy(line) for line in self.cleaned_data["lines"].splitlines()]
        faults, found = [], []
        for number, line in enumerate(lines, 1):
            if line:
                try:
                    found.append(self._read(line))
                except ValueError as fault:
                    faults.append(f"Regel {number}: {fault}")
        if len(found) > MOST_LINES:
            faults.append(f"Typ hoogstens {MOST_LINES} kaarten tegelijk.")
        if faults:
            raise forms.ValidationError(faults[:10])
        return found

    def _read(self, line: str) -> Any:
        kind = self.question.as_kind
        if kind.takes_cards:
            if len(line) > MOST_SIGNS:
                raise ValueError(f"{len(line)} tekens; er passen er {MOST_SIGNS} op een kaart.")
            return line
        numbers = [int(each) for each in re.findall(r"[0-9]{1,4}", line)]
        if kind is Kind.UPVOTE:
            return self._cards(line, numbers)
        high = HIGH if kind is Kind.SCALE else len(self.question.options)
        most = {Kind.RANKING: high, Kind.CHOICE: self.question.most}.get(kind, 1)
        least = high if kind is Kind.RANKING else 1
        in_range = all(1 <= number <= high for number in numbers)
        if not in_range or not least <= len(set(numbers)) == len(numbers) <= most:
            raise ValueError(f"«{line}» past niet bij deze vraag.")
        return numbers if kind is Kind.SCALE else [number - 1 for number in numbers]

    def _cards(self, line: str, numbers: list[int]) -> list[str]:
        chosen = list(dict.fromkeys(numbers))
        if not chosen or len(chosen) > self.question.most or set(chosen) - self.numbers.keys():
            raise ValueError(f"«{line}» past niet bij deze vraag.")
        return [self.numbers[number] for number in chosen]


_HINTS = {
    Kind.SCALE: "Per kaart het cijfer, bijvoorbeeld 4.",
    Kind.CHOICE: "Per kaart het nummer van het antwoord; bij meer antwoorden 1, 3.",
    Kind.DILEMMA: "Per kaart het nummer van het antwoord.",
    Kind.UPVOTE: "Per kaart het nummer dat gekozen is; bij meer kaarten 3, 7.",
    Kind.RANKING: "Per kaart de nummers op volgorde, het beste eerst: 3 1 2.",
}
