"""What a person tells of themselves, and how one looks for people."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.files.forms import CheckedFileField
from leerkring.foundation.files.kinds import Group
from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField
from leerkring.foundation.language.plainness import Plainness, review
from leerkring.network.people.models import Municipality, Organisation
from leerkring.network.profiles.directory_queries import Sought
from leerkring.network.profiles.models import MOST_QUESTIONS, Profile, Sector
from leerkring.network.profiles.visibility import CHOICES, FIELDS
from leerkring.network.themes.forms import ThemesField
from leerkring.network.themes.models import Following, Theme
from leerkring.network.themes.queries import theme_at

MOST_EXPERTISE = 8
OWN_WORDS = ("position", "sector", "region", "sentence", "questions_a_month")
TOLD = (*OWN_WORDS, *(field.column for field in FIELDS))
FREE_WORDS = ("position", "region", "sentence")
ANYTHING = ("", "Alles")


class SearchForm(forms.Form):
    """Nothing here is refused: what cannot be understood is looked for all the same, or ignored."""

    q = LineField(label="Naam", required=False, max_length=100)
    organisatie = LineField(label="Organisatie", required=False, max_length=120)
    werkveld = forms.ChoiceField(label="Werkveld", required=False)
    regio = LineField(label="Regio", required=False, max_length=120)
    thema = forms.ChoiceField(label="Weet veel van", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="zoek_%s")
        themes = Theme.objects.current().values_list("slug", "name")
        for name, choices in (("werkveld", Sector.choices), ("thema", themes)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [ANYTHING, *choices]
        for name in ("q", "organisatie", "regio"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        self.fields["organisatie"].widget.attrs["list"] = "organisaties"
        self.fields["regio"].widget.attrs["list"] = "regios"

    def sought(self) -> Sought:
        self.is_valid()
        given = {name: self.cleaned_data.get(name, "") for name in self.fields}
        theme = theme_at(given["thema"]) if given["thema"] else None
        return Sought(
            words=given["q"],
            organisation=given["organisatie"],
            sector=given["werkveld"],
            region=given["regio"],
            theme=theme.pk if theme else None,
        )


class ProfileForm(ReadAloneMixin, forms.Form):
    """Each field of a profile, with who sees it in a field beside it (`name_seen` …).

    One's own name is no trace here; what others may read already is not asked about again.
    """

    checked_fields = FREE_WORDS
    name = LineField(label="Je naam", max_length=120)
    photo = CheckedFileField(
        label="Een foto",
        required=False,
        only=[Group.PICTURE],
        widget=forms.FileInput,
        help_text="Je gezicht, goed te zien. We maken er een vierkantje van.",
    )
    photo_gone = forms.BooleanField(label="Haal mijn foto weg", required=False)
    organisation = LineField(
        label="Je organisatie", max_length=120, required=False, help_text="Waar werk je?"
    )
    position = LineField(label="Je functie", max_length=120, required=False)
    sector = forms.ChoiceField(
        label="Je werkveld", choices=[("", "Kies…"), *Sector.choices], required=False
    )
    region = LineField(
        label="Je regio",
        max_length=120,
        required=False,
        help_text="Een gemeente, of in je eigen woorden.",
    )
    sentence = LineField(
        label="Een zin over jezelf",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
    )
    expertise = ThemesField(label="Waar weet je veel van?")
    questions_a_month = forms.IntegerField(
        label="Hoeveel vragen per maand mogen er bij jou komen?",
        min_value=0,
        max_value=MOST_QUESTIONS,
        help_text=f"Van 0 tot en met {MOST_QUESTIONS}. Nooit meer dan je hier zegt.",
    )
    themes = ThemesField(label="Welke thema's volg je?")

    def __init__(self, *args: Any, profile: Profile, looking: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.profile, self.looking = profile, looking
        for field in FIELDS:
            self.fields[field.column] = forms.TypedChoiceField(
                label="Wie ziet dit?", choices=CHOICES, coerce=int
            )
        if not profile.photo_id:
            del self.fields["photo_gone"]
        if profile.organisation_id:
            del self.fields["organisation"]  # a job is left on a page of its own
        if not self.is_bound:
            self.initial = _told(profile)

    def asks_check(self) -> bool:
        """Not for who only looks how it would be."""
        return not self.looking

    def clean(self) -> Any:
        self.unasked_names = [self.profile.person.name, self.cleaned_data.get("name", "")]
        self.accepted_texts = {
            name: getattr(self.profile, name) for name in FREE_WORDS if not self._widens(name)
        }
        return super().clean()

    def _widens(self, name: str) -> bool:
        """Whether others come to read this field: it is never seen further than the name is."""
        columns = ("name_seen", f"{name}_seen")
        before = min(getattr(self.profile, column) for column in columns)
        return min(self.cleaned_data.get(column, before) for column in columns) > before

    def plainness(self) -> Plainness:
        """Of the sentence: what one does and where are words, not sentences."""
        return review(self["sentence"].value() or "")

    def pairs(self) -> Iterator[tuple[str, forms.BoundField | None, forms.BoundField]]:
        """(name, the field, who sees it), in the order of the page; a field may be elsewhere."""
        for field in FIELDS:
            here = self[field.name] if field.name in self.fields else None
            yield field.name, here, self[field.column]

    def clean_region(self) -> str:
        """A municipality is spelled as everywhere."""
        region: str = self.cleaned_data["region"]
        known = Municipality.objects.filter(name__iexact=region).first()
        return known.name if known else region

    def clean_sentence(self) -> str:
        sentence: str = self.cleaned_data["sentence"]
        cover = getattr(self.profile, "cover", None) if self.profile.pk else None
        if cover is not None and cover.holds(sentence):
            raise ValidationError("Een moderator verborg deze zin. Schrijf een andere zin.")
        return sentence

    def clean_expertise(self) -> list[Theme]:
        themes = list(self.cleaned_data["expertise"])
        if len(themes) > MOST_EXPERTISE:
            raise ValidationError(f"Kies hoogstens {MOST_EXPERTISE} thema's.")
        return themes

    def told(self) -> dict[str, Any]:
        """What `Profile` keeps itself, of what was filled in well."""
        return {key: self.cleaned_data[key] for key in TOLD if key in self.cleaned_data}

    def drafted(self) -> Profile:
        """The profile as it would be; not kept."""
        profile = copy(self.profile)
        profile.person = copy(profile.person)
        for key, value in self.told().items():
            setattr(profile, key, value)
        profile.person.name = self.cleaned_data.get("name", profile.person.name)
        if self.cleaned_data.get("organisation"):
            profile.organisation = Organisation(name=self.cleaned_data["organisation"])
        return profile


def _told(profile: Profile) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(profile, name) for name in TOLD}
    following = Following.objects.filter(person=profile.person)
    return told | {
        "name": profile.person.name,
        "expertise": list(profile.expert_on.all()) if profile.pk else [],
        "themes": list(following.values_list("theme_id", flat=True)),
    }
