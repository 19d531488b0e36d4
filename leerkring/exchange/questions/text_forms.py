"""The fields and the check that forms of questions share."""

from typing import Any

from django import forms

from leerkring.foundation.language.checking import CheckedTextMixin
from leerkring.foundation.language.turning import without_turning


class TextField(forms.CharField):
    """Plain text with line breaks, without signs that turn a line round."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return without_turning(super().to_python(value)).replace("\r\n", "\n")


class ReadAloneMixin(CheckedTextMixin):
    """For texts that wait for no second reader: then another answer has to be chosen."""

    def clean(self) -> Any:
        cleaned = super().clean()
        if self.needs_second_reader:
            form: Any = self
            form.add_error(None, "Hier leest niemand mee. Vervang het, of laat het weg.")
        return cleaned
