"""What others can see can be flagged; put away it is its owner's alone."""

from typing import Any

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.network.circles.queries import keepers_of
from leerkring.practice.commitments.actions import hide
from leerkring.practice.commitments.models import Commitment, Sight


def writers(row: Any) -> set[int]:
    """Whose it is; of a team or an organisation whoever wrote it down."""
    return {row.person_id or row.made_by_id} - {None}


def texts_of(row: Any) -> str:
    learnt = row.look_backs.exclude(learnt="").values_list("learnt", flat=True)
    return "\n\n".join([row.text, *filter(None, [row.who]), *learnt])


register(
    Flaggable(
        model=Commitment,
        label="dit voornemen",
        visible_to=lambda person: Commitment.objects.visible_to(person),
        moderators=lambda row: keepers_of(row.circle_id if row.sight == Sight.CIRCLE else None),
        hide=lambda row, by: hide(row, by=by),
        describe=lambda row: f"Voornemen van {row.owner}",
        passage=texts_of,
        url=lambda row: row.get_absolute_url(),
        stands=lambda row: row.sight != Sight.OWN,
        writers=writers,
        redact=redacting(
            *("text", "who"), also=lambda row: [(one, ("learnt",)) for one in row.look_backs.all()]
        ),
    )
)
