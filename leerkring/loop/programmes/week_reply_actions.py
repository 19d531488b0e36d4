"""Somebody says whether they can, behind the link of a mail; and who coordinates hears of a no."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from leerkring.loop.programmes.models import WeekReply
from leerkring.loop.programmes.notices import tell_of_absence
from leerkring.loop.programmes.week_link_queries import Asked, AskedMoment


@transaction.atomic
def answer(asked: Asked, says: Mapping[str, str]) -> int:
    """Keep the newest answer to each moment (by key) that is still to come; returns how many.

    The same answer twice changes nothing and tells nobody again.
    """
    now, kept = timezone.now(), 0
    for moment in asked.moments:
        said = says.get(moment.key, "")
        if said in WeekReply.Says.values and moment.starts > now:
            _keep(asked, moment, said)
            kept += 1
    return kept


def _keep(asked: Asked, moment: AskedMoment, said: str) -> None:
    WeekReply.objects.update_or_create(
        person=asked.person,
        session_id=moment.session,
        half_day_id=moment.half_day,
        defaults={"starts_at": moment.starts, "says": said},
    )
    if said == WeekReply.Says.NO and said != moment.says and moment.leads:
        tell_of_absence(asked.programme, moment.title, moment.starts, moment.key, by=asked.person)
