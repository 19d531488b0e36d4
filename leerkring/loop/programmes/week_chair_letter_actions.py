"""Which day chairs a plan that was agreed has news for, and writing that mail."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from leerkring.foundation.calendar.ics import calendar_of, media_type
from leerkring.foundation.notifications.actions import one_line
from leerkring.loop.programmes.models import ChairLetter, WeekPlan
from leerkring.loop.programmes.notices import tell_chair
from leerkring.loop.programmes.week_chair_queries import (
    ChairNews,
    Halves,
    chaired_in,
    news_between,
)
from leerkring.loop.programmes.week_letter_actions import host
from leerkring.loop.programmes.week_link_queries import chairing_path

SUBJECTS = {
    "new": "Jij bent dagvoorzitter: {programme}",
    "changed": "Gewijzigd: jouw dagdelen als voorzitter, {programme}",
    "off": "Je hoeft niet voor te zitten: {programme}",
}


def put_chair_letters_in_line(plan: WeekPlan, before: WeekPlan | None, *, by: Any) -> int:
    """A letter for every chair of whom the half-days, or who meets there, are other than in the
    plan before. Within the transaction that agrees the plan; returns how many.
    """
    was, now = chaired_in(before), chaired_in(plan)
    changed = [one for one in sorted({*was, *now}) if was.get(one) != now.get(one)]
    for person in changed:
        tell_chair(plan, person, len(now.get(person, ())), by=by)
    letters = [
        ChairLetter(
            plan=plan,
            person_id=person,
            ends_at=max(half.ends for half in (*was.get(person, ()), *now.get(person, ()))),
        )
        for person in changed
    ]
    return len(ChairLetter.objects.bulk_create(letters))


def told_before(letter: ChairLetter) -> Halves:
    """What this person last heard by mail; nothing when that is nothing."""
    last = _earlier(letter).exclude(sent_at=None).order_by("-pk").first()
    return chaired_in(last.plan).get(letter.person_id, ()) if last else ()


def news_of(letter: ChairLetter) -> ChairNews:
    return news_between(told_before(letter), chaired_in(letter.plan).get(letter.person_id, ()))


def _earlier(letter: ChairLetter) -> Any:
    rows = ChairLetter.objects.filter(person=letter.person_id, pk__lt=letter.pk)
    return rows.filter(plan__programme=letter.plan.programme_id).select_related("plan__programme")


def write_to_chair(letter: ChairLetter) -> EmailMultiAlternatives:
    """All half-days with their teams and rooms, what changed marked, and dates for a calendar."""
    programme, news = letter.plan.programme, news_of(letter)
    is_known = bool(told_before(letter))
    tone = "changed" if is_known and news.now else "new" if news.now else "off"
    context = {
        "person": letter.person,
        "programme": programme,
        "news": news,
        "tone": tone,
        "site": settings.SITE_URL,
        "path": chairing_path(programme.pk, letter.person_id),
    }
    mail = EmailMultiAlternatives(
        one_line(SUBJECTS[tone].format(programme=programme), 200),
        render_to_string("programmes/mail/chair.txt", context),
        to=[letter.person.email],
        headers={"Message-ID": f"<voorzitter.{letter.plan_id}.{letter.person_id}@{host()}>"},
    )
    mail.attach_alternative(render_to_string("programmes/mail/chair.html", context), "text/html")
    mail.attach("dagdelen.ics", _dates(letter, news), media_type())
    return mail


def _dates(letter: ChairLetter, news: ChairNews) -> str:
    number = _earlier(letter).count()
    moments = [half.moment(sequence=number) for half in news.now]
    moments += [half.moment(sequence=number, cancelled=True) for half in news.gone]
    title = f"Dagvoorzitter {letter.plan.programme}"
    return calendar_of(moments, name=title, site=settings.SITE_URL).decode()
