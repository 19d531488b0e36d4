"""What this room does by itself."""

from datetime import datetime

from leerkring.loop.programmes.week_making_actions import make_plan, take_up


def run_due(now: datetime) -> str:
    """Make the plan that waits longest; the next one comes the next time."""
    request = take_up(now)
    if request is None:
        return ""
    plan = make_plan(request)
    if plan is None:
        return f"De planning voor «{request.programme}» is niet gelukt."
    return f"Een planning voor «{request.programme}» staat klaar."
