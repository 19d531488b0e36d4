"""What this room keeps of a person: by their account, and by the address they were asked at."""

from typing import Any

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.attendance.models import (
    GroupWish,
    GuestPromise,
    Letter,
    Need,
    Reply,
    Seat,
    Tap,
)

OF_INVITATION: tuple[tuple[Any, str, str, tuple[str, ...], str], ...] = (
    (Reply, "invitation", "Wat je antwoordde op een uitnodiging voor een bijeenkomst",
     ("invitation__meeting__title", "says", "guests", "guest_names", "waits_since", "at"),
     "Zodat er een plaats voor je is."),
    (Need, "reply__invitation", "Wat je nodig hebt op een bijeenkomst: dieet, toegankelijkheid",
     ("reply__invitation__meeting__title", "text"),
     "Zodat er voor je gezorgd kan worden. Een maand na de bijeenkomst halen we het weg."),
    (GuestPromise, "invitation", "Wat je je voornam na een bijeenkomst",
     ("invitation__meeting__title", "sentence", "look_back_on", "outcome", "learnt", "at"),
     "Zodat je er zelf op terug kunt kijken."),
    (Tap, "invitation", "Dat je op een bijeenkomst was",
     ("invitation__meeting__title", "guest", "is_here", "at"), "Zodat de groepen kloppen."),
    (Seat, "invitation", "Je plaats in gemengde groepen",
     ("invitation__meeting__title", "round__number", "table", "guest"),
     "Zodat je een volgende keer anderen ontmoet."),
    (GroupWish, "one", "Wensen voor gemengde groepen waar je in voorkomt",
     ("meeting__title", "kind", "table", "round_number"), "Zodat de groepen goed samenwerken."),
    (GroupWish, "other", "Wensen voor gemengde groepen waar je als tweede in voorkomt",
     ("meeting__title", "kind"), "Zodat de groepen goed samenwerken."),
)  # fmt: skip

for model, path, label, fields, why in OF_INVITATION:
    for end, suffix in (("person", ""), ("email", " (op je mailadres)")):
        register(
            PersonalData(
                model=model,
                path=f"{path}__{end}",
                by_email=end == "email",
                label=label + suffix,
                fields=fields,
                on_erasure=OnErasure.DELETE,
                why=why,
            )
        )

register(
    PersonalData(
        model=Letter,
        path="email",
        by_email=True,
        label="Mails over bijeenkomsten",
        fields=("meeting__title", "kind", "email", "name", "at", "sent_at", "fault"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je elke mail één keer krijgt. Een maand na de bijeenkomst halen we het weg.",
    )
)
