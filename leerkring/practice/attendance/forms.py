"""What people fill in about coming."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.attendance.models import GroupWish, Reply
from leerkring.practice.attendance.people_lines import PeopleList, read_lines, read_people
from leerkring.practice.attendance.queries import heads_in_strands, strand_blocks
from leerkring.practice.attendance.reply_actions import Answer
from leerkring.practice.meetings.models import Invitation, Meeting, Strand

MOST_BYTES = 2_000_000
MOST_TABLES, MOST_ROUNDS = 100, 8


class ReplyForm(forms.Form):
    """Ja, nee or later, with what else is asked of people for this meeting."""

    says = forms.ChoiceField(label="Kom je?", choices=Reply.Says.choices, widget=forms.RadioSelect)
    guests = forms.IntegerField(label="Hoeveel gasten neem je mee?", min_value=0, required=False)
    need = LineField(
        label="Wat moeten we weten over eten of toegankelijkheid?",
        max_length=300,
        required=False,
        help_text="Alleen wie de bijeenkomst organiseert, ziet dit. "
        "Een maand na de bijeenkomst halen we het weg.",
    )

    def __init__(self, *args: Any, meeting: Meeting, reply: Reply | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.blocks = strand_blocks(meeting)
        if meeting.guests_each:
            self.fields["guests"].help_text = f"Je mag er {meeting.guests_each} meenemen."
            self.fields["guests"].widget.attrs |= {
                "max": meeting.guests_each,
                "inputmode": "numeric",
            }
        else:
            del self.fields["guests"]
        chosen = (
            {choice.block_id: choice.strand_id for choice in reply.choices.all()} if reply else {}
        )
        counts = heads_in_strands([strand for _, strands in self.blocks for strand in strands])
        for block, strands in self.blocks:
            self.fields[f"block_{block.pk}"] = forms.TypedChoiceField(
                label=f"{block.title}: waar ga je heen?",
                choices=[(strand.pk, told(strand, counts.get(strand.pk, 0))) for strand in strands],
                coerce=int,
                widget=forms.RadioSelect,
                required=False,
                empty_value=None,
                initial=chosen.get(block.pk),
            )

    def answer(self) -> Answer:
        data = self.cleaned_data
        strands = (data.get(f"block_{block.pk}") for block, _ in self.blocks)
        return Answer(
            says=data["says"],
            guests=data.get("guests") or 0,
            need=data["need"],
            strands=frozenset(filter(None, strands)),
        )


def told(strand: Strand, taken: int) -> str:
    """A session as something to choose, with what is left of it."""
    if strand.places is None:
        return strand.title
    left = max(strand.places - taken, 0)
    places = "1 plaats" if left == 1 else f"{left} plaatsen"
    return f"{strand.title} (nog {places})" if left else f"{strand.title} (vol)"


class ListForm(forms.Form):
    """Lines that were pasted, or a file; `people` is everybody in it, or nobody."""

    lines = TextField(
        label="Plak hier namen en adressen",
        required=False,
        max_length=200_000,
        rows=6,
        help_text="Eén mens per regel: naam, e-mailadres, organisatie. "
        "Een account hebben ze niet nodig.",
    )
    file = forms.FileField(
        label="Of kies een bestand",
        required=False,
        help_text="CSV of Excel, met de kolommen naam, e-mailadres en organisatie.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        try:
            data["people"] = self._read(data)
        except BadTable as bad:
            raise ValidationError([str(fault) for fault in bad.faults]) from bad
        return data

    def _read(self, data: dict[str, Any]) -> PeopleList:
        file = data.get("file")
        if file is None:
            return read_lines(data["lines"])
        return read_people(read_table(file.read(), file.name, most_bytes=MOST_BYTES))


class PlacesForm(forms.Form):
    places = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=10_000,
        required=False,
        help_text="Gasten tellen mee. Leeg: er is plaats voor iedereen.",
    )


class TapForm(forms.Form):
    id = forms.UUIDField(required=False)
    invitation = forms.UUIDField()
    is_here = forms.TypedChoiceField(
        choices=[("ja", "ja"), ("nee", "nee")], coerce=lambda value: value == "ja"
    )
    at = forms.FloatField(required=False)  # milliseconds, as phones count


class WalkInForm(forms.Form):
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = LineField(label="Naam", max_length=120)
    organisation = LineField(label="Organisatie", max_length=120, required=False)


class GroupsForm(forms.Form):
    tables = forms.IntegerField(label="Aantal tafels", min_value=1, max_value=MOST_TABLES)
    rounds = forms.IntegerField(label="Aantal rondes", min_value=1, max_value=MOST_ROUNDS)


class RenewForm(forms.Form):
    begun = forms.IntegerField(
        label="Hoeveel rondes zijn al begonnen?",
        min_value=0,
        max_value=MOST_ROUNDS,
        help_text="Ingevuld volgens de klok en het programma. Liep het anders, pas het dan aan.",
    )


class GroupWishForm(forms.Form):
    kind = forms.ChoiceField(label="Wat", choices=GroupWish.Kind.choices)
    one = forms.ModelChoiceField(label="Wie", queryset=Invitation.objects.none())
    other = forms.ModelChoiceField(
        label="Met wie", queryset=Invitation.objects.none(), required=False
    )
    table = forms.IntegerField(
        label="Aan tafel", min_value=1, max_value=MOST_TABLES, required=False
    )
    round_number = forms.IntegerField(
        label="In ronde",
        min_value=1,
        max_value=MOST_ROUNDS,
        required=False,
        help_text="Leeg: in elke ronde.",
    )

    def __init__(self, *args: Any, people: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for name in ("one", "other"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = people

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, pair = data.get("kind"), (GroupWish.Kind.TOGETHER, GroupWish.Kind.APART)
        if kind in pair and not data.get("other"):
            self.add_error("other", "Kies ook de ander.")
        elif kind in pair and data.get("one") == data.get("other"):
            self.add_error("other", "Kies twee verschillende mensen.")
        if kind == GroupWish.Kind.PINNED and not data.get("table"):
            self.add_error("table", "Kies een tafel.")
        return data

    def said(self) -> dict[str, Any]:
        """Only what belongs to the chosen kind."""
        data, kind = self.cleaned_data, self.cleaned_data["kind"]
        pinned = kind == GroupWish.Kind.PINNED
        return {
            "kind": kind,
            "one": data["one"],
            "other": data["other"] if kind in ("samen", "apart") else None,
            "table": data["table"] if pinned else None,
            "round_number": data["round_number"] if pinned else None,
        }
