"""What this room tells people who have an account. The mails are its own (`letters`)."""

from collections.abc import Iterable

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register
from leerkring.practice.attendance.models import Reply
from leerkring.practice.meetings.models import Meeting

GROUP = "Bijeenkomsten"
INVITED, MOVED_UP = "attendance.invited", "attendance.moved_up"

# By mail there is a letter already, with the date for a calendar in it.
for key, label in (
    (INVITED, "Je wordt uitgenodigd voor een bijeenkomst"),
    (MOVED_UP, "Er kwam een plaats vrij bij een bijeenkomst"),
):
    register(Event(key, label, GROUP, mail=Frequency.NEVER, personal=True))


def tell_invited(meeting: Meeting, people: Iterable[int]) -> None:
    notify(
        INVITED,
        people=people,
        about=meeting,
        title=f"Uitnodiging: {meeting}",
        sentence=f"{meeting.when}. Kom je? En welke vraag breng je mee?",
        url=meeting.get_absolute_url(),
        circle=meeting.circle_id,
    )


def tell_moved_up(meeting: Meeting, reply: Reply) -> None:
    if reply.invitation.person_id is not None:
        notify(
            MOVED_UP,
            people={reply.invitation.person_id},
            about=meeting,
            title=f"Er is een plaats voor je: {meeting}",
            sentence=f"Je stond op de wachtlijst. Nu kun je komen: {meeting.when}.",
            url=meeting.get_absolute_url(),
            circle=meeting.circle_id,
            once=f"{reply.pk}-{reply.times_moved_up}",
        )
