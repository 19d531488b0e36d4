"""How fast one may write here, and look for what is like it."""

from django import forms
from django.http import HttpRequest

from leerkring.foundation.privacy.views import pace

MINUTE = 60
SLOWER = "Je doet veel tegelijk. Wacht een minuut en probeer het opnieuw."


def too_often(request: HttpRequest, what: str, *, most: int) -> bool:
    """More than `most` times within a minute by this person."""
    return pace.too_often(f"questions.{what}", request.user.pk, most=most, seconds=MINUTE)


def goes_too_fast(request: HttpRequest, form: forms.Form) -> bool:
    """More than ten things written within a minute; the form says so. Everything that is written
    counts alike, so that the count does not tell what it was."""
    if not too_often(request, "writing", most=10):
        return False
    form.add_error(None, SLOWER)
    return True
