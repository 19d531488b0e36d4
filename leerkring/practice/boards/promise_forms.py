"""Which cards go where when the board has done its work."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from leerkring.foundation.language.forms import LineField
from leerkring.network.people.models import Organisation
from leerkring.practice.boards.harvest_actions import QUOTES
from leerkring.practice.boards.models import Board, BoardQuestion, Card
from leerkring.practice.boards.promise_queries import cards_to_take, owners_at
from leerkring.practice.commitments.forms import DayField
from leerkring.practice.commitments.models import SIX_WEEKS, Sight
from leerkring.practice.gatherings.harvest import QUESTIONS


class CardsField(forms.TypedMultipleChoiceField):
    """Cards to tick; all of them to begin with."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            coerce=UUID,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "Kies eerst een of meer kaarten.",
                "invalid_choice": "Deze kaarten zijn er niet meer zo. Kies opnieuw.",
            },
            **kwargs,
        )

    def offer(self, cards: Iterable[Card]) -> None:
        self.choices = [
            (str(card.pk), f"{card.text} ({card.name})" if card.name else card.text)
            for card in cards
        ]
        self.initial = [key for key, _ in self.choices]


class PromisesForm(forms.Form):
    """Cards «vanaf morgen …», whose they become, when to look back and who reads them."""

    cards = CardsField(label="Welke kaarten?")
    organisation = forms.ChoiceField(
        label="Van welke organisatie zijn deze voornemens?",
        help_text="Wie namens deze organisatie is uitgenodigd, vragen we hoe het ging.",
    )
    who = LineField(
        label="Wie pakt het op?",
        required=False,
        max_length=120,
        help_text="Voor kaarten zonder naam, bijvoorbeeld: tafel 3.",
    )
    look_back_on = DayField(label="Terugkijken op", help_text="Dan vragen we hoe het ging.")
    sight = forms.ChoiceField(
        label="Wie mag dit zien?", widget=forms.RadioSelect, initial=Sight.CIRCLE.value
    )

    def __init__(self, board: Board, question: BoardQuestion, data: Any = None) -> None:
        super().__init__(data, initial={"look_back_on": timezone.localdate() + SIX_WEEKS})
        field = self.fields["cards"]
        assert isinstance(field, CardsField)
        field.offer(cards_to_take(question))
        if board.session_id:
            del self.fields["organisation"]
        else:
            self._offer("organisation", [("", "Kies een organisatie"), *owners_at(board)])
        circle = board.meeting.circle if board.meeting else None
        if circle is None:
            del self.fields["sight"]
        else:
            sights = [(Sight.CIRCLE.value, f"Ook «{circle}»"), (Sight.OWN.value, Sight.OWN.label)]
            self._offer("sight", sights)

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])


class HarvestForm(forms.Form):
    """Cards that the session keeps, and where."""

    cards = CardsField(label="Welke kaarten?")
    to = forms.ChoiceField(
        label="Waar horen ze?",
        widget=forms.RadioSelect,
        choices=[
            *((each.key, f"{each.dimension.label}: {each.text}") for each in QUESTIONS),
            (QUOTES, "Citaten: vraag eerst of het in de krant mag"),
        ],
    )

    def __init__(self, question: BoardQuestion, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["cards"]
        assert isinstance(field, CardsField)
        field.offer(question.cards.in_sight().order_by("text", "pk"))
