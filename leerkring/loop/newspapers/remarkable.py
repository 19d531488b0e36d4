"""People react to a paper that is out: whoever reads it with an account."""

from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.loop.newspapers.makers_queries import who_hear_of, who_keep_order
from leerkring.loop.newspapers.models import Publication

register(
    Remarkable(
        model=Publication,
        visible_to=lambda person: Publication.objects.visible_to(person).select_related("edition"),
        may_remark=lambda person, publication: person.is_authenticated,
        url=lambda publication: publication.get_absolute_url(),
        title=lambda publication: publication.name,
        watchers=who_hear_of,
        moderators=who_keep_order,
    )
)
