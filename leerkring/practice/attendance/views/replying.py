"""Yes or no: behind the link in a mail, or on the page of the meeting.

Opening a page answers nothing: mail scanners open every link.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.page_queries import own_page
from leerkring.practice.attendance.queries import own_invitation
from leerkring.practice.attendance.reply_actions import is_over, reply_to
from leerkring.practice.attendance.reply_forms import ReplyForm, starting_from
from leerkring.practice.attendance.taking_part_actions import reply_as
from leerkring.practice.attendance.views.gate import behind_link, kept
from leerkring.practice.attendance.views.link_page import link_page
from leerkring.practice.meetings.models import Invitation
from leerkring.practice.meetings.rules import may_take_part
from leerkring.practice.meetings.views.gate import visible_meeting

TOLD = {
    "ja": "Fijn dat je komt. Je antwoord is bewaard.",
    "wacht": "Je staat op de wachtlijst. Je krijgt een mail als er een plaats vrijkomt.",
    "nee": "Jammer. Je antwoord is bewaard.",
    "later": "Goed. Laat het weten als je het weet.",
}


@behind_link
def reply(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    if request.method != "POST":
        return link_page(request, invitation, token)
    given = getattr(invitation, "reply", None)
    form = ReplyForm(request.POST, meeting=invitation.meeting, reply=given)
    if form.is_valid() and kept(form, lambda: reply_to(invitation, form.answer())):
        return redirect("attendance:reply", token)
    return link_page(request, invitation, token, reply_form=form)


@login_required
def reply_here(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The same question for who has an account; also for who sees the meeting and was not asked."""
    meeting = visible_meeting(request, pk)
    invitation = own_invitation(meeting, request.user)
    if not meeting.is_announced or (
        invitation is None and not may_take_part(request.user, meeting)
    ):
        raise Http404
    given: Reply | None = getattr(invitation, "reply", None)
    form = starting_from(meeting, given, said=request.GET.get("zeg", ""))
    if request.method == "POST":
        form = ReplyForm(request.POST, meeting=meeting, reply=given)
        replies: list[Reply] = []
        act = lambda: replies.append(reply_as(request.user, meeting, form.answer()))  # noqa: E731
        if form.is_valid() and kept(form, act):
            messages.success(request, TOLD["wacht" if replies[0].is_waiting else replies[0].says])
            return redirect(meeting)
    context = own_page(meeting, invitation) | {"form": form, "is_closed": is_over(meeting)}
    status = 422 if form.errors else 200
    return render(request, "attendance/reply_here.html", context, status=status)
