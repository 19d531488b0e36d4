"""What this room does by itself."""

import logging
from datetime import datetime
from smtplib import SMTPException

from leerkring.network.entrance.actions import claim_letter, letter_went
from leerkring.network.entrance.letter_actions import send_decision
from leerkring.network.entrance.models import JoinRequest

AT_ONCE = 50
log = logging.getLogger(__name__)


def run_due(now: datetime) -> str:
    """Tell people what was decided on their request.

    A mail that failed, or whose worker was killed, is tried again after ten minutes: it may come
    twice, and is never lost.
    """
    due = list(JoinRequest.objects.to_be_told(now).order_by("pk")[:AT_ONCE])
    sent = sum(_tell(asked) for asked in due)
    return f"{sent} {'antwoord' if sent == 1 else 'antwoorden'} op aanvragen verstuurd." * bool(
        sent
    )


def _tell(asked: JoinRequest) -> bool:
    if not claim_letter(asked):
        return False
    try:
        send_decision(asked)
    except (SMTPException, OSError) as fault:
        log.warning("Het antwoord op aanvraag %s ging niet weg: %s", asked.pk, fault)
        return False
    letter_went(asked)
    return True
