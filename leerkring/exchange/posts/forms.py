"""What people fill in about a post. A draft may be half done; what is missing is said later."""

from collections.abc import Iterator
from typing import Any

from django import forms

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.actions import NewFile
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.field_forms import (
    FACTS,
    LONGEST_ALT,
    DraftLine,
    file_fields,
    named,
    section_field,
    words_of,
)
from leerkring.exchange.posts.kinds import LONGEST_TITLE
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.exchange.posts.richtext import as_typed
from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.network.themes.forms import ThemesField

MOST_KEYWORDS = 10
NO_ALT = "Vertel wat er op de foto te zien is."


class NewForm(forms.Form):
    """The one question with which a post begins."""

    title = LineField(label="Titel", max_length=LONGEST_TITLE)


class DraftForm(ReadAloneMixin, forms.Form):
    """All that a post of this kind can say. Nothing is obliged: a draft may be half done.

    The texts are looked over for traces of people before they go out. What is said of a file is
    looked over as it comes in, because with a post that is out it is there at once.
    """

    checked_fields: tuple[str, ...] = (
        *("picture_alt", "picture_caption"),
        *("attachment_name", "attachment_caption"),
    )
    use_required_attribute = False
    by_itself = False
    title = DraftLine(label="Titel", max_length=LONGEST_TITLE)
    base = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, post: Post, content: Content, saves: int, person: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.post, self.kind, self.old = post, post.what, content
        self.initial |= {"title": content.title, "base": saves, **content.facts}
        for section in self.kind.sections:
            self.fields[section.key] = section_field(section, half_done=True)
            text = content.texts.get(section.key, "")
            self.initial[section.key] = as_typed(text) if section.rich else text
        self.fields |= {name: FACTS[name]() for name in self.kind.facts}
        self._add_what_all_have(content, person)
        self.holds_files = not rules.adds_at_once(person, post)
        self._add_files(post)
        self.unasked_names = [person.name] if person.name else []

    def asks_check(self) -> bool:
        """A file, and what is said of one, goes out when a person keeps it; not by itself."""
        if self.by_itself:
            return False
        new = "picture" in self.files or "attachment" in self.files
        return new or not self.alts.keys().isdisjoint(self.data)

    def _add_what_all_have(self, content: Content, person: Any) -> None:
        self.fields["themes"] = ThemesField()
        self.fields["keywords"] = LineField(
            label="Trefwoorden", required=False, max_length=300, help_text="Met komma's ertussen."
        )
        self.fields["audience"] = forms.ChoiceField(
            label="Wie mag dit lezen?",
            choices=[(audience.value, audience.label) for audience in Audience],
            widget=forms.RadioSelect,
        )
        self.fields["circle"] = forms.ModelChoiceField(
            circles_to_write_in(person),
            label="Werkgroep",
            required=False,
            empty_label="Geen",
            help_text="Het stuk staat dan ook op de pagina van de werkgroep.",
        )
        self.initial |= {
            "themes": content.themes,
            "keywords": ", ".join(content.keywords),
            "audience": content.audience.value,
            "circle": content.circle,
        }

    def _add_files(self, post: Post) -> None:
        self.fields |= file_fields()
        there = list(post.attachments.select_related("file"))
        self._add_alts([a for a in there if a.is_picture and (a.held or not self.holds_files)])
        kept = [(a.pk, f"{a.file.name}: weghalen") for a in there]
        if kept:
            self.fields["removed"] = forms.TypedMultipleChoiceField(
                label="Wat er al bij staat",
                required=False,
                coerce=int,
                choices=kept,
                widget=forms.CheckboxSelectMultiple,
            )

    def _add_alts(self, pictures: list[Attachment]) -> None:
        """What is said of each picture that stands there, to be said better."""
        self.alts = {f"alt-{picture.pk}": picture for picture in pictures}
        for name, picture in self.alts.items():
            label = f"Wat is er te zien op {picture.file.name}?"
            self.fields[name] = LineField(label=label, required=False, max_length=LONGEST_ALT)
            self.initial[name] = picture.file.alt
        self.checked_fields = (*self.checked_fields, *self.alts)
        self.accepted_texts = {name: picture.file.alt for name, picture in self.alts.items()}

    def clean_attachment_name(self) -> str:
        """Readers see it: it is looked over also when it was not typed here."""
        file, typed = self.cleaned_data.get("attachment"), self.cleaned_data["attachment_name"]
        return (typed or words_of(file.name)) if file else ""

    def clean_keywords(self) -> tuple[str, ...]:
        words = {
            word.strip().casefold(): word.strip()
            for word in self.cleaned_data["keywords"].split(",")
        }
        words.pop("", None)
        if len(words) > MOST_KEYWORDS:
            raise forms.ValidationError(f"Hoogstens {MOST_KEYWORDS} trefwoorden.")
        return tuple(words.values())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("picture") and not data.get("picture_alt"):
            self.add_error("picture_alt", NO_ALT)
        for name, picture in self.alts.items():
            if name in self.data and not data.get(name) and picture.pk not in self.removed():
                self.add_error(name, NO_ALT)
        return data

    def content(self) -> Content:
        """What was filled in; facts of other kinds are left out."""
        data = self.cleaned_data
        day = data.get("expires_on")
        facts = {name: data.get(name) or "" for name in self.kind.facts if name != "expires_on"}
        facts |= {"expires_on": day.isoformat()} if day else {}
        return Content(
            title=data["title"],
            texts={s.key: text for s in self.kind.sections if (text := data[s.key])},
            facts={name: value for name, value in facts.items() if value},
            keywords=data["keywords"],
            themes=tuple(sorted(theme.pk for theme in data["themes"])),
            audience=Audience(data["audience"]),
            circle=data["circle"].pk if data["circle"] else None,
            review_after=self.old.review_after,
        )

    def new_files(self) -> Iterator[NewFile]:
        data = self.cleaned_data
        if data.get("picture"):
            words = {"alt": data["picture_alt"], "caption": data["picture_caption"]}
            yield NewFile(data["picture"], **words, is_picture=True)
        if data.get("attachment"):
            file = named(data["attachment"], data["attachment_name"])
            yield NewFile(file, caption=data["attachment_caption"])

    def alt_texts(self) -> dict[int, str]:
        """By file, what was filled in anew."""
        said = {row: self.cleaned_data.get(name) for name, row in self.alts.items()}
        return {row.pk: alt for row, alt in said.items() if alt and alt != row.file.alt}

    def removed(self) -> list[int]:
        return list(self.cleaned_data.get("removed", []))
