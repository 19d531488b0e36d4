"""What people fill in for the programme, roles, material and try-outs."""

from typing import Any

from django import forms

from leerkring.foundation.files.forms import CheckedFileField
from leerkring.foundation.files.kinds import Group
from leerkring.foundation.language.forms import LineField
from leerkring.network.circles.queries import members_of
from leerkring.network.people.models import Person
from leerkring.practice.meetings.forms import ToldForm, area
from leerkring.practice.meetings.models import Block, Meeting, Role, Run
from leerkring.practice.meetings.programme_actions import LONGEST, BlockText, StrandText
from leerkring.practice.meetings.programme_queries import places_in
from leerkring.practice.meetings.told_queries import WHERE, WHO

MOST_STEPS = 30


class LedForm(ToldForm):
    """What has a room and somebody who leads it: one of who has a role, or a name.

    Who has a role stands in the programme by name: those names are no question in the script.
    """

    checked_fields: tuple[str, ...] = ("title", "room", "leader_name")
    meant_kinds = {"room": WHERE, "leader_name": WHO}
    room = LineField(label="Zaal", max_length=80, required=False)
    leader = forms.ModelChoiceField(
        Person.objects.none(),
        label="Wie leidt het?",
        required=False,
        empty_label="Nog niemand, of iemand zonder account",
        help_text="Iedereen die een rol heeft in deze bijeenkomst.",
    )
    leader_name = LineField(label="Of een naam zonder account", max_length=120, required=False)

    def __init__(self, *args: Any, meeting: Meeting, row: Any = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.meeting = meeting
        field = self.fields["leader"]
        assert isinstance(field, forms.ModelChoiceField)
        known = set(meeting.roles.values_list("person_id", flat=True))
        known |= {row.leader_id} if row is not None and row.leader_id else set()
        field.queryset = Person.objects.filter(pk__in=known).order_by("name")
        if row is not None:
            self.initial = {name: getattr(row, name) for name in self.fields}
            self.initial["leader"] = row.leader_id
            self.accepted_texts = {name: self.initial[name] for name in self.checked_fields}

    def clean(self) -> Any:
        names = self.meeting.roles.values_list("person__name", flat=True)
        self.unasked_names = [*self.unasked_names, *names]
        return super().clean()


class BlockForm(LedForm):
    checked_fields = (*LedForm.checked_fields, "purpose", "steps", "material", "capture")
    title = LineField(label="Titel", max_length=120)
    kind = forms.ChoiceField(label="Hoe", choices=Block.Kind.choices)
    minutes = forms.IntegerField(label="Minuten", min_value=1, max_value=LONGEST)
    purpose = area("Doel", 2, 600, required=False)
    steps = area(
        *("Draaiboek", 6, 8000),
        required=False,
        help_text="Eén stap per regel. Begin met de tijd als je wilt: «5 min. Maak tweetallen.»",
    )
    material = area("Nodig", 2, 600, required=False)
    capture = LineField(
        label="Wat schrijft elke tafel op?",
        max_length=200,
        required=False,
        help_text="Leeg: «Wat ga ik met ingang van morgen anders of beter doen?»",
    )
    field_order = ("title", "kind", "minutes", "purpose", "steps", "material", "capture")

    def __init__(self, *args: Any, meeting: Meeting, block: Block | None = None, **kw: Any) -> None:
        super().__init__(*args, meeting=meeting, row=block, **kw)
        if block is not None:
            self.initial["steps"] = "\n".join(block.steps)
            self.accepted_texts = {**self.accepted_texts, "steps": self.initial["steps"]}

    def clean_steps(self) -> str:
        """A line for each step."""
        lines = self.cleaned_data["steps"].splitlines()
        steps = [" ".join(line.split()) for line in lines if line.strip()]
        if len(steps) > MOST_STEPS:
            raise forms.ValidationError(f"Hoogstens {MOST_STEPS} stappen.")
        return "\n".join(steps)

    def text(self) -> BlockText:
        return BlockText(**{**self.cleaned_data, "steps": self.cleaned_data["steps"].splitlines()})


class StrandForm(LedForm):
    title = LineField(label="Onderwerp", max_length=120)
    places = forms.IntegerField(label="Plaatsen", min_value=1, max_value=2000, required=False)
    field_order = ("title",)

    def text(self) -> StrandText:
        return StrandText(**self.cleaned_data)


class RoleForm(forms.Form):
    kind = forms.ChoiceField(label="Rol", choices=Role.Kind.choices)
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Wie", required=False, empty_label="Kies iemand"
    )
    email = forms.EmailField(
        label="Of het e-mailadres",
        required=False,
        help_text="Van iemand met een account, ook van buiten de groep.",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        near = members_of(meeting.circle_id) if meeting.circle_id else set()
        near |= set(meeting.roles.values_list("person_id", flat=True))
        field.queryset = Person.objects.filter(pk__in=near, is_active=True).order_by("name")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("person") and data.get("email"):
            found = Person.objects.filter(email=data["email"].lower(), is_active=True).first()
            if found is None:
                self.add_error("email", "Niemand heeft een account met dit adres.")
            data["person"] = found
        elif not data.get("person") and "email" not in self.errors:
            self.add_error("person", "Kies iemand, of vul een e-mailadres in.")
        return data


class MaterialForm(ToldForm):
    checked_fields = ("title",)
    title = LineField(label="Titel", max_length=160)
    place = forms.ChoiceField(label="Hoort bij", required=False)
    upload = CheckedFileField(label="Bestand of film", required=False)
    captions = CheckedFileField(
        label="Ondertitels bij de film", required=False, only=["text/vtt"], help_text="Een vtt."
    )
    link = forms.URLField(
        label="Of een link", max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.places = places_in(meeting)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "De hele bijeenkomst"), *((k, v[0]) for k, v in self.places.items())]

    def clean(self) -> Any:
        data = self.cleaned_data
        _, data["block"], data["strand"] = self.places.get(data.pop("place", ""), ("", None, None))
        upload, captions = data.get("upload"), data.get("captions")
        if not upload and not data.get("link") and not self.errors:
            self.add_error("upload", "Kies een bestand, of vul een link in.")
        if captions and not (upload and upload.kind.group == Group.FILM):
            self.add_error("captions", "Ondertitels horen bij een film. Kies ook een film.")
        if upload and upload.kind.group == Group.FILM and not captions and not self.errors:
            self.add_error("captions", "Een film heeft ondertitels nodig, voor wie niet hoort.")
        return super().clean()


class TryOutForm(forms.Form):
    kind = forms.ChoiceField(
        label="Hoe",
        choices=[choice for choice in Run.Kind.choices if choice[0] != Run.Kind.DAY],
        widget=forms.RadioSelect,
    )
    people = forms.IntegerField(label="Met hoeveel mensen?", min_value=1, max_value=2000)
