"""An agreement can be flagged by who reads it: what was agreed, and what partners say of it."""

from typing import Any

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.network.circles.queries import keepers_of
from leerkring.practice.agreements.actions import put_out_of_sight
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import contact_ids

OWN = ("task", "expectation", "escalate_when", "escalate_to")


def parts_of(agreement: Any) -> list[tuple[Any, tuple[str, ...]]]:
    """Why not or no longer, how it went, and what the other says to that."""
    rows = [(getattr(agreement, name, None), ("text",)) for name in ("refusal", "ending")]
    for score in agreement.scores.select_related("reply", "settlement"):
        rows.append((score, ("sentence",)))
        rows += [(getattr(score, name, None), ("text",)) for name in ("reply", "settlement")]
    return [(row, fields) for row, fields in rows if row is not None]


def texts_of(agreement: Any) -> str:
    rows = [(agreement, OWN), *parts_of(agreement)]
    return "\n".join(filter(None, (getattr(row, field) for row, names in rows for field in names)))


register(
    Flaggable(
        model=Agreement,
        label="deze afspraak",
        visible_to=lambda person: Agreement.objects.visible_to(person).with_parties(),
        # Who guides the circle reads along with what is open to the circle, and with nothing else.
        moderators=lambda row: keepers_of(row.circle_id if row.is_for_circle else None),
        hide=lambda row, by: put_out_of_sight(row, by=by),
        describe=lambda row: f"Afspraak met {row.receiver}",
        passage=texts_of,
        url=lambda row: row.get_absolute_url(),
        stands=lambda row: not hasattr(row, "removal"),
        writers=lambda row: {*contact_ids(row), row.made_by_id} - {None},
        hears=contact_ids,
        redact=redacting(*OWN, also=parts_of),
        effect="Niemand leest de afspraak nog, ook de partners niet. Vaak is een passage genoeg.",
    )
)
