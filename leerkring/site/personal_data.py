"""What the site tells `privacy` and `activity`: sign-ins end, and who looked into circles."""

from typing import Any

from leerkring.foundation.activity.queries import MOST
from leerkring.foundation.activity.registry import Look, register_looks
from leerkring.foundation.privacy.registry import register_goodbye
from leerkring.network.circles.models import Inspection, Membership
from leerkring.network.entrance.sign_in_actions import end_sign_ins


def forget_sessions(person: Any) -> None:
    """What a browser carries leads to nothing any more."""
    end_sign_ins(person)


def looks_into_circles(person: Any) -> list[Look]:
    """Moderators who looked into a closed circle in which this person is."""
    own = Membership.objects.of(person).values("circle")
    rows = Inspection.objects.filter(circle__in=own).select_related("circle", "person")
    return [
        Look(
            at=row.at,
            who=row.person.name if row.person else "",
            what=f"de groep «{row.circle}»",
            why=row.reason,
            url=row.circle.get_absolute_url(),
        )
        for row in rows.order_by("-at", "-pk")[:MOST]
    ]


register_goodbye(forget_sessions)
register_looks(looks_into_circles)
