"""What others can see can be flagged; put away it is its owner's alone."""

from typing import Any

from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.network.circles.queries import keepers_of
from leerkring.practice.commitments.actions import hide
from leerkring.practice.commitments.models import Commitment, Sight


def writers(row: Any) -> set[int]:
    """Whose it is; of a team or an organisation whoever wrote it down."""
    return {row.person_id or row.made_by_id} - {None}


register(
    Flaggable(
        model=Commitment,
        label="dit voornemen",
        visible_to=lambda person: Commitment.objects.visible_to(person),
        moderators=lambda row: keepers_of(row.circle_id if row.sight == Sight.CIRCLE else None),
        hide=lambda row, by: hide(row, by=by),
        describe=lambda row: f"Voornemen van {row.owner}",
        passage=str,
        url=lambda row: row.get_absolute_url(),
        stands=lambda row: row.sight != Sight.OWN,
        writers=writers,
    )
)
