"""The mails of this room: a code at once, as somebody waits for it; the rest by the worker."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from leerkring.network.entrance.models import JoinRequest
from leerkring.network.entrance.proving import MINUTES


def send_code(email: str, code: str) -> None:
    """The same mail to every address, known or not."""
    _send(email, "Je code voor Leerkring", "code", {"code": code, "minutes": MINUTES})


def send_decision(asked: JoinRequest) -> None:
    subject = "Welkom bij Leerkring" if asked.granted else "Over je aanvraag bij Leerkring"
    url = settings.SITE_URL + reverse("account_request_login_code")
    _send(asked.email, subject, "decision", {"asked": asked, "url": url})


def _send(to: str, subject: str, name: str, context: dict[str, object]) -> None:
    body = render_to_string(f"entrance/mail/{name}.txt", context)
    EmailMessage(subject, body, to=[to]).send()
