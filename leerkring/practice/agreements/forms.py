"""What people fill in about an agreement."""

from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.queries import circles_to_write_in, organisation_of
from leerkring.network.people.models import Organisation, Person
from leerkring.practice.agreements.actions import Promised
from leerkring.practice.agreements.models import Kept, Side, Stance

NO_NAMES = "Geen namen van kinderen, ouders of cliënten."


class PersonField(forms.ModelChoiceField):
    """Somebody of the circle, with the organisation they sit for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Person.objects.none(), empty_label="Kies iemand", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}, {obj.house}" if obj.house else str(obj)


def people_of(circle_id: int | None) -> QuerySet[Person]:
    """Who is in the circle now, each with the organisation of their seat as `house`."""
    members = Membership.objects.running().filter(circle=circle_id)
    seat = members.filter(person=OuterRef("pk")).values("organisation__name")[:1]
    people = Person.objects.filter(pk__in=members.values("person"), is_active=True)
    return people.annotate(house=Subquery(seat)).order_by("name", "pk")


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

    def __init__(
        self, *args: Any, person: Any, circle: Circle, meeting: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.circle, self.meeting = person, circle, meeting
        self.unasked_names = [person.name] if person.name else []
        self.house = house_in(circle, person)
        people = people_of(circle.pk).exclude(pk=person.pk)
        for name in ("partner", "colleague"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = people

    def clean(self) -> Any:
        data = self.cleaned_data
        partner, asks = data.get("partner"), data.get("side") == Side.RECEIVES
        other = house_in(self.circle, partner) if partner else None
        if asks and self.house is None:
            self.add_error("side", "Zet eerst in je profiel bij welke organisatie je werkt.")
        if partner and not asks and other is None:
            self.add_error("partner", "Bij deze persoon staat geen organisatie.")
        if partner and other is not None and other == self.house:
            self.add_error("partner", "Een afspraak maak je met een andere organisatie.")
        if data.get("colleague") and data["colleague"] == partner:
            self.add_error("colleague", "Deze persoon spreekt al voor de ander.")
        return super().clean()

    def promised(self) -> Promised:
        names = ("task", "expectation", "escalate_when", "escalate_to", "is_for_circle")
        said = {name: self.cleaned_data[name] for name in names}
        return Promised(**said, circle=self.circle, meeting=self.meeting)

    def parties(self) -> dict[str, Any]:
        """Who promises and who receives, and who speaks for them."""
        data = self.cleaned_data
        own = (self.house, [self.person, *filter(None, [data["colleague"]])])
        theirs = (house_in(self.circle, data["partner"]), [data["partner"]])
        gives, takes = (own, theirs) if data["side"] == Side.PROMISES else (theirs, own)
        return {
            "promiser": gives[0],
            "promising": gives[1],
            "receiver": takes[0],
            "receiving": takes[1],
        }


def house_in(circle: Circle, person: Any) -> Organisation | None:
    """For which organisation somebody sits in this circle, else where they work."""
    seat = Membership.objects.of(person).filter(circle=circle).select_related("organisation")
    found = seat.first()
    return found.organisation if found and found.organisation else organisation_of(person)


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
    """Somebody else of the circle, to speak for one's own side."""

    person = PersonField(label="Wie spreekt ook voor jullie?")

    def __init__(self, *args: Any, agreement: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        taken = agreement.contacts.values("person")
        field.queryset = people_of(agreement.circle_id).exclude(pk__in=taken)
