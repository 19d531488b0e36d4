"""What happens behind a link: answers come in one by one, and are handed in once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.people.models import Team
from leerkring.practice.answering import sheets
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.launching import mail_days
from leerkring.practice.answering.models import Draft, Invitee, Launch, Link, Poster, Sending
from leerkring.practice.answering.own_lines import lock_key, write_line
from leerkring.practice.answering.own_scores import OwnResult, own_result
from leerkring.practice.answering.rules import takes_answers
from leerkring.practice.answering.standing_queries import (
    Standing,
    hold_round_and_draft,
    standing_behind,
)
from leerkring.practice.scans.actions import RoundIsClosed, take_in_answer
from leerkring.practice.scans.models import Round

SIZE_UNKNOWN = 25  # places on the poster of a team whose size nobody gave


class TooLate(Exception):
    """The round is closed, or the answers behind this link are in already."""


class NoSuchDoor(Exception):
    """No link leads here."""


class PosterIsFull(Exception):
    """This poster has given as many links as its team has members."""


@dataclass(frozen=True)
class Sheet:
    """The answers so far behind a link."""

    link: Link
    answers: bytes


@transaction.atomic
def launch_round(
    round: Round, *, people: Iterable[tuple[Team, str]], until: date, welcome: str, by: Any
) -> Launch:
    """Open a round online: all are invited and their mails lie ready. `people`: team, address.

    Raises RoundIsClosed.
    """
    if Round.objects.select_for_update(no_key=True).get(pk=round.pk).is_closed:
        raise RoundIsClosed
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


@transaction.atomic
def hang_poster(round: Round, team: Team) -> Secret:
    """A new QR code for a team's wall; an earlier one stops working.

    It gives as many links as the team has members, so that a photo of it that goes round cannot
    fill a team with answers of others.
    """
    secret = Secret.new()
    invitation = round.invitations.filter(team=team).first()
    Poster.objects.filter(round=round, team=team).delete()
    Poster.objects.create(
        pk=secret.name("poster"),
        round=round,
        team=team,
        places=(invitation and invitation.members)
        or round.invitees.filter(team=team).count()
        or SIZE_UNKNOWN,
    )
    return secret


@transaction.atomic
def take_link(poster: Poster) -> Secret:
    """A link of one's own through a team's poster. Raises PosterIsFull."""
    room = Poster.objects.filter(pk=poster.pk, taken__lt=F("places"))
    if not room.update(taken=F("taken") + 1):
        raise PosterIsFull
    own = Secret.new()
    Link.objects.create(pk=own.name("link"), round=poster.round, team=poster.team)
    return own


def stop_mail(link: Link) -> None:
    """No more mail about this round to who got this link; answering goes on."""
    waiting = Sending.objects.waiting().filter(invitee=link.invitee_id, invitee__isnull=False)
    waiting.update(given_up=True, fault="")


def sheet_behind(secret: Secret, link: Link) -> Sheet:
    """What has been answered so far; a blank sheet when nothing was. Raises TooLate."""
    draft = Draft.objects.filter(pk=secret.name("draft")).first()
    if not takes_answers(link) or (draft and draft.is_in):
        raise TooLate
    if draft is None:
        return Sheet(link, sheets.blank(link.round.instrument.instrument))
    return Sheet(link, secret.unlock("draft", bytes(draft.answers)))


def give_answer(secret: Secret, *, place: int, value: int) -> bytes:
    """Keep one answer; the same answer again changes nothing. Returns the sheet.

    Raises NoSuchDoor, TooLate, NotOnTheScale. Two tabs cannot undo each other: a sheet is only
    written over the one it was made from, and made again when that changed or went meanwhile.
    """
    while True:
        standing = standing_behind(secret)
        if standing is None:
            raise NoSuchDoor
        if not standing.is_open:
            raise TooLate
        before = (
            secret.unlock("draft", standing.locked)
            if standing.locked
            else sheets.blank(standing.instrument)
        )
        after = sheets.with_answer(before, standing.instrument, place, value)
        if standing.locked and after == before:
            return after
        if _write(secret, standing, secret.lock("draft", after)):
            return after


@transaction.atomic
def finish(secret: Secret) -> Secret:
    """Hand the answers in, once. Returns the key to the person's own result.

    Handing in again gives the same key. The round is held on to, so that it cannot close between
    taking the answers in and saying so. Raises NoSuchDoor, and TooLate when there is nothing to
    hand in any more.
    """
    hold_round_and_draft(secret)
    standing = standing_behind(secret)
    if standing is None:
        raise NoSuchDoor
    if standing.locked and standing.is_in:
        return Secret(secret.unlock("own key", standing.locked))
    if standing.locked is None or not standing.is_open:
        raise TooLate
    answers, key = secret.unlock("draft", standing.locked), Secret.new()
    take_in_answer(round=standing.round, team=standing.team, answers=answers)
    draft = Draft.objects.filter(pk=secret.name("draft"))
    draft.update(answers=lock_key(secret, key), is_in=True)
    Link.objects.filter(pk=secret.name("link")).update(is_used=True)
    Invitee.objects.filter(pk=standing.invitee_id).update(is_finished=True)
    write_line(key, [_own_result(standing, answers)])
    return key


def _own_result(standing: Standing, answers: bytes) -> OwnResult:
    return own_result(
        standing.instrument,
        answers,
        round_name=standing.round_name,
        month=f"{timezone.localdate():%Y-%m}",
        round_id=standing.round_id,
        team_id=standing.team_id,
    )


def _write(secret: Secret, standing: Standing, locked: bytes) -> bool:
    """Whether it could be written: nobody else wrote since this is how it stood."""
    name = secret.name("draft")
    if standing.locked:
        return Draft.objects.replace(name, standing.locked, locked)
    try:
        with transaction.atomic():
            Draft.objects.create(pk=name, round_id=standing.round_id, answers=locked)
    except IntegrityError:
        return False
    return True
