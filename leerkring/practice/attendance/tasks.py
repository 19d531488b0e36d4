"""What this room does by itself."""

from datetime import datetime, timedelta

from leerkring.practice.attendance.models import AFTERWARDS, Letter, Need, Reply
from leerkring.practice.attendance.queueing_actions import meetings_with_a_line, queue_due
from leerkring.practice.attendance.reply_actions import fill_free_places
from leerkring.practice.attendance.sending_actions import send_due

A_MONTH = timedelta(days=31)


def run_due(now: datetime) -> str:
    """Give free places to who waits, send the mail that is due, and forget what is over."""
    for meeting in meetings_with_a_line(now):
        fill_free_places(meeting)
    queue_due(now)
    sent = send_due(now)
    forget_what_is_over(now)
    what = "uitnodiging" if sent == 1 else "uitnodigingen"
    return f"{sent} {what} per mail verstuurd." if sent else ""


def forget_what_is_over(now: datetime) -> None:
    """A month after the meeting nobody needs to know what somebody eats, or what mail they got."""
    long_ago = now - A_MONTH
    Need.objects.filter(reply__invitation__meeting__starts_at__lt=long_ago).delete()
    named = Reply.objects.filter(invitation__meeting__starts_at__lt=long_ago)
    named.exclude(guest_names="").update(guest_names="")
    over = Letter.objects.filter(meeting__starts_at__lt=long_ago)
    over.exclude(kind__in=AFTERWARDS).delete()
    over.filter(at__lt=long_ago).delete()  # a report or a question may come long after
