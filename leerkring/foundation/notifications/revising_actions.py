"""A mail that waited: does everything in it still concern its person?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.letter_actions import Item, item_of, write_digest
from leerkring.foundation.notifications.models import Mail, Mailbox, Occasion
from leerkring.foundation.notifications.queries import open_to_all, visible_of
from leerkring.foundation.notifications.standing import surroundings

OUT_OF_SIGHT = "niet meer te zien"


@transaction.atomic
def is_still_right(mail: Mail, now: datetime) -> bool:
    """Leave out of `mail` what its person may not see any more; False when nothing is left.

    What stays keeps its Message-ID: it is the same mail, with less in it.
    """
    own = mail.deliveries.select_related("notice__occasion__by").order_by("pk")
    pk_of = {delivery.notice: delivery.pk for delivery in own if delivery.notice}
    seen = visible_of(mail.person, pk_of)
    if len(seen) == len(own):
        return True
    kept = [pk_of[notice] for notice in seen]
    gone = mail.deliveries.exclude(pk__in=kept)
    gone.update(mail=None, dropped_at=now, why=OUT_OF_SIGHT)
    if not seen:
        return False
    items = items_for(mail.person, [notice.occasion for notice in seen])
    fresh = write_digest(mail.person, Frequency(mail.kind), mail.period, items, now)
    for name in ("subject", "text", "html"):
        setattr(mail, name, getattr(fresh, name))
    mail.save(update_fields=["subject", "text", "html"])
    return True


def items_for(person: Any, occasions: Sequence[Occasion]) -> list[Item]:
    """As they are in the first place, for one person."""
    around = surroundings(occasions, [person.pk], open_to_all([occasions]))
    quotes = Mailbox.objects.filter(person=person, quotes_closed=True).exists()
    return [
        item_of(one, around, around.circle_for(person.pk, one), quotes=quotes) for one in occasions
    ]
