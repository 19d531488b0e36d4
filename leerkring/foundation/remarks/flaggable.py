"""Remarks can be flagged, by who can read them."""

from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.foundation.remarks.actions import remove
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.visible_queries import moderators_of, url_of, visible_to

register(
    Flaggable(
        model=Remark,
        label="deze reactie",
        visible_to=visible_to,
        moderators=moderators_of,
        hide=lambda remark, by: remove(remark, by=by),
        describe=lambda remark: f"Reactie van {remark.author or 'iemand die er niet meer is'}",
        passage=lambda remark: remark.text,
        url=url_of,
        stands=lambda remark: not remark.is_removed,
    )
)
