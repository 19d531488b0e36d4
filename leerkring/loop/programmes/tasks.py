"""What this room does by itself."""

from datetime import datetime

from leerkring.loop.programmes.week_making_actions import make_plan, take_up
from leerkring.loop.programmes.week_sending_actions import send_due


def run_due(now: datetime) -> str:
    """Send the mail that is due; then make the plan that waits longest, the next one next time."""
    sent = send_due(now)
    told = (
        f"{sent} {'bericht' if sent == 1 else 'berichten'} over sessies verstuurd." if sent else ""
    )
    return " ".join(filter(None, [told, _plan_due(now)]))


def _plan_due(now: datetime) -> str:
    request = take_up(now)
    if request is None:
        return ""
    plan = make_plan(request)
    if plan is None:
        return f"De planning voor «{request.programme}» is niet gelukt."
    return f"Een planning voor «{request.programme}» staat klaar."
