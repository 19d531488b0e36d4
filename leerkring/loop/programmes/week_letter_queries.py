"""How far the news of a plan that was agreed has come, and whom it cannot reach."""

from dataclasses import dataclass

from django.db.models import Count, Q

from leerkring.loop.programmes.models import ChairLetter, WeekLetter, WeekPlan
from leerkring.loop.programmes.notices import members_of


@dataclass(frozen=True)
class Delivery:
    """`failed`: (name, why) of who must be called; `silent`: teams without anybody's account."""

    sent: int
    waiting: int
    failed: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


def delivery_of(plan: WeekPlan) -> Delivery:
    sent = waiting = 0
    failed: dict[tuple[str, str], None] = {}
    for kind in (WeekLetter, ChairLetter):
        letters = kind._default_manager.filter(plan=plan)
        counts = letters.aggregate(
            sent=Count("pk", filter=~Q(sent_at=None)),
            waiting=Count("pk", filter=Q(sent_at=None, given_up_at=None)),
        )
        sent, waiting = sent + counts["sent"], waiting + counts["waiting"]
        lost = letters.exclude(given_up_at=None).exclude(fault="").order_by("person__name", "pk")
        failed |= dict.fromkeys(lost.values_list("person__name", "fault"))
    teams = list(
        plan.sessions.order_by("participation__team__name").values_list(
            "participation__team", "participation__team__name"
        )
    )
    reached = members_of(pk for pk, _ in teams)
    silent = tuple(name for pk, name in teams if pk not in reached)
    return Delivery(sent, waiting, tuple(failed), silent)
