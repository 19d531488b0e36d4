"""What people fill in to let a post go out, take it back, or tell what they made of it."""

from functools import partial
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.content import A_YEAR, Content
from leerkring.exchange.posts.field_forms import (
    LONGEST_ALT,
    LONGEST_CAPTION,
    LONGEST_NAME,
    renamed,
    section_field,
    words_of,
)
from leerkring.exchange.posts.kinds import LONGEST_TITLE, UPDATE, Kind
from leerkring.exchange.posts.models import Attachment, Post, Trial
from leerkring.foundation.language.checking import CheckedTextMixin, ReadAloneMixin
from leerkring.foundation.language.checking_actions import agreed_on
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.network.circles.audience import Audience, is_wider
from leerkring.network.circles.queries import readers_for

REVIEWS = {6: "Over een half jaar", A_YEAR: "Over een jaar", 24: "Over twee jaar", 0: "Nooit"}
SEPARATOR = ", "  # between keywords; none of them holds a comma


class PublishForm(CheckedTextMixin, forms.Form):
    """Now, or later; the texts go along unseen, to be looked over for traces of people.

    What readers of the same or a wider audience can read already is not asked about again. What is
    said of files was looked over as it was written, for those who could read it then.
    """

    publish_at = forms.DateTimeField(
        label="Later uitbrengen, op",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Leeg laten: het komt meteen uit.",
    )
    review_after = forms.TypedChoiceField(
        label="Wanneer vragen we of het nog klopt?",
        coerce=int,
        empty_value=A_YEAR,
        required=False,
        help_text="Je krijgt dan bericht, en zegt het met één klik.",
    )

    def __init__(self, *args: Any, post: Post, content: Content, saves: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = post.what
        self.fields |= {
            "base": forms.IntegerField(widget=forms.HiddenInput),
            "title": LineField(label="Titel", max_length=LONGEST_TITLE),
            **{section.key: section_field(section) for section in kind.sections},
            "keywords": LineField(label="Trefwoorden", required=False, max_length=300),
        }
        self.initial |= {"base": saves, "title": content.title, **content.texts}
        self.initial["review_after"] = content.review_after
        if kind.expires:
            del self.fields["review_after"]  # it goes by itself
        else:
            self._offer_reviews(kind)
        self.initial["keywords"] = SEPARATOR.join(content.keywords)
        self.sections = tuple(section.key for section in kind.sections)
        self.beside = self._add_what_is_said_of_files(post)
        self.checked_fields = ("title", *self.sections, "keywords", *self.beside)
        for name in self.checked_fields:
            self.fields[name].widget = forms.HiddenInput()
        self.checked_html_fields = tuple(s.key for s in kind.sections if s.rich)
        self.unasked_names = [post.author.name] if post.author and post.author.name else []
        self.agreed = partial(agreed_on, post)
        only = content.circle if content.audience is Audience.CIRCLE else None
        self.read_along = bool(readers_for(only) - {post.author_id})
        said = post.said
        widens = is_wider(content.audience, content.circle, said.audience, said.circle)
        if post.published_at is not None and not widens:
            self.accepted_texts = {
                "title": post.title,
                **said.texts,
                "keywords": SEPARATOR.join(said.keywords),
                **{name: self.initial[name] for name in self.beside},
            }

    def _add_what_is_said_of_files(self, post: Post) -> dict[str, Attachment]:
        """Captions, words for who cannot see a picture, names of files; by their field."""
        beside = {}
        seen = bool(post.author) and not rules.adds_at_once(post.author, post)  # by an editor
        for row in post.attachments.select_related("file"):
            said = {f"bijschrift-{row.pk}": ("Bijschrift bij", row.caption, LONGEST_CAPTION)}
            if row.is_picture:
                said[f"alt-{row.pk}"] = ("Wat er te zien is op", row.file.alt, LONGEST_ALT)
            else:
                said[f"naam-{row.pk}"] = ("Naam van", words_of(row.file.name), LONGEST_NAME)
            for name, (label, text, longest) in said.items():
                self.fields[name] = LineField(
                    label=f"{label} {row.file.name}", required=False, max_length=longest
                )
                self.fields[name].disabled = seen and not row.held
                self.initial[name], beside[name] = text, row
        return beside

    def clean(self) -> Any:
        """What was not sent along is looked over as it stands."""
        for name in self.beside:
            self.cleaned_data[name] = self.cleaned_data.get(name) or self.initial[name]
        return super().clean()

    def said_of_files(self) -> dict[str, dict[int, str]]:
        """`alts`, `captions` and `names`, by attachment."""
        said: dict[str, dict[int, str]] = {"alts": {}, "captions": {}, "names": {}}
        for name, row in self.beside.items():
            text = self.cleaned_data[name]
            if name.startswith("naam-"):
                said["names"][row.pk] = renamed(row.file.name, text)
            else:
                said["alts" if name.startswith("alt-") else "captions"][row.pk] = text
        return said

    def _offer_reviews(self, kind: Kind) -> None:
        field = self.fields["review_after"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(n, words) for n, words in REVIEWS.items() if n or kind is UPDATE]

    def content(self, old: Content) -> Content:
        """The draft, with what its author replaced while looking it over."""
        data = self.cleaned_data
        texts = {name: data[name] for name in self.sections if data[name]}
        words = tuple(word for part in data["keywords"].split(",") if (word := part.strip()))
        again = data.get("review_after", old.review_after)
        return old.edited(title=data["title"], texts=texts, keywords=words, review_after=again)

    def clean_publish_at(self) -> Any:
        moment = self.cleaned_data["publish_at"]
        if moment is not None and moment <= timezone.now():
            raise forms.ValidationError("Kies een moment dat nog komt, of laat het leeg.")
        return moment


class ReasonForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300)


class RetractForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300, required=False)


class RemarkForm(ReadAloneMixin, forms.Form):
    checked_fields = ("remark",)
    remark = TextField(
        label="Wat kan de schrijver nog doen?",
        max_length=2000,
        rows=4,
    )


class TrialForm(ReadAloneMixin, forms.ModelForm):
    """Read by all who read the example; what they could read already is not asked about again."""

    checked_fields = ("where", "changed", "came_of_it")
    where = LineField(label="Waar?", max_length=150, help_text="Je team, school of organisatie.")
    changed = TextField(label="Wat deden jullie anders?", rows=3, max_length=2000, required=False)
    came_of_it = TextField(label="Wat kwam ervan?", rows=3, max_length=2000)

    class Meta:
        model = Trial
        fields = ["where", "outcome", "changed", "came_of_it"]
        labels = {"outcome": "Hoe ging het?"}
        widgets = {"outcome": forms.RadioSelect(choices=Trial.Outcome.choices)}

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unasked_names = [person.name] if person.name else []
        if self.instance.pk:
            self.accepted_texts = {n: getattr(self.instance, n) for n in self.checked_fields}
