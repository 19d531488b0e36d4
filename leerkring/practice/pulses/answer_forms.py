"""What people write behind a link, and what covers it up before anybody else reads it."""

from hashlib import sha256
from typing import Any

from django import forms

from leerkring.foundation.language.checking import known_names
from leerkring.foundation.language.forms import TextField
from leerkring.foundation.language.identifiers import Trace, find
from leerkring.foundation.language.registry import places_for
from leerkring.foundation.language.turning import without_turning
from leerkring.practice.pulses.kinds import choice_bytes, scale_bytes
from leerkring.practice.pulses.masking import covered
from leerkring.practice.pulses.models import Pulse


class MaskedForm(forms.Form):
    """A text in which traces of people are covered up; the writer is told so first.

    Names that the platform knows are covered up without a word: whoever has the link could type a
    name, and would learn from the answer whether somebody with that name takes part. Names of who
    is in the same room are told of; they are known there.

    `seen` comes back with the fingerprint of the text of which the writer was told.
    """

    tells_known_names = False

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    traces: tuple[Trace, ...] = ()
    told: tuple[Trace, ...] = ()

    def __init__(self, pulse: Pulse, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pulse = pulse

    def clean_text(self) -> str:
        text = without_turning(str(self.cleaned_data["text"])).strip()
        if text:
            around, places = self._names(), places_for(text)
            self.traces = find(text, known_names(text) | around, places)
            # Looked for apart: a place counts beside a name, and would tell of a known one.
            self.told = self.traces if self.tells_known_names else find(text, around, places)
        return text

    def _names(self) -> frozenset[str]:
        row = self.pulse.row
        return self.pulse.subject.names_around(row) if row else frozenset()

    @property
    def needs_look(self) -> bool:
        """Whether the writer must still be told that something will be covered up."""
        return bool(self.told) and self.cleaned_data.get("seen") != self.fingerprint

    @property
    def fingerprint(self) -> str:
        return sha256(self.cleaned_data.get("text", "").encode()).hexdigest()

    @property
    def masked_text(self) -> str:
        return covered(self.cleaned_data["text"], self.traces)

    @property
    def words_found(self) -> list[str]:
        text = self.cleaned_data.get("text", "")
        return list(dict.fromkeys(text[trace.start : trace.end] for trace in self.told))


class AnswerForm(MaskedForm):
    """What one person sends. `mark` is a mark of the page, so that a double tap counts once."""

    mark = forms.CharField(max_length=64, error_messages={"required": "Open de link opnieuw."})
    text = TextField(max_length=1000, required=False)

    def __init__(self, pulse: Pulse, *args: Any, **kwargs: Any) -> None:
        super().__init__(pulse, *args, **kwargs)
        self.kind = pulse.as_kind
        self.instrument = pulse.round.instrument.instrument
        self.fields["text"].label = self.kind.words.open
        codes = [(item.code, item.statement) for item in self.instrument.items]
        if self.kind.is_choice:
            self.fields["topics"] = forms.MultipleChoiceField(choices=codes, required=False)
            return
        steps = [(str(step), str(step)) for step in range(1, self.instrument.options + 1)]
        for code, statement in codes:
            self.fields[code] = forms.ChoiceField(choices=steps, required=False, label=statement)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if self.kind.is_choice and not (cleaned["topics"] or cleaned["text"]):
            self.add_error(None, "Kies een onderwerp, of schrijf iets op.")
        if not self.kind.is_choice and not self._given():
            self.add_error(None, "Tik bij minstens één zin een antwoord aan.")
        return cleaned

    @property
    def answers(self) -> bytes:
        if self.kind.is_choice:
            return choice_bytes(self.instrument, self.cleaned_data["topics"])
        return scale_bytes(self.instrument, self._given())

    def _given(self) -> dict[str, int]:
        given = {code: self.cleaned_data.get(code) for code in self.instrument.codes}
        return {code: int(step) for code, step in given.items() if step}

    def questions(self) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
        """Per statement: code, statement, and per step its value, words, and whether it is tapped.

        A topic has one step: to choose it.
        """
        if self.kind.is_choice:
            chosen = self.data.getlist("topics") if self.is_bound else []
            return [
                (item.code, item.statement, [(item.code, item.statement, item.code in chosen)])
                for item in self.instrument.items
            ]
        low, high = self.instrument.ends
        words = {1: low, self.instrument.options: high}
        return [
            (
                item.code,
                item.statement,
                [
                    (str(step), words.get(step, ""), self.data.get(item.code) == str(step))
                    for step in range(1, self.instrument.options + 1)
                ],
            )
            for item in self.instrument.items
        ]
