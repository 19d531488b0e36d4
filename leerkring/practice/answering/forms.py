"""What somebody fills in behind a link, or on paper."""

from collections.abc import Mapping
from typing import Any

from django import forms

from leerkring.practice.answering.keys import Secret
from leerkring.practice.instruments.answer_words import steps_of
from leerkring.practice.scans.answers import NOT_ANSWERED
from leerkring.practice.scans.coverage import DOMAINS, Knowledge

__all__ = ["KeyForm", "said_in", "steps_of", "value_in"]


def value_in(post: Mapping[str, str]) -> int:
    """The answer that was posted; NOT_ANSWERED for what is no number. The sheet knows the scale.

    A form of one field would be a tenth of what an answer costs.
    """
    text = post.get("value", "")
    return int(text) if len(text) <= 3 and text.isascii() and text.isdigit() else NOT_ANSWERED


def said_in(post: Mapping[str, str]) -> bytes:
    """A byte per domain of life; what is not there, or no step, was not said."""
    steps = {str(step.value): step for step in Knowledge}
    said = (steps.get(post.get(domain.code, ""), Knowledge.NOT_SAID) for domain in DOMAINS)
    return bytes(said)


class KeyForm(forms.Form):
    key = forms.CharField(
        label="Jouw sleutel",
        max_length=60,
        help_text="De letters en cijfers die je bewaarde of uitprintte. "
        "Hoofdletters en streepjes maken niet uit.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_key(self) -> Any:
        secret = Secret.from_words(self.cleaned_data["key"])
        if secret is None:
            raise forms.ValidationError("Dit is geen hele sleutel. Er horen 26 tekens in te staan.")
        return secret
