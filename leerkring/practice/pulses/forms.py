"""What who leads something fills in: how it is asked, into which themes, and what comes of it."""

from typing import Any
from uuid import UUID

from django import forms

from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.turning import without_turning
from leerkring.foundation.tables.cells import key_of, tidy
from leerkring.practice.pulses.answer_forms import MaskedForm
from leerkring.practice.pulses.kinds import LONGEST_TOPIC, MOST_TOPICS, TOPICS, Kind
from leerkring.practice.pulses.models import OpenAnswer

MOST_PLACES = 500


class AskForm(forms.Form):
    """How a pulse is asked; everything may be left as it is."""

    places = forms.IntegerField(
        label="Hoeveel mensen kunnen antwoorden?",
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        help_text="Daarna is de link vol. Laat je dit leeg, dan zijn het er net zoveel als er "
        "mensen zijn. Waren er gasten bij? Tel ze dan mee.",
    )
    topics = TextField(
        label="Onderwerpen om uit te kiezen, één per regel",
        max_length=(LONGEST_TOPIC + 2) * 20,
        required=False,
        rows=6,
    )
    effect = forms.BooleanField(label="Vraag na zes weken ook wat het opleverde", required=False)

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not kind.is_choice:
            del self.fields["topics"]
        if kind is not Kind.AFTER:
            del self.fields["effect"]

    def clean_topics(self) -> tuple[str, ...]:
        lines = without_turning(self.cleaned_data["topics"]).splitlines()
        topics = {key_of(tidy(line)): tidy(line) for line in reversed(lines) if tidy(line)}
        found = tuple(reversed(topics.values()))
        if len(found) > MOST_TOPICS:
            raise forms.ValidationError(f"Kies hoogstens {MOST_TOPICS} onderwerpen.")
        if long := [topic for topic in found if len(topic) > LONGEST_TOPIC]:
            raise forms.ValidationError(
                f"«{long[0][:30]}…» is te lang: hoogstens {LONGEST_TOPIC} tekens."
            )
        return found or TOPICS


class ReplyForm(MaskedForm):
    tells_known_names = True  # who leads it has an account, and sees who takes part

    text = TextField(
        label="Jouw antwoord op wat mensen zeiden",
        max_length=2000,
        rows=5,
        help_text="Wat pak je op, wat niet, en waarom? Iedereen met de link kan dit lezen.",
    )


class ThemesForm(forms.Form):
    """A theme for each open answer; and where it may stand in a report, whether it does."""

    def __init__(
        self, answers: list[OpenAnswer], *args: Any, quotes: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.answers = answers
        for answer in answers:
            self.fields[f"theme-{answer.pk}"] = LineField(
                label="Thema",
                max_length=60,
                required=False,
                initial=answer.theme,
                widget=forms.TextInput(attrs={"list": "themes", "autocomplete": "off"}),
            )
            if quotes:
                self.fields[f"fate-{answer.pk}"] = forms.ChoiceField(
                    label="In het verslag?",
                    choices=OpenAnswer.Fate.choices,
                    required=False,
                    initial=answer.fate,
                )

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What was answered, and what is filled in about it."""
        names = [[f"theme-{answer.pk}", f"fate-{answer.pk}"] for answer in self.answers]
        return [
            (answer.text, [self[name] for name in own if name in self.fields])
            for answer, own in zip(self.answers, names, strict=True)
        ]

    def themes(self) -> dict[UUID, str]:
        return {key: tidy(theme) for key, theme in self._of("theme-")}

    def fates(self) -> dict[UUID, str]:
        return dict(self._of("fate-"))

    def _of(self, begin: str) -> list[tuple[UUID, str]]:
        said = self.cleaned_data.items()
        return [(UUID(name[len(begin) :]), text) for name, text in said if name.startswith(begin)]


class ThemeRepliesForm(forms.Form):
    """Beside each theme what comes of it."""

    def __init__(self, themes: list[str], said: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = {f"reply-{number}": theme for number, theme in enumerate(themes)}
        for name, theme in self.named.items():
            self.fields[name] = TextField(
                label=f"{theme}: dit doen we ermee",
                max_length=600,
                rows=2,
                required=False,
                initial=said.get(theme, ""),
            )

    def replies(self) -> dict[str, str]:
        return {theme: self.cleaned_data[name] for name, theme in self.named.items()}
