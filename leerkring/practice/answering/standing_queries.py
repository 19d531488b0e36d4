"""What stands behind a link, in one query, for the moment that an answer comes in or all are handed
in.

Every answer of everybody passes here, so this is the one place where SQL is written out: one look
at link, round and draft together, where model instances would cost three and most of the time. The
draft is found by its own name, which only the secret gives: no table leads from a link to it.
"""

from dataclasses import dataclass
from datetime import date

from django.db import DEFAULT_DB_ALIAS, connection
from django.utils import timezone

from leerkring.foundation.statements.asking import prepared
from leerkring.network.people.models import Team
from leerkring.practice.answering.keys import Secret
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import InstrumentVersion, Round, read_definition

_LOOK = """
SELECT l.round_id, r.name, r.instrument_id, l.team_id, l.invitee_id,
       l.is_used,
       (SELECT is_finished FROM answering_invitee WHERE id = l.invitee_id),
       (SELECT until FROM answering_launch WHERE round_id = l.round_id),
       EXISTS (SELECT 1 FROM scans_closing WHERE round_id = l.round_id),
       v.name, v.version, v.definition,
       d.answers, d.is_in
  FROM answering_link l
  JOIN scans_round r ON r.id = l.round_id
  JOIN scans_instrumentversion v ON v.id = r.instrument_id
  LEFT JOIN answering_draft d ON d.name = %s
 WHERE l.name = %s
"""


_HOLD_ROUND = """
SELECT id FROM scans_round WHERE id = (SELECT round_id FROM answering_link WHERE name = %s)
   FOR NO KEY UPDATE
"""
_HOLD_DRAFT = "SELECT name FROM answering_draft WHERE name = %s FOR UPDATE"


@dataclass(frozen=True)
class Standing:
    """`locked`: the draft as it is kept, None before the first answer; the key when it `is_in`.

    `version`: of the instrument: its key, name, version and definition.
    """

    round_id: int
    round_name: str
    team_id: int
    invitee_id: int | None
    version: tuple[int, str, str, str]
    locked: bytes | None
    is_in: bool
    is_open: bool

    @property
    def instrument(self) -> Instrument:
        return read_definition(*self.version[1:])

    @property
    def round(self) -> Round:
        """What else there is to a round is asked for when it is needed."""
        fields, row = ("id", "name", "instrument_id"), (self.round_id, self.round_name)
        round_ = Round.from_db(DEFAULT_DB_ALIAS, fields, (*row, self.version[0]))
        round_.instrument = InstrumentVersion(*self.version)
        return round_

    @property
    def team(self) -> Team:
        return Team.from_db(DEFAULT_DB_ALIAS, ("id",), (self.team_id,))


def standing_behind(secret: Secret) -> Standing | None:
    """None when no link has this secret. `is_open` says what `rules.takes_answers` says."""
    with prepared() as cursor:
        cursor.execute(_LOOK, [secret.name("draft"), secret.name("link")])
        row = cursor.fetchone()
    if row is None:
        return None
    round_id, round_name, version, team, invitee, is_used, is_finished, until, *rest = row
    is_closed, name, number, definition, locked, is_in = rest
    in_time = until is not None and timezone.localdate() <= date.fromisoformat(str(until))
    return Standing(
        round_id,
        round_name,
        team,
        invitee,
        (version, name, number, definition),
        None if locked is None else bytes(locked),
        bool(is_in),
        in_time and not (is_closed or is_used or is_finished or is_in),
    )


def hold_round_and_draft(secret: Secret) -> None:
    """Nobody closes the round or writes over these answers until the end of the transaction.

    A lock that lets others point to the round: a draft that is begun meanwhile need not wait. The
    round first, as closing does. On SQLite a transaction that writes is the only one anyway.
    """
    if connection.features.has_select_for_update:
        with prepared() as cursor:
            cursor.execute(_HOLD_ROUND, [secret.name("link")])
            cursor.execute(_HOLD_DRAFT, [secret.name("draft")])
