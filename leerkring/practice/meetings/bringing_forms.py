"""What people fill in for the programme, roles, material, questions and try-outs."""

from typing import Any

from django import forms

from leerkring.foundation.files.forms import CheckedFileField
from leerkring.foundation.files.kinds import Group
from leerkring.foundation.language.forms import LineField
from leerkring.foundation.language.turning import without_turning
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import members_of, organisation_of
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.forms import area
from leerkring.practice.meetings.models import Block, Meeting, Role, Run
from leerkring.practice.meetings.programme_actions import LONGEST, BlockText, StrandText

MOST_STEPS = 30


class BlockForm(forms.Form):
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

    def __init__(self, *args: Any, block: Block | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if block is not None:
            self.initial = {name: getattr(block, name) for name in self.fields}
            self.initial["steps"] = "\n".join(block.steps)

    def clean_steps(self) -> list[str]:
        lines = without_turning(self.cleaned_data["steps"]).splitlines()
        steps = [" ".join(line.split()) for line in lines if line.strip()]
        if len(steps) > MOST_STEPS:
            raise forms.ValidationError(f"Hoogstens {MOST_STEPS} stappen.")
        return steps

    def text(self) -> BlockText:
        return BlockText(**self.cleaned_data)


class StrandForm(forms.Form):
    title = LineField(label="Onderwerp", max_length=120)
    room = LineField(label="Zaal", max_length=80, required=False)
    leader = forms.ModelChoiceField(
        Person.objects.none(),
        label="Wie leidt het?",
        required=False,
        empty_label="Nog niemand, of iemand zonder account",
        help_text="Iedereen die een rol heeft in deze bijeenkomst.",
    )
    leader_name = LineField(label="Of een naam zonder account", max_length=120, required=False)
    places = forms.IntegerField(label="Plaatsen", min_value=1, max_value=2000, required=False)

    def __init__(self, *args: Any, meeting: Meeting, strand: Any = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["leader"]
        assert isinstance(field, forms.ModelChoiceField)
        known = set(meeting.roles.values_list("person_id", flat=True))
        known |= {strand.leader_id} if strand is not None and strand.leader_id else set()
        field.queryset = Person.objects.filter(pk__in=known).order_by("name")
        if strand is not None:
            self.initial = {name: getattr(strand, name) for name in self.fields}
            self.initial["leader"] = strand.leader_id

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


class MaterialForm(forms.Form):
    title = LineField(label="Titel", max_length=160)
    block = forms.ModelChoiceField(
        Block.objects.none(), label="Hoort bij", required=False, empty_label="De hele bijeenkomst"
    )
    upload = CheckedFileField(label="Bestand of film", required=False)
    captions = CheckedFileField(
        label="Ondertitels bij de film", required=False, only=["text/vtt"], help_text="Een vtt."
    )
    link = forms.URLField(
        label="Of een link", max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["block"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = meeting.blocks.all()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        upload, captions = data.get("upload"), data.get("captions")
        if not upload and not data.get("link") and not self.errors:
            self.add_error("upload", "Kies een bestand, of vul een link in.")
        if captions and not (upload and upload.kind.group == Group.FILM):
            self.add_error("captions", "Ondertitels horen bij een film. Kies ook een film.")
        if upload and upload.kind.group == Group.FILM and not captions and not self.errors:
            self.add_error("captions", "Een film heeft ondertitels nodig, voor wie niet hoort.")
        return data


class QuestionForm(forms.Form):
    text = area(
        *("Welke vraag breng je mee?", 3, 500),
        help_text="Een echte vraag, zonder namen van bewoners.",
    )
    behalf = forms.ChoiceField(label="Namens", required=False)
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Thema", required=False, empty_label="Nog geen"
    )

    def __init__(self, *args: Any, person: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        behalf, theme = self.fields["behalf"], self.fields["theme"]
        assert isinstance(behalf, forms.ChoiceField) and isinstance(theme, forms.ModelChoiceField)
        self.organisation = organisation_of(person)
        self.circles = {str(circle.pk): circle for circle in Circle.objects.of(person).living()}
        own = [("organisatie", str(self.organisation))] if self.organisation else []
        behalf.choices = [*own, ("", "Mezelf"), *((k, c.name) for k, c in self.circles.items())]
        theme.queryset = Theme.objects.current()

    def said(self) -> dict[str, Any]:
        data, behalf = self.cleaned_data, self.cleaned_data["behalf"]
        return {
            "text": data["text"],
            "theme": data["theme"],
            "organisation": self.organisation if behalf == "organisatie" else None,
            "circle": self.circles.get(behalf),
        }


class AnswerForm(forms.Form):
    text = area("Antwoord", 3, 5000, help_text="Wat kwam eruit, in de zaal of daarna?")


class TryOutForm(forms.Form):
    kind = forms.ChoiceField(
        label="Hoe",
        choices=[choice for choice in Run.Kind.choices if choice[0] != Run.Kind.DAY],
        widget=forms.RadioSelect,
    )
    people = forms.IntegerField(label="Met hoeveel mensen?", min_value=1, max_value=2000)
