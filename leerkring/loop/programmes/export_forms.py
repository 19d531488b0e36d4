"""In which form somebody wants a file, and on what terms."""

from django import forms

from leerkring.loop.programmes.export_files import ANSWER_FORMS, TABLE_FORMS


class FiguresForm(forms.Form):
    form = forms.ChoiceField(
        label="In welke vorm?", choices=TABLE_FORMS, initial="xlsx", widget=forms.RadioSelect
    )


class AnswersForm(forms.Form):
    form = forms.ChoiceField(
        label="In welke vorm?", choices=ANSWER_FORMS, initial="xlsx", widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(
        label="Ik houd me aan deze voorwaarden.",
        error_messages={"required": "Zonder deze voorwaarden kunnen de antwoorden niet mee."},
    )
