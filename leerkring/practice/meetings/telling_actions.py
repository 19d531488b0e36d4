"""Telling people of a meeting: that it is there, that it moved, that it does not go on."""

from collections.abc import Iterable
from typing import Any

from leerkring.foundation.notifications.actions import notify, retell
from leerkring.practice.meetings.models import BroughtQuestion, Meeting, Role
from leerkring.practice.meetings.queries import leaders_of, who_hear_of

ANNOUNCED, NEW_IN_THEME = "meetings.announced", "meetings.new_in_theme"


def _tell(
    event: str, people: Iterable[int], meeting: Meeting, sentence: str, *, by: Any, **more: Any
) -> None:
    """As loud as the circle of this meeting is for them, whoever else may see it."""
    more = {"title": meeting.title, "url": meeting.get_absolute_url(), "about": meeting, **more}
    notify(
        event,
        people=people,
        thread=meeting,
        sentence=sentence,
        by=by,
        circle=meeting.circle_id,
        **more,
    )


def tell_announced(meeting: Meeting, *, by: Any) -> None:
    circle, followers = who_hear_of(meeting)
    sentence, quote = _announced(meeting)
    asked = _asked(meeting)
    _tell(ANNOUNCED, circle - asked, meeting, sentence, by=by, quote=quote)
    _tell(NEW_IN_THEME, followers - asked, meeting, sentence, by=by, quote=quote)


def tell_otherwise(meeting: Meeting, *, was: str, address: str) -> None:
    """What waits for a digest says what the meeting is called now, when it is and what for; `was`
    and `address` are what it was called and where it stood."""
    sentence, quote = _announced(meeting)
    retell(
        meeting,
        title=meeting.title,
        was=was,
        sentence=sentence,
        quote=quote,
        events=[ANNOUNCED, NEW_IN_THEME],
        moved=(address, meeting.get_absolute_url()),
    )


def _announced(meeting: Meeting) -> tuple[str, str]:
    """In our words, and in those of who organises it."""
    return f"{meeting.when}.", meeting.purpose[:300]


def tell_changed(meeting: Meeting, *, by: Any) -> None:
    """Of another time or place; each change is an occasion of its own."""
    where = f", {meeting.place}" if meeting.place else ""
    sentence = f"De bijeenkomst is nu op {meeting.when}{where}."
    once = f"change-{meeting.sequence}"
    _tell("meetings.changed", _all_who_heard(meeting), meeting, sentence, by=by, once=once)


def tell_cancelled(meeting: Meeting, reason: str, *, by: Any) -> None:
    _tell("meetings.cancelled", _all_who_heard(meeting), meeting, "", by=by,
          quote=f"De reden: {reason}")  # fmt: skip


def tell_role(role: Role, *, by: Any) -> None:
    sentence = f"Je bent {role.get_kind_display()} op {role.meeting.when}."
    _tell("meetings.role", {role.person_id}, role.meeting, sentence, by=by, once=f"role-{role.pk}")


def tell_question(question: BroughtQuestion, *, by: Any) -> None:
    """It is about the question: what is taken back or hidden of that is told to nobody any more."""
    meeting = question.meeting
    url = f"{meeting.get_absolute_url()}vragen/#vraag-{question.pk}"
    _tell("meetings.question", leaders_of(meeting), meeting, "",
          quote=question.text[:300], by=by, about=question, url=url)  # fmt: skip


def tell_answered(question: BroughtQuestion, *, by: Any) -> None:
    if question.by_id is not None:
        meeting = question.meeting
        url = f"{meeting.get_absolute_url()}vragen/#vraag-{question.pk}"
        _tell("meetings.answered", {question.by_id}, meeting, "", by=by, url=url,
              quote=question.answer.text[:300], about=question)  # fmt: skip


def tell_agenda(meeting: Meeting, sentence: str, *, once: str) -> None:
    """Something came on the programme by itself; what it is about stands there, for who may read
    it."""
    _tell("meetings.agenda", leaders_of(meeting), meeting, sentence, by=None, once=once,
          url=f"{meeting.get_absolute_url()}programma/")  # fmt: skip


def _all_who_heard(meeting: Meeting) -> set[int]:
    """Who was told of it, and who organises it; without who is asked to come or does something
    there, for they hear it with the mail that moves it in their own calendar."""
    circle, followers = who_hear_of(meeting)
    doing = set(meeting.roles.values_list("person_id", flat=True))
    organisers = meeting.roles.filter(kind=Role.Kind.ORGANISER)
    organising = set(organisers.values_list("person_id", flat=True))
    return ((circle | followers) - doing | organising) - _asked(meeting)


def _asked(meeting: Meeting) -> set[int]:
    rows = meeting.invitations.exclude(person=None)
    return set(rows.values_list("person_id", flat=True))
