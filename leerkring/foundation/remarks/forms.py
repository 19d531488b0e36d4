"""What somebody says."""

from django import forms

from leerkring.foundation.language.turning import without_turning
from leerkring.foundation.remarks.models import LONGEST


class RemarkForm(forms.Form):
    text = forms.CharField(
        label="Je reactie",
        help_text="Noem iemand met @ en de naam. Geen namen van kinderen, ouders of cliënten.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_text(self) -> str:
        """Without the signs that turn a line round for who reads it."""
        return without_turning(self.cleaned_data["text"]).strip()
