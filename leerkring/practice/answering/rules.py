"""When answers are taken."""

from django.utils import timezone

from leerkring.practice.answering.models import Link


def takes_answers(link: Link) -> bool:
    """The round is launched and not closed, its last day is not over, and this link is not used."""
    round_ = link.round
    is_open = hasattr(round_, "launch") and not round_.is_closed
    return is_open and timezone.localdate() <= round_.launch.until and not link.is_done
