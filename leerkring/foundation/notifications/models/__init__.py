"""Who was told what, what they want to be told, and what went by mail."""

from leerkring.foundation.notifications.models.mail import Delivery, Mail
from leerkring.foundation.notifications.models.mailbox import Mailbox
from leerkring.foundation.notifications.models.notices import Notice, Occasion
from leerkring.foundation.notifications.models.wishes import (
    CircleLoudness,
    DigestStop,
    Preference,
)

__all__ = [
    "CircleLoudness",
    "Delivery",
    "DigestStop",
    "Mail",
    "Mailbox",
    "Notice",
    "Occasion",
    "Preference",
]
