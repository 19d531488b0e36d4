"""What stands behind a link, in one query, for the moment that an answer comes in.

Every answer of everybody passes here, so this is the one place where SQL is written out: one look
at link, round and draft together, where model instances would cost three and most of the time. The
draft is found by its own name, which only the secret gives: no table leads from a link to it.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils import timezone

from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.prepared import Prepared
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import read_definition

_LOOK = Prepared(
    "answering_look",
    """
SELECT l.round_id,
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
""",
    ("varchar", "varchar"),
)


@dataclass(frozen=True)
class Standing:
    """`locked`: the draft as it is kept, None before the first answer."""

    round_id: int
    instrument: Instrument
    locked: bytes | None
    is_open: bool


def standing_behind(secret: Secret) -> Standing | None:
    """None when no link has this secret. `is_open` says what `rules.takes_answers` says."""
    with connection.cursor() as cursor:
        _LOOK.on(cursor, [secret.name("draft"), secret.name("link")])
        row = cursor.fetchone()
    if row is None:
        return None
    round_id, is_used, is_finished, until, is_closed, *definition, locked, is_in = row
    in_time = until is not None and timezone.localdate() <= date.fromisoformat(str(until))
    return Standing(
        round_id,
        read_definition(*definition),
        None if locked is None else bytes(locked),
        in_time and not (is_closed or is_used or is_finished or is_in),
    )
