"""Choosing a password is told in Dutch."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from leerkring.site.account_forms import FirstPasswordForm


def test_a_short_password_is_refused_in_dutch() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("kortje7")
    assert "Dit wachtwoord is te kort. Neem minstens 10 tekens." in refused.value.messages


def test_what_a_password_must_be_is_said_to_je() -> None:
    told = str(FirstPasswordForm().fields["password1"].help_text)
    assert "je naam" in told and "Uw" not in told
