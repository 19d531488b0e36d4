"""What a guest writes about a promise. Nobody else reads it; what could lead to a person is asked
about all the same, without telling whom the platform knows."""

from typing import Any

from django import forms
from django.utils import timezone

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.practice.attendance.models import GuestPromise
from leerkring.practice.attendance.promise_queries import (
    MOST_EACH,
    day_to_look_back,
    may_promise,
)
from leerkring.practice.commitments.forms import DayField
from leerkring.practice.commitments.models import LONGEST, Outcome
from leerkring.practice.meetings.models import Invitation


class GuestPromiseForm(ReadAloneMixin, forms.Form):
    """One sentence, and one day."""

    checked_fields = ("sentence",)
    knows_people = False
    sentence = LineField(
        label="Vanaf morgen …", max_length=LONGEST, help_text="Eén zin. Klein en concreet werkt."
    )
    look_back_on = DayField(
        label="Terugkijken op", help_text="Op die dag krijg je één mail: hoe ging het?"
    )

    def __init__(self, *args: Any, promise: GuestPromise | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if promise is not None:
            self.initial |= {"sentence": promise.sentence, "look_back_on": promise.look_back_on}
            self.accepted_texts = {"sentence": promise.sentence}


class GuestLookBackForm(ReadAloneMixin, forms.Form):
    """Two taps; what was learnt is for who wants to."""

    checked_fields = ("learnt",)
    knows_people = False
    outcome = forms.ChoiceField(
        label="Hoe ging het?", choices=Outcome.choices, widget=forms.RadioSelect
    )
    learnt = TextField(label="Wat leerde je?", rows=3, max_length=1000, required=False)

    def __init__(self, *args: Any, promise: GuestPromise, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial |= {"outcome": promise.outcome, "learnt": promise.learnt}
        self.accepted_texts = {"learnt": promise.learnt}


def promises_part(invitation: Invitation, form: GuestPromiseForm | None = None) -> dict[str, Any]:
    """For the page behind the link: what they promised, and a form as long as there may be more."""
    promises = list(invitation.promises.all())
    now = timezone.now()
    part: dict[str, Any] = {"promises": promises}
    if len(promises) < MOST_EACH and may_promise(invitation, now):
        day = max(day_to_look_back(invitation.meeting), timezone.localdate(now))
        part["promise_form"] = form or GuestPromiseForm(initial={"look_back_on": day})
    return part
