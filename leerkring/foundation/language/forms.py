"""Fields for what people write: a line, and a text with line breaks."""

from typing import Any

from django import forms

from leerkring.foundation.language.turning import one_line, without_turning


class LineField(forms.CharField):
    """A single line: white space becomes one space, signs that turn a text around are left out."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value))


class TextField(forms.CharField):
    """Plain text with line breaks, without signs that turn a line round."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return without_turning(super().to_python(value)).replace("\r\n", "\n")
