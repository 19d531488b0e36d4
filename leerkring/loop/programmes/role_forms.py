"""Giving somebody a role in a programme."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model

from leerkring.loop.programmes.models import Programme, Role
from leerkring.loop.programmes.rules import roles_of, stands_outside


class RoleForm(forms.Form):
    email = forms.EmailField(label="E-mailadres van een account")
    kind = forms.ChoiceField(
        label="Rol", choices=Role.Kind.choices, initial=Role.Kind.ADVISER, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.person: Any = None

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        self.person = get_user_model().objects.filter(email__iexact=email, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError("Er is geen account met dit e-mailadres.")
        return email

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind = data.get("kind")
        if self.person is None or kind is None:
            return data
        if kind == Role.Kind.ANALYST and not stands_outside(self.person, self.programme):
            self.add_error(
                "email",
                "Een onderzoeker staat buiten het programma: coördineert niet, begeleidt niet en "
                "werkt in geen van de teams.",
            )
        held = roles_of(self.person, self.programme)
        if kind == Role.Kind.COORDINATOR and Role.Kind.ANALYST in held:
            self.add_error("email", "Dit is een onderzoeker. Neem eerst die rol af.")
        return data
