"""Who hears of something new in a circle, and as news of what."""

from leerkring.foundation.notifications.queries import plans_of
from leerkring.foundation.notifications.registry import event_named
from leerkring.network.circles.queries import members_of


def hearers(
    circle: int | None, followers: set[int], *, event: str, only_here: bool
) -> tuple[set[int], set[int]]:
    """Ids of (who is in the circle, who hears it as news of a theme), for one `notify` each.

    `event` is the news of circles; `only_here`: nobody outside the circle may read it. Whoever is
    in the circle hears it as news of the circle, and only who wants no such news at all hears it
    as news of the theme. Both are told with the number of the circle, so that a circle that is
    silent stays so for who follows the theme too: else being silent would do no more than change
    the heading under which the same news comes.
    """
    if circle is None:
        return set(), followers
    members = members_of(circle)
    if only_here:
        followers = followers & members
    plans = plans_of(event_named(event), members, circle)
    return members, followers - {person for person, plan in plans.items() if not plan.is_nothing}
