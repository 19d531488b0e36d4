"""Typing the letters by which somebody joins without an account."""

from typing import Any

from django import forms

from leerkring.practice.meetings.join_codes import tidy_code


class LettersForm(forms.Form):
    code = forms.CharField(max_length=40)

    def __init__(self, data: Any = None, *, where: str) -> None:
        """`where` they stand: «op het scherm»."""
        super().__init__(data)
        self.fields["code"].label = f"De zes letters {where}"

    def clean_code(self) -> str:
        return tidy_code(self.cleaned_data["code"])
