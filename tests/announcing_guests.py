"""What guests without an account promise after a meeting: each reads it behind their own link, and
nobody else anywhere. `made` is what `tests/announcing.py` makes.
"""

from functools import partial
from typing import Any

from django.utils import timezone

from leerkring.practice.attendance.invite_actions import invite
from leerkring.practice.attendance.models import GuestPromise
from leerkring.practice.attendance.people_lines import Asked
from leerkring.practice.attendance.promise_actions import keep_promise, look_back
from leerkring.practice.meetings import actions as meetings
from leerkring.practice.meetings.models import Audience, Invitation
from tests.furnishing.reports import SPRING

ADDRESS = "{}@gasten.invalid"
ASKED = ("still open", "under way")


def promised_by_guests(made: Any) -> None:
    """Each with a word of its own, that has no page of the cast: one is asked about, one goes on,
    one is let go before the mail goes, and one is taken away."""
    by = made.people["coordinator"]
    meeting = made.meeting("Voorbij, met gasten", Audience.SIGNED_IN, at=SPRING)
    meetings.announce(meeting, by=by)
    for to in (*ASKED, "let go", "taken away"):
        email = ADDRESS.format(to.replace(" ", "-"))
        invite(meeting, [Asked("Gast", email, "")], by=by)
        guest = Invitation.objects.get(meeting=meeting, email=email)
        own = keep_promise(guest, sentence=made.word(), look_back_on=timezone.localdate())
        made.add(f"promise of a guest, {to}", ())
        if to == "under way":
            learnt = made.word()
            made.add("what a guest learnt", ())
            look_back(own, outcome="bezig", learnt=learnt)
        ends = {
            "let go": partial(look_back, own, outcome="los", learnt=""),
            "taken away": GuestPromise.objects.filter(pk=own.pk).delete,
        }
        if to in ends:
            made.undo.append(ends[to])
