"""How far the news of a plan that was agreed has come, and whom it cannot reach."""

from dataclasses import dataclass

from django.db.models import Count, Q

from leerkring.loop.programmes.models import ChairLetter, WeekLetter, WeekPlan
from leerkring.loop.programmes.notices import members_of

# Two kinds of mail: a date in a calendar for each session, and what somebody chairs.
KINDS = ((WeekLetter, "gespreksleiders en teamleden"), (ChairLetter, "dagvoorzitters"))


@dataclass(frozen=True)
class Post:
    """The mails `to` one kind of people."""

    to: str
    sent: int
    waiting: int


@dataclass(frozen=True)
class Delivery:
    """`failed`: (name, why) of who must be called; `silent`: teams without anybody's account."""

    posts: tuple[Post, ...]
    failed: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]

    @property
    def sent(self) -> int:
        return sum(post.sent for post in self.posts)

    @property
    def waiting(self) -> int:
        return sum(post.waiting for post in self.posts)


def delivery_of(plan: WeekPlan) -> Delivery:
    posts = []
    failed: dict[tuple[str, str], None] = {}
    for kind, to in KINDS:
        letters = kind._default_manager.filter(plan=plan)
        counts = letters.aggregate(
            sent=Count("pk", filter=~Q(sent_at=None)),
            waiting=Count("pk", filter=Q(sent_at=None, given_up_at=None)),
        )
        if any(counts.values()):
            posts.append(Post(to, **counts))
        lost = letters.exclude(given_up_at=None).exclude(fault="").order_by("person__name", "pk")
        failed |= dict.fromkeys(lost.values_list("person__name", "fault"))
    teams = list(
        plan.sessions.order_by("participation__team__name").values_list(
            "participation__team", "participation__team__name"
        )
    )
    reached = members_of(pk for pk, _ in teams)
    silent = tuple(name for pk, name in teams if pk not in reached)
    return Delivery(tuple(posts), tuple(failed), silent)
