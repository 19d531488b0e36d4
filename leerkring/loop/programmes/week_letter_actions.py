"""Which mails a plan that was agreed asks for, and writing one: text, page, and calendar part."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone

from leerkring.foundation.calendar.ics import CANCEL, REQUEST, Party, invitation
from leerkring.foundation.calendar.moments import HOME, Moment
from leerkring.foundation.notifications.actions import one_line
from leerkring.loop.programmes.models import WeekLetter, WeekPlan
from leerkring.loop.programmes.notices import ChangedSession, members_of
from leerkring.loop.programmes.week_link_queries import session_path

SUBJECTS = {
    "new": "Sessie van {team}, {day}",
    "changed": "Gewijzigd: sessie van {team}, {day}",
    "off": "Je hoeft niet te komen: sessie van {team}, {day}",
    "cancelled": "Gaat niet door: sessie van {team}, {day}",
}


def put_letters_in_line(plan: WeekPlan, changed: Sequence[ChangedSession]) -> int:
    """One letter a change for everybody concerned: a date for who comes, CANCEL for who no longer
    does. Within the transaction that agrees the plan; returns how many.
    """
    newest = _newest([one.session.pk for one in changed])
    members = members_of(one.participation.team_id for one in changed)
    letters: list[WeekLetter] = []
    for one in changed:
        heard = newest.get(one.session.pk, {})
        letters += _letters(plan, one, members.get(one.participation.team_id, set()), heard)
    return len(WeekLetter.objects.bulk_create(letters))


def _newest(sessions: Sequence[int]) -> dict[int, dict[int, WeekLetter]]:
    """The last letter about each session to each person."""
    found: dict[int, dict[int, WeekLetter]] = {}
    for letter in WeekLetter.objects.filter(session__in=sessions).order_by("sequence"):
        found.setdefault(letter.session_id, {})[letter.person_id] = letter
    return found


def _letters(
    plan: WeekPlan, one: ChangedSession, members: set[int], heard: dict[int, WeekLetter]
) -> list[WeekLetter]:
    session, sequence = one.session, max((le.sequence for le in heard.values()), default=-1) + 1
    counted = {pk for pk, letter in heard.items() if letter.kind == WeekLetter.Kind.REQUEST}
    comes = set(members) if session.starts_at else set[int]()
    if session.starts_at and session.facilitator_id:
        comes.add(session.facilitator_id)
    led = {one.led_by} if one.led_by else set[int]()
    letters = []
    for person in sorted(comes | counted | led):
        kind = WeekLetter.Kind.REQUEST if person in comes else WeekLetter.Kind.CANCEL
        says: tuple[datetime | None, str] = (session.starts_at, session.place)
        if kind == WeekLetter.Kind.CANCEL:
            last = heard.get(person)
            says = (last.starts_at, last.place) if last else (one.was_at, one.was_in)
        if says[0] is not None:
            letters.append(
                WeekLetter(
                    plan=plan, session=session, person_id=person, kind=kind,
                    sequence=sequence, starts_at=says[0], place=says[1],
                )
            )  # fmt: skip
    return letters


def write(letter: WeekLetter) -> EmailMultiAlternatives:
    """The mail, the same each time it is tried, but for the boundary between its parts."""
    session, tone, local = letter.session, tone_of(letter), timezone.localtime(letter.starts_at)
    context = {
        "letter": letter,
        "team": session.team,
        "tone": tone,
        "ends": timezone.localtime(_ends(letter)),
        "leads": session.facilitator_id == letter.person_id,
        "site": settings.SITE_URL,
        "path": session_path(letter.session_id, letter.person_id),
        "programme": letter.plan.programme,
    }
    subject = SUBJECTS[tone].format(team=session.team, day=f"{local:%d-%m}")
    mail = EmailMultiAlternatives(
        one_line(subject, 200),
        render_to_string("programmes/mail/week.txt", context),
        to=[letter.person.email],
        headers={"Message-ID": message_id(letter)},
    )
    mail.attach_alternative(render_to_string("programmes/mail/week.html", context), "text/html")
    # The last part is the one that mail programs prefer; its METHOD is that of the file.
    method = CANCEL if letter.kind == WeekLetter.Kind.CANCEL else REQUEST
    mail.attach_alternative(calendar_part(letter, method), f"text/calendar; method={method}")
    return mail


def tone_of(letter: WeekLetter) -> str:
    """What this mail comes to say: new, changed, off or cancelled."""
    if letter.kind == WeekLetter.Kind.CANCEL:
        return "off" if letter.session.starts_at else "cancelled"
    earlier = WeekLetter.objects.filter(
        session=letter.session, person=letter.person, sequence__lt=letter.sequence
    )
    return "changed" if earlier.exclude(sent_at=None).exists() else "new"


def calendar_part(letter: WeekLetter, method: str) -> str:
    """The session under the name that it has in every feed."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    moment = Moment(
        uid=f"sessie-{letter.session_id}",
        title=f"Sessie {letter.session.team}",
        starts=letter.starts_at.astimezone(HOME),
        ends=_ends(letter).astimezone(HOME),
        place=letter.place,
        url="" if method == CANCEL else letter.session.get_absolute_url(),
        sequence=letter.sequence,
    )
    return invitation(
        moment,
        organiser=Party(name or "Leerkring", address),
        attendee=Party(letter.person.name, letter.person.email),
        at=letter.at,
        method=method,
        site=settings.SITE_URL,
    ).decode()


def _ends(letter: WeekLetter) -> datetime:
    return letter.starts_at + timedelta(minutes=letter.plan.programme.session_minutes)


def message_id(letter: WeekLetter) -> str:
    """One name for one mail, however often it is handed over (RFC 5322, 3.6.4)."""
    return f"<sessie.{letter.session_id}.{letter.person_id}.{letter.sequence}@{host()}>"


def host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "leerkring"
