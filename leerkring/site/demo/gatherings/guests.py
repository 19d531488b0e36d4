"""A guest without an account at the meetings of the demo, and what only they have: their link."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from leerkring.practice.attendance.invite_actions import invite
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.people_lines import Asked
from leerkring.practice.attendance.promise_actions import keep_promise, look_back
from leerkring.practice.attendance.reply_actions import Answer, reply_to
from leerkring.practice.commitments.models import Outcome
from leerkring.practice.meetings.models import Invitation, Meeting

Texts = dict[str, Any]
ADDRESS = "wies@koffieochtend.example"


def ask_guest(meeting: Meeting, texts: Texts, *, by: Any) -> None:
    """Comes, and takes along whom they may."""
    guest = texts["gast"]
    invite(meeting, [Asked(guest["naam"], ADDRESS)], by=by)
    names = tuple(guest.get("neemt_mee", ()))
    answer = Answer(str(Reply.Says.YES), guests=len(names), names=names)
    reply_to(meeting.invitations.get(email=ADDRESS), answer)


def let_guest_promise(meeting: Meeting, texts: Texts, *, at: datetime) -> None:
    """One that went well, and one whose day is a month from the meeting."""
    invitation = meeting.invitations.get(email=ADDRESS)
    held = timezone.localdate(at)
    for weeks, text in enumerate(texts["gast"]["voornemen"], start=1):
        day: date = held + timedelta(weeks=weeks * 2)
        made = keep_promise(invitation, sentence=text["tekst"], look_back_on=day)
        if "leerde" in text:
            look_back(made, outcome=str(Outcome.DONE), learnt=text["leerde"])


def links_of_guest() -> list[tuple[str, str]]:
    """Of each meeting its name and the link of the guest, the last one first."""
    rows = Invitation.objects.filter(email=ADDRESS).select_related("meeting")
    return [(one.meeting.title, reply_path(one.pk)) for one in rows.order_by("-meeting__starts_at")]
