"""The forms for passkeys, in our words."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey also opens the door by itself, unless somebody wants it as a second step alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Naam"
        own = self.fields["passwordless"]
        own.initial, own.label = True, "Ook zonder wachtwoord of code"
        own.help_text = "Zet dit uit als je deze passkey alleen als tweede stap wilt gebruiken."


class EditPasskeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Naam"
