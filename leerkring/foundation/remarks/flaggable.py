"""Remarks can be flagged, by who can read them; and repeat what stands elsewhere in their talk."""

from collections.abc import Iterable

from django.db.models import Model

from leerkring.foundation.moderation.registry import Flaggable, register, register_talk
from leerkring.foundation.remarks.actions import redact, remove
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.queries import remarks_below
from leerkring.foundation.remarks.visible_queries import (
    moderators_of,
    url_of,
    visible_to,
    what_it_is_about,
)


def beside(remark: Remark) -> Iterable[Model]:
    """What it is about, and the other remarks there."""
    found = what_it_is_about(remark)
    return [found[1], *remarks_below([found[1]])] if found else []


register_talk(remarks_below)
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
        writers=lambda remark: {remark.author_id} - {None},
        redact=redact,
        beside=beside,
    )
)
