"""What people fill in to let a post go out, take it back, or tell what they made of it."""

from functools import partial
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.field_forms import LineField, section_field
from leerkring.exchange.posts.kinds import LONGEST_TITLE
from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.redaction import SHORTEST
from leerkring.foundation.language.checking import CheckedTextMixin
from leerkring.foundation.language.checking_actions import agreed_on
from leerkring.network.circles.audience import Audience, is_wider
from leerkring.network.circles.queries import keepers_of

SEPARATOR = ", "  # between keywords; none of them holds a comma


class PublishForm(CheckedTextMixin, forms.Form):
    """Now, or later; the texts go along unseen, to be looked over for traces of people.

    What readers of the same or a wider audience can read already is not asked about again.
    """

    publish_at = forms.DateTimeField(
        label="Later uitbrengen, op",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Leeg laten: het komt meteen uit.",
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
        self.initial["keywords"] = SEPARATOR.join(content.keywords)
        self.sections = tuple(section.key for section in kind.sections)
        self.checked_fields = ("title", *self.sections, "keywords")
        for name in self.checked_fields:
            self.fields[name].widget = forms.HiddenInput()
        self.checked_html_fields = tuple(s.key for s in kind.sections if s.rich)
        self.unasked_names = [post.author.name] if post.author and post.author.name else []
        self.agreed = partial(agreed_on, post)
        only = content.circle if content.audience is Audience.CIRCLE else None
        self.read_along = bool(keepers_of(only) - {post.author_id})
        said = post.said
        widens = is_wider(content.audience, content.circle, said.audience, said.circle)
        if post.published_at is not None and not widens:
            self.accepted_texts = {
                "title": post.title,
                **said.texts,
                "keywords": SEPARATOR.join(said.keywords),
            }

    def content(self, old: Content) -> Content:
        """The draft, with what its author replaced while looking it over."""
        data = self.cleaned_data
        texts = {name: data[name] for name in self.sections if data[name]}
        words = tuple(word for part in data["keywords"].split(",") if (word := part.strip()))
        return old.edited(title=data["title"], texts=texts, keywords=words)

    def clean_publish_at(self) -> Any:
        moment = self.cleaned_data["publish_at"]
        if moment is not None and moment <= timezone.now():
            raise forms.ValidationError("Kies een moment dat nog komt, of laat het leeg.")
        return moment


class ReasonForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300)


class RetractForm(forms.Form):
    reason = LineField(label="Waarom?", max_length=300, required=False)


class RedactForm(ReasonForm):
    passage = forms.CharField(
        label="Welke passage moet weg?",
        min_length=SHORTEST,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Neem de woorden precies over. We bewaren niet wat er stond.",
    )
    field_order = ["passage", "reason"]


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label="Wat kan de schrijver nog doen?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TrialForm(forms.ModelForm):
    class Meta:
        model = Trial
        fields = ["where", "outcome", "changed", "came_of_it"]
        labels = {
            "where": "Waar?",
            "outcome": "Hoe ging het?",
            "changed": "Wat deden jullie anders?",
            "came_of_it": "Wat kwam ervan?",
        }
        help_texts = {"where": "Je team, school of organisatie."}
        widgets = {
            "outcome": forms.RadioSelect(choices=Trial.Outcome.choices),
            "changed": forms.Textarea(attrs={"rows": 3}),
            "came_of_it": forms.Textarea(attrs={"rows": 3}),
        }
