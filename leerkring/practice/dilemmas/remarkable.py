"""People react to a dilemma; what they experienced with it is told below it, with a name."""

from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.network.circles.queries import readers_among
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.queries import keepers_of_dilemma
from leerkring.practice.dilemmas.rules import may_say_something

register(
    Remarkable(
        model=Dilemma,
        visible_to=lambda person: Dilemma.objects.visible_to(person).select_related("circle"),
        may_remark=may_say_something,
        url=lambda dilemma: dilemma.get_absolute_url(),
        watchers=lambda dilemma: readers_among(
            {dilemma.author_id}, dilemma.audience, dilemma.circle_id
        ),
        moderators=keepers_of_dilemma,
        circle=lambda dilemma: dilemma.circle_id,
    )
)
