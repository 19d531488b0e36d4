"""What happens to a round: it opens, answers come in, it closes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from leerkring.foundation.activity.actions import record
from leerkring.network.people.models import Team
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import write_instrument
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import (
    Closing,
    ComparedPerson,
    InstrumentVersion,
    Invitation,
    Response,
    Round,
)
from leerkring.practice.scans.release_actions import WouldLeak, release_round

__all__ = ["RoundIsClosed", "WouldLeak", "close_round", "open_round", "take_in_answers"]


class RoundIsClosed(Exception):
    """A closed round takes nothing in any more."""


def keep_instrument(instrument: Instrument) -> InstrumentVersion:
    """The stored version of an instrument; the same words under another number is a new version."""
    definition = write_instrument(instrument)
    known = InstrumentVersion.objects.filter(name=instrument.name)
    same = known.filter(definition=definition).first()
    if same:
        return same
    taken = set(known.values_list("version", flat=True))
    version, number = instrument.version, 1
    while version in taken:  # 1, 1-2, 1-3 …
        number += 1
        version = f"{instrument.version[:30]}-{number}"
    return InstrumentVersion.objects.create(
        name=instrument.name, version=version, definition=definition
    )


@transaction.atomic
def open_round(
    *,
    name: str,
    instrument: Instrument,
    teams: Iterable[Team],
    on: date,
    previous: Round | None = None,
) -> Round:
    """A round in which these teams are asked; a name too long for its column is cut off.

    `previous`: an earlier round to compare it with.
    """
    longest = Round._meta.get_field("name").max_length
    round_ = Round.objects.create(
        name=name[:longest],
        instrument=keep_instrument(instrument),
        opened_on=on,
        previous=previous,
    )
    Invitation.objects.bulk_create(
        Invitation(round=round_, team=team, members=team.size) for team in teams
    )
    return round_


@transaction.atomic
def take_in_answers(*, round: Round, answers: Answers) -> None:
    """Store answers of the round's teams, matched by the slugs in `answers.teams`.

    Raises RoundIsClosed, KeyError for a team that was not asked, and ValueError when the columns
    are not the instrument's. The rows carry no order and no time.
    """
    _refuse_when_closed(round)
    items = len(round.instrument.instrument.items)
    if answers.values.shape[1] != items:
        raise ValueError(f"answers to {answers.values.shape[1]} items, where {items} were asked")
    team_ids = dict(round.invitations.values_list("team__slug", "team_id"))
    ids = [team_ids[slug] for slug in answers.teams]
    Response.objects.bulk_create(
        (
            Response(round=round, team_id=ids[team], answers=row.tobytes())
            for team, row in zip(answers.team, answers.values, strict=True)
        ),
        batch_size=2000,
    )


@transaction.atomic
def take_in_answer(*, round: Round, team: Team | None, answers: bytes) -> None:
    """Store what one person of a team handed in: one byte an item, as in `Answers.values`.

    `team` is None in a round about a group.
    Raises RoundIsClosed, and ValueError when there are more or fewer bytes than items.
    The team's rows are written anew, so that neither their place in the table nor the transaction
    that wrote them says which of them came last.
    """
    _refuse_when_closed(round)
    items = len(round.instrument.instrument.items)
    if len(answers) != items:
        raise ValueError(f"answers to {len(answers)} items, where {items} were asked")
    _write_anew(
        Response.objects.filter(round=round, team=team), (round.pk, team and team.pk, answers)
    )


@transaction.atomic
def forget_order(round: Round) -> None:
    """Write all answers of a round anew, so that no row tells when it came in.

    Raises RoundIsClosed.
    """
    _refuse_when_closed(round)
    _write_anew(Response.objects.filter(round=round))


@transaction.atomic
def take_in_change(
    *, round: Round, team: Team, person: str, change: Mapping[Dimension, float]
) -> None:
    """Somebody who was in this team in the previous round too chose to be compared.

    `person` is a name that only their own key gives, the same however often they ask; `change` is
    what they scored now less before. What they chose last counts. Raises RoundIsClosed.
    The team's rows are written anew, so that none of them says who came last.
    """
    _refuse_when_closed(round)
    round.compared.filter(person=person).delete()
    rounded = {dimension.value: round_off(amount) for dimension, amount in change.items()}
    told = round.compared.filter(team=team)
    rows = [(person, rounded), *told.values_list("person", "change")]
    told.delete()
    ComparedPerson.objects.bulk_create(
        ComparedPerson(round=round, team=team, person=name, change=amounts)
        for name, amounts in sorted(rows, key=lambda row: row[0])
    )


@transaction.atomic
def close_round(round: Round, *, by: Any | None) -> Closing:
    """Close for good: what the round says is frozen for both audiences, once.

    Raises RoundIsClosed; and WouldLeak, with nothing closed, should the ledger ever find that what
    was about to be frozen gives somebody away.
    """
    _refuse_when_closed(round)
    team = release_round(round)
    closing = Closing.objects.create(
        round=round,
        by=by,
        respondents=team.respondents,
        method=team.method,
        reliability=team.reliability,
    )
    record("scans.closed", by=by, about=round, sentence=f"De ronde «{round}» is gesloten.")
    return closing


def round_off(change: float) -> float:
    """As scores are kept with the person: two decimals."""
    return float(f"{change:.2f}")


def _refuse_when_closed(round: Round) -> None:
    """Asks the database, and holds on to the round: nobody closes it while answers come in."""
    # A lock that lets others point to the round: a draft that is begun meanwhile need not wait.
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    if Closing.objects.filter(round=round).exists():
        raise RoundIsClosed


def _write_anew(responses: QuerySet[Response], *added: tuple[int, int | None, bytes]) -> None:
    """The same answers under new names, sorted by what they say: as when they come from a file."""
    rows = [
        *added,
        *(
            (round_id, team_id, bytes(answers))
            for round_id, team_id, answers in responses.values_list(
                "round_id", "team_id", "answers"
            )
        ),
    ]
    responses.delete()
    Response.objects.bulk_create(
        (
            Response(round_id=round_id, team_id=team_id, answers=answers)
            for round_id, team_id, answers in sorted(rows)
        ),
        batch_size=2000,
    )
