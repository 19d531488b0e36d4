"""The fields that forms of questions share."""

from typing import Any

from django import forms

from leerkring.foundation.language.turning import without_turning


class TextField(forms.CharField):
    """Plain text with line breaks, without signs that turn a line round."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return without_turning(super().to_python(value)).replace("\r\n", "\n")
