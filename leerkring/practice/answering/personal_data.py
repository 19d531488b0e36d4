"""Who is invited is kept by mail address, not by account; who launched a round is an account.

Answers lead to neither, so none are registered.
"""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.answering.models import Invitee, Launch, PausedAddress

register(
    PersonalData(
        model=Launch,
        path="by",
        label="Rondes die je opende",
        fields=("round__name", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat duidelijk is wie de ronde begon.",
    )
)
register(
    PersonalData(
        model=Invitee,
        path="email",
        by_email=True,
        label="Rondes waarvoor je bent uitgenodigd",
        fields=("round__name", "team__name", "email", "is_finished"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je een uitnodiging krijgt, en geen herinnering als je klaar bent.",
    )
)
register(
    PersonalData(
        model=PausedAddress,
        path="email",
        by_email=True,
        label="Adressen waar onze mail niet aankwam",
        fields=("email", "since"),
        on_erasure=OnErasure.DELETE,
        why="Zodat we niet blijven mailen naar een adres dat niet werkt.",
    )
)
