"""Writing the mail of a letter: text, page, and a date that calendars take (docs of `ics`)."""

from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q, Sum
from django.template.loader import render_to_string

from leerkring.foundation.calendar.ics import CANCEL, REQUEST, Party, invitation
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.notifications.actions import one_line
from leerkring.practice.attendance.holder_queries import doing, person_behind
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import Letter, Reply
from leerkring.practice.attendance.promise_queries import asked_in
from leerkring.practice.attendance.queries import waits_after_yes
from leerkring.practice.meetings.dates import COLUMNS, moment
from leerkring.practice.meetings.models import Invitation, Meeting, Role
from leerkring.practice.meetings.queries import length_of
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.queries import newest

SUBJECTS = {
    "new": "Uitnodiging: {title}, {day}",
    "changed": "Gewijzigd: {title}, {day}",
    "place": "Er is een plaats voor je: {title}, {day}",
    "off": "Je hoeft niet te komen: {title}, {day}",
    "cancelled": "Gaat niet door: {title}, {day}",
    "report": "Het verslag van {title}, {day}",
    "role": "Wat jij doet op {title}, {day}",
    "moved": "Gewijzigd: {title}, {day}",
    "promise": "Hoe ging het met je voornemen na {title}?",
    "effect": "Wat ging je anders of beter doen na {title}, {day}?",
}
PAGES = {
    "report": "report",
    "effect": "look_back",
    "promise": "promise",
    "role": "role",
    "moved": "role",
}


def write(letter: Letter) -> EmailMultiAlternatives:
    """The mail, the same each time it is tried, but for the boundary between its parts."""
    meeting, tone = letter.meeting, tone_of(letter)
    path, lines = _path(letter), _lines(letter)
    local = meeting.starts_at.astimezone(ZoneInfo(meeting.zone))
    ends = (meeting.starts_at + length_of(meeting)).astimezone(ZoneInfo(meeting.zone))
    asked = Invitation.objects.select_related("organisation").filter(pk=letter.invitation).first()
    said = Reply.objects.filter(invitation=letter.invitation).first()
    context = {
        "letter": letter,
        "work": asked.organisation if asked else None,
        "meeting": meeting,
        "tone": tone,
        "ends": ends,
        "site": settings.SITE_URL,
        "path": path,
        "doing": lines,
        "organisers": organisers_of(meeting),
        "reply": said,
        "would_wait": waits_after_yes(meeting, said),
        "promises": asked_in(letter) if tone == "promise" else (),
        "question": newest(meeting, Kind.EFFECT) if tone == "effect" else None,
    }
    page = PAGES.get(tone, "letter")
    subject = SUBJECTS[tone].format(title=meeting.title, day=f"{local:%d-%m}")
    mail = EmailMultiAlternatives(
        one_line(subject, 200),
        render_to_string(f"attendance/mail/{page}.txt", context),
        to=[letter.email],
        headers={"Message-ID": message_id(letter)},
    )
    mail.attach_alternative(render_to_string(f"attendance/mail/{page}.html", context), "text/html")
    if letter.is_afterwards:
        return mail
    method = CANCEL if letter.kind == Letter.Kind.CALLED_OFF else REQUEST
    # The last part is the one that mail programs prefer; its METHOD is that of the file.
    part = calendar_part(letter, path, method, lines)
    mail.attach_alternative(part, f"text/calendar; method={method}")
    return mail


def _path(letter: Letter) -> str:
    """Where to answer; who does something there without being asked has the page of the meeting."""
    if letter.kind == Letter.Kind.ROLE:
        return letter.meeting.get_absolute_url()
    return "" if letter.kind == Letter.Kind.CALLED_OFF else reply_path(letter.invitation)


def _lines(letter: Letter) -> list[str]:
    if letter.is_afterwards or letter.kind == Letter.Kind.CALLED_OFF:
        return []
    return doing(letter.meeting, person_behind(letter.meeting, letter.invitation))


def tone_of(letter: Letter) -> str:
    """What this mail comes to say: new, changed, place, off, cancelled, report,
    effect, promise, role or moved."""
    if letter.kind == Letter.Kind.CALLED_OFF:
        return "cancelled" if letter.meeting.is_cancelled else "off"
    if letter.kind == Letter.Kind.MOVED_UP:
        return "place"
    if letter.is_afterwards:
        return letter.kind
    before = Q(sequence__lt=letter.sequence) | Q(sequence=letter.sequence, turn__lt=letter.turn)
    earlier = Letter.objects.filter(before, invitation=letter.invitation, kind=letter.kind)
    new, changed = ("role", "moved") if letter.kind == Letter.Kind.ROLE else ("new", "changed")
    return changed if earlier.exclude(sent_at=None).exists() else new


def organisers_of(meeting: Meeting) -> list[str]:
    roles = meeting.roles.filter(kind=Role.Kind.ORGANISER).exclude(person__name="")
    return list(roles.order_by("pk").values_list("person__name", flat=True))


def calendar_part(letter: Letter, path: str, method: str, lines: Sequence[str] = ()) -> str:
    """With what somebody does there on top of what it is for. Both counts only grow, and so does
    their sum, whichever letters somebody got."""
    meeting = letter.meeting
    date = moment_of(meeting, path, sequence=letter.sequence + meeting.parts_moved)
    told = ["Jij doet:", *lines, ""] if lines else []
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return invitation(
        replace(date, summary="\n".join([*told, date.summary])),
        organiser=Party(name or "Leerkring", address),
        attendee=Party(letter.name, letter.email),
        at=letter.at,
        method=method,
        site=settings.SITE_URL,
    ).decode()


def moment_of(meeting: Meeting, url: str, *, sequence: int) -> Moment:
    """The meeting on a calendar, under the name that it has in every feed."""
    rows = Meeting.objects.filter(pk=meeting.pk).annotate(minutes=Sum("blocks__minutes"))
    row = rows.order_by().values(*COLUMNS).get()
    return replace(moment(row, url), sequence=sequence, cancelled=False)


def message_id(letter: Letter) -> str:
    """One name for one mail, however often it is handed over (RFC 5322, 3.6.4)."""
    host = urlsplit(settings.SITE_URL).hostname or "leerkring"
    return f"<{letter.invitation}.{letter.kind}.{letter.sequence}.{letter.turn}@{host}>"
