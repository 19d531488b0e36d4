"""The form of a reply as somebody first sees it."""

from leerkring.practice.attendance.forms import ReplyForm
from leerkring.practice.attendance.models import Reply
from leerkring.practice.meetings.models import Meeting


def starting_from(meeting: Meeting, reply: Reply | None, *, said: str) -> ReplyForm:
    """What they said before; `said` is the link that they followed, and answers nothing yet."""
    initial: dict[str, object] = {"says": said if said in Reply.Says.values else ""}
    if reply is not None:
        need = getattr(reply, "need", None)
        initial = {
            "says": initial["says"] or reply.says,
            "guests": reply.guests,
            "need": need.text if need else "",
        }
    return ReplyForm(initial=initial, meeting=meeting, reply=reply)
