"""The page behind the link in a mail: the answer, and all else that the invited see by it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.attendance.page_queries import invited_page, own_page
from leerkring.practice.attendance.promise_forms import GuestPromiseForm, promises_part
from leerkring.practice.attendance.reply_actions import is_over
from leerkring.practice.attendance.reply_forms import ReplyForm, starting_from
from leerkring.practice.meetings.models import Invitation
from leerkring.practice.meetings.question_forms import BroughtForm


def link_page(
    request: HttpRequest,
    invitation: Invitation,
    token: str,
    *,
    reply_form: ReplyForm | None = None,
    bring_form: BroughtForm | None = None,
    promise_form: GuestPromiseForm | None = None,
) -> HttpResponse:
    """With a form that was sent and could not be kept, as it was filled in."""
    meeting, said = invitation.meeting, request.GET.get("zeg", "")
    given = getattr(invitation, "reply", None)
    form = reply_form or starting_from(meeting, given, said=said)
    context: dict[str, Any] = own_page(meeting, invitation) | invited_page(invitation)
    context |= promises_part(invitation, promise_form)
    context |= {"bring_form": bring_form} if bring_form else {}
    context |= {"form": form, "token": token, "asks": said or form.errors}
    context["is_closed"] = meeting.is_cancelled or is_over(meeting)
    if "badge" in context:
        context["qr"] = qr_svg(request.build_absolute_uri(context["badge"]), label="Jouw QR-code")
    wrong = any(sent and sent.errors for sent in (reply_form, bring_form, promise_form))
    return render(request, "attendance/reply.html", context, status=422 if wrong else 200)
