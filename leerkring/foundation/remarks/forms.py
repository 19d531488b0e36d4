"""What somebody says."""

from collections.abc import Collection
from typing import Any

from django import forms

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import TextField
from leerkring.foundation.language.turning import without_turning
from leerkring.foundation.remarks.models import LONGEST
from leerkring.foundation.remarks.queries import people_called_in


class RemarkForm(ReadAloneMixin, forms.Form):
    """Looked over for traces of people, as every text is. Whom it answers or calls with an @ may
    be named: that is how people talk; `names` are of who takes part in the talk."""

    checked_fields = ("text",)
    text = TextField(
        label="Je reactie",
        help_text="Noem iemand met @ en de naam. Geen namen van kinderen, ouders of cliënten.",
        max_length=LONGEST,
        rows=4,
    )

    def __init__(self, *args: Any, names: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unasked_names = [name for name in names if name]

    def clean_text(self) -> str:
        """Without the signs that turn a line round for who reads it."""
        text = without_turning(self.cleaned_data["text"]).strip()
        self.unasked_names = [*self.unasked_names, *people_called_in(text)]
        return text
