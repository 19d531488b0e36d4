"""Fields for what people write: a line, and a text with line breaks."""

import re
from typing import Any

from django import forms

from leerkring.foundation.language.turning import one_line, without_turning

_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")  # NUL is refused by Django


class LineField(forms.CharField):
    """A single line: white space becomes one space; signs that control, or that turn a text
    around, are left out."""

    def to_python(self, value: Any) -> str:
        return one_line(_CONTROLS.sub("", super().to_python(value)))


class TextField(forms.CharField):
    """Plain text with line breaks, without signs that control, or that turn a line round."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        text = _CONTROLS.sub("", super().to_python(value))
        text = without_turning(text).replace("\r\n", "\n")
        return text.strip() if self.strip else text
