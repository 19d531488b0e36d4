"""What happens behind a link: answers come in one by one, and are finished once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.people.models import Team
from leerkring.practice.answering import sheets
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.launching import mail_days
from leerkring.practice.answering.models import (
    Draft,
    Invitee,
    Launch,
    Link,
    Poster,
    Sending,
)
from leerkring.practice.answering.own_lines import own_key, own_line, write_line
from leerkring.practice.answering.own_scores import own_result
from leerkring.practice.answering.rules import takes_answers
from leerkring.practice.scans.models import Response, Round


class TooLate(Exception):
    """The round is closed, or the answers behind this link are in already."""


@dataclass(frozen=True)
class Sheet:
    """The answers so far behind a link."""

    link: Link
    answers: bytes


@transaction.atomic
def launch_round(
    round: Round, *, people: Iterable[tuple[Team, str]], until: date, welcome: str, by: Any
) -> Launch:
    """Open a round online: all are invited and their mails lie ready. `people`: team, address."""
    launch = Launch.objects.create(round=round, until=until, welcome=welcome, by=by)
    invitees = Invitee.objects.bulk_create(
        Invitee(round=round, team=team, email=email) for team, email in people
    )
    days = mail_days(timezone.now(), until, timezone.get_default_timezone())
    Sending.objects.bulk_create(
        Sending(invitee=invitee, kind=day.kind, due_at=day.at)
        for invitee in invitees
        for day in days
    )
    record("answering.launched", by=by, about=round, sentence=f"De ronde «{round}» is open.")
    return launch


def hang_poster(round: Round, team: Team) -> Secret:
    """A new QR code for a team's wall; an earlier one stops working."""
    secret = Secret.new()
    with transaction.atomic():
        Poster.objects.filter(round=round, team=team).delete()
        Poster.objects.create(pk=secret.name("poster"), round=round, team=team)
    return secret


def sheet_behind(secret: Secret, link: Link) -> Sheet:
    """What has been answered so far; a blank sheet when nothing was."""
    draft = Draft.objects.filter(pk=secret.name("draft")).first()
    instrument = link.round.instrument.instrument
    content = secret.unlock("draft", bytes(draft.answers)) if draft else sheets.blank(instrument)
    return Sheet(link, content)


@transaction.atomic
def give_answer(secret: Secret, link: Link, *, place: int, value: int) -> bytes:
    """Keep one answer; the same answer again changes nothing. Returns the sheet.

    Raises TooLate, NotOnTheScale.
    """
    if not takes_answers(link):
        raise TooLate
    instrument = link.round.instrument.instrument
    draft = Draft.objects.select_for_update().filter(pk=secret.name("draft")).first()
    before = secret.unlock("draft", bytes(draft.answers)) if draft else sheets.blank(instrument)
    after = sheets.with_answer(before, instrument, place, value)
    locked = secret.lock("draft", after)
    if draft is None:
        Draft.objects.create(pk=secret.name("draft"), round=link.round, answers=locked)
    elif after != before:
        Draft.objects.filter(pk=draft.pk).update(answers=locked)
    return after


@transaction.atomic
def finish(secret: Secret, link: Link) -> Secret:
    """Hand the answers in, once. Returns the key to the person's own result.

    The answers become a response of the team under a random name; the draft is gone. Finishing
    again gives the same key. Raises TooLate when there is nothing to hand in any more.
    """
    key = own_key(secret)
    link = Link.objects.of(secret).select_for_update(of=("self",)).get()
    if link.is_done and own_line(key) is not None:
        return key
    draft = Draft.objects.filter(pk=secret.name("draft")).first()
    if draft is None or not takes_answers(link):
        raise TooLate
    answers = secret.unlock("draft", bytes(draft.answers))
    Response.objects.create(round=link.round, team=link.team, answers=answers)
    draft.delete()
    Link.objects.filter(pk=link.pk).update(is_used=True)
    Invitee.objects.filter(pk=link.invitee_id).update(is_finished=True)
    result = own_result(
        link.round.instrument.instrument,
        answers,
        round_name=link.round.name,
        month=f"{timezone.localdate():%Y-%m}",
    )
    write_line(key, [result])
    return key


@transaction.atomic
def take_link(poster: Poster) -> Secret:
    """A link of one's own through a team's poster."""
    own = Secret.new()
    Link.objects.create(pk=own.name("link"), round=poster.round, team=poster.team)
    return own
