"""What people fill in about an agreement."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.network.people.models import Person
from leerkring.practice.agreements.actions import Promised
from leerkring.practice.agreements.models import Kept, Side, Stance
from leerkring.practice.agreements.partner_queries import Around

NO_NAMES = "Geen namen van kinderen, ouders of cliënten."
AT_A_MEETING = "Iemand die voor deze bijeenkomst is gevraagd, van een andere organisatie."


class PersonField(forms.ModelChoiceField):
    """Somebody one can agree something with, and the organisation they are there for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Person.objects.none(), empty_label="Kies iemand", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}, {obj.house}" if obj.house else str(obj)


class CircleForm(forms.Form):
    """First where: the people one can choose are those of a circle."""

    circle = forms.ModelChoiceField(
        Circle.objects.none(), label="In welke werkgroep?", empty_label=None
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["circle"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles_to_write_in(person)


class AgreementForm(ReadAloneMixin, forms.Form):
    """One thing, concrete enough to be able to say afterwards whether it came."""

    checked_fields = ("task", "expectation", "escalate_when", "escalate_to")
    side = forms.ChoiceField(
        label="Wie belooft?",
        choices=[
            (Side.PROMISES.value, "Wij beloven iets aan de ander"),
            (Side.RECEIVES.value, "Wij vragen iets van de ander. Die zegt ja of nee"),
        ],
        widget=forms.RadioSelect,
        initial=Side.PROMISES.value,
    )
    partner = PersonField(
        label="Wie spreekt voor de ander?",
        help_text="Iemand uit de werkgroep, met een organisatie.",
    )
    colleague = PersonField(label="Wie spreekt nog meer voor jullie?", required=False)
    task = LineField(
        label="Wat is de afspraak?",
        max_length=200,
        help_text="In één zin: wie doet wat, voor wanneer.",
    )
    expectation = TextField(
        label="Wat mag de ander verwachten?",
        rows=3,
        max_length=1000,
        help_text=f"Waaraan merk je dat het gebeurt? {NO_NAMES}",
    )
    escalate_when = LineField(
        label="Wanneer zeg je dat het niet lukt?", required=False, max_length=300
    )
    escalate_to = LineField(label="En tegen wie?", required=False, max_length=200)
    is_for_circle = forms.BooleanField(label="De werkgroep mag meelezen", required=False)

    def __init__(self, *args: Any, person: Any, around: Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.around = person, around
        self.unasked_names = [person.name] if person.name else []
        self.house = around.house_of(person)
        self._offer("partner", around.partners(person))
        self._offer("colleague", around.others(person))
        if around.circle is None:
            self.fields["partner"].help_text = AT_A_MEETING
            del self.fields["is_for_circle"]

    def _offer(self, name: str, people: QuerySet[Person]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people

    def clean(self) -> Any:
        data = self.cleaned_data
        partner, asks = data.get("partner"), data.get("side") == Side.RECEIVES
        other = self.around.house_of(partner) if partner else None
        if self.house is None and (asks or self.around.circle is None):
            self.add_error("side", "Zet eerst in je profiel bij welke organisatie je werkt.")
        if partner and not asks and other is None:
            self.add_error("partner", "Bij deze persoon staat geen organisatie.")
        if partner and other is not None and other == self.house:
            self.add_error("partner", "Een afspraak maak je met een andere organisatie.")
        if data.get("colleague") and data["colleague"] == partner:
            self.add_error("colleague", "Deze persoon spreekt al voor de ander.")
        return super().clean()

    def promised(self) -> Promised:
        names = ("task", "expectation", "escalate_when", "escalate_to")
        said = {name: self.cleaned_data[name] for name in names}
        along = self.cleaned_data.get("is_for_circle", False)
        circle, meeting = self.around.circle, self.around.meeting
        return Promised(**said, circle=circle, meeting=meeting, is_for_circle=along)

    def parties(self) -> dict[str, Any]:
        """Who promises and who receives, and who speaks for them."""
        data = self.cleaned_data
        own = (self.house, [self.person, *filter(None, [data["colleague"]])])
        theirs = (self.around.house_of(data["partner"]), [data["partner"]])
        gives, takes = (own, theirs) if data["side"] == Side.PROMISES else (theirs, own)
        return {
            "promiser": gives[0],
            "promising": gives[1],
            "receiver": takes[0],
            "receiving": takes[1],
        }


class ScoreForm(ReadAloneMixin, forms.Form):
    checked_fields = ("sentence",)
    kept = forms.ChoiceField(
        label="Kwam de ander de afspraak na?", choices=Kept.choices, widget=forms.RadioSelect
    )
    sentence = LineField(label="In één zin: wat merkte je?", max_length=300, help_text=NO_NAMES)


class ReplyForm(ReadAloneMixin, forms.Form):
    checked_fields = ("text",)
    stance = forms.ChoiceField(
        label="Herkennen jullie dit?", choices=Stance.choices, widget=forms.RadioSelect
    )
    text = LineField(label="Jullie antwoord", max_length=600, required=False)

    def clean(self) -> Any:
        data = self.cleaned_data
        if data.get("stance") == "anders" and not data.get("text") and "text" in data:
            self.add_error("text", "Vertel in één zin hoe jullie het zien.")
        return super().clean()


class SettlementForm(ReadAloneMixin, forms.Form):
    checked_fields = ("text",)
    text = LineField(
        label="Wat spraken jullie af?", max_length=600, help_text="Daarna is dit geen punt meer."
    )


class ReasonForm(ReadAloneMixin, forms.Form):
    """Why not, or why no longer; may be left out."""

    checked_fields = ("text",)
    text = LineField(label="Waarom?", max_length=300, required=False)


class ContactForm(forms.Form):
    """Somebody else, to speak for one's own side."""

    person = PersonField(label="Wie spreekt ook voor jullie?")

    def __init__(self, *args: Any, agreement: Any, around: Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        taken = agreement.contacts.values("person")
        field.queryset = around.people.exclude(pk__in=taken)
