"""What the editor of a report writes, and the photos that go with it."""

from typing import Any

from django import forms

from leerkring.foundation.files.forms import CheckedFileField
from leerkring.foundation.files.kinds import Group
from leerkring.foundation.language.checking import CheckedTextMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.language.turning import without_turning
from leerkring.practice.reports.chapters import ChapterKind, Entry, entries_told
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import circles_of, told_in

_OUT = "weg"


class WordsForm(CheckedTextMixin, forms.Form):
    """The lead, and per chapter the editor's words and whether it is left out.

    It is looked through for traces of people each time it is kept; `chapters` are the chapters with
    their fields, for the page of `reader`: without what was said to circles of others.
    """

    lead = TextField(
        label="In het kort",
        max_length=3000,
        required=False,
        rows=5,
        help_text="Waar ging het over, en wat gaat er nu gebeuren? Drie zinnen zijn genoeg.",
    )

    def __init__(self, *args: Any, report: Report, reader: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial["lead"] = report.lead
        self.told = told_in(report)
        self.circles = circles_of(reader)
        for kind, part, _ in self.told:
            self.fields[kind.value] = TextField(
                label=f"Jullie woorden bij «{kind.label}»",
                max_length=5000,
                required=False,
                rows=3,
            )
            self.fields[f"{_OUT}_{kind.value}"] = forms.BooleanField(
                label="Laat weg wat er vanzelf staat", required=False
            )
            self.initial[kind.value] = part.words
            self.initial[f"{_OUT}_{kind.value}"] = part.is_left_out
        self.checked_fields = ("lead", *(kind.value for kind, _, _ in self.told))
        self.accepted_texts = {"lead": report.lead} | {k.value: p.words for k, p, _ in self.told}

    def clean(self) -> Any:
        for name in self.checked_fields:
            if name in self.cleaned_data:
                self.cleaned_data[name] = without_turning(self.cleaned_data[name]).strip()
        return super().clean()

    @property
    def chapters(self) -> list[dict[str, Any]]:
        return [
            self._chapter(kind, entries_told(found, self.circles)) for kind, _, found in self.told
        ]

    def _chapter(self, kind: ChapterKind, entries: list[Entry]) -> dict[str, Any]:
        words = self[kind.value]
        has_more = bool(entries or words.value() or words.errors)
        return {
            "kind": kind,
            "entries": entries,
            "words": words,
            "out": self[f"{_OUT}_{kind.value}"],
            "is_folded": not has_more,
        }

    def parts(self) -> dict[ChapterKind, tuple[str, bool]]:
        data = self.cleaned_data
        return {kind: (data[kind.value], data[f"{_OUT}_{kind.value}"]) for kind, _, _ in self.told}


class PhotoForm(forms.Form):
    upload = CheckedFileField(label="Foto", only=[Group.PICTURE])
    alt = LineField(
        label="Wat is er te zien?",
        max_length=300,
        help_text="Voor wie de foto niet ziet. Vraag wie erop staat of het mag.",
    )
    caption = LineField(label="Bijschrift", max_length=200, required=False)
