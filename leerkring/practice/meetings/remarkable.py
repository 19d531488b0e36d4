"""People react to a meeting that is announced: who may see it, and in a circle who is in it."""

from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.queries import leaders_of, who_keep_order
from leerkring.practice.meetings.rules import may_take_part

register(
    Remarkable(
        model=Meeting,
        # Of a draft, also of one that was announced before, the page shows no reactions.
        visible_to=lambda person: Meeting.objects.visible_to(person).announced().with_its_state(),
        may_remark=may_take_part,
        url=lambda meeting: meeting.get_absolute_url(),
        watchers=leaders_of,
        moderators=who_keep_order,
        circle=lambda meeting: meeting.circle_id,
    )
)
