"""A field in which a file is chosen; what is wrong with it is said beside the field."""

from collections.abc import Collection
from typing import Any

from django import forms

from leerkring.foundation.files.checking import Checked, accept, check


class CheckedFileField(forms.FileField):
    """Cleans to a `Checked`, which `actions.keep_file` takes as it is."""

    def __init__(self, *, only: Collection[str] | None = None, **kwargs: Any) -> None:
        self.only = only
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = accept(only)

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        upload = super().clean(data, initial)
        return check(upload, only=self.only) if upload else None
