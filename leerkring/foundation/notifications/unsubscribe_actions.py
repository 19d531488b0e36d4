"""No more mail of this kind, for who holds the link that was in it (RFC 8058)."""

from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from leerkring.foundation.notifications.frequency import DIGESTS, Frequency
from leerkring.foundation.notifications.preference_actions import stop_digest, stop_mail_of
from leerkring.foundation.notifications.registry import UnknownEvent, event_named

# A link holds for as long as somebody keeps the mail, and opens nothing but this.
SIGNER = Signer(salt="leerkring.notifications.unsubscribe")


class BadToken(ValueError):
    """Not a link of ours, or one of somebody or something that is no more."""


@dataclass(frozen=True)
class Scope:
    """What one unsubscribes from: an event, or a digest. One of the two is empty."""

    event: str = ""
    digest: str = ""

    @classmethod
    def of_event(cls, event: str) -> Self:
        return cls(event=event)

    @classmethod
    def of_digest(cls, frequency: Frequency) -> Self:
        return cls(digest=frequency.value)

    @property
    def list_name(self) -> str:
        """The first part of a List-Id (RFC 2919): letters, digits and hyphens."""
        name = self.event or f"overzicht-{self.digest}"
        return "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in name)

    @property
    def label(self) -> str:
        """What mail stops, in Dutch. Raises UnknownEvent."""
        if self.event:
            return event_named(self.event).label
        return "Het dagoverzicht" if self.digest == Frequency.DAILY else "Het weekoverzicht"


def token_of(person: Any, scope: Scope) -> str:
    # Not compressed: the same every time.
    return SIGNER.sign_object([person.pk, scope.event, scope.digest])


def address_of(person: Any, scope: Scope) -> str:
    path = reverse("notifications:unsubscribe", args=[token_of(person, scope)])
    return settings.SITE_URL + path


def read_token(token: str) -> tuple[Any, Scope]:
    """The person and what they unsubscribe from. Raises BadToken."""
    try:
        pk, event, digest = SIGNER.unsign_object(token)
        scope = Scope(event, digest)
        _ = scope.label
        if digest and digest not in DIGESTS:
            raise BadToken(token)
        return get_user_model()._default_manager.get(pk=pk, is_active=True), scope
    except (BadSignature, ValueError, TypeError, UnknownEvent) as fault:
        raise BadToken(token) from fault
    except get_user_model().DoesNotExist as fault:
        raise BadToken(token) from fault


@transaction.atomic
def unsubscribe(person: Any, scope: Scope) -> None:
    """From now on, and for what waits. Doing it twice changes nothing."""
    if scope.digest:
        stop_digest(person, Frequency(scope.digest))
    else:
        stop_mail_of(person, scope.event)
