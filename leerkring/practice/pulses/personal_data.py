"""Who asked, and who replied. Answers lead to no person, so none are registered."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.pulses.models import Pulse, Reply, ThemeReply

register(
    PersonalData(
        model=Pulse,
        path="asked_by",
        label="Korte peilingen die je vroeg",
        fields=("title", "kind", "asked_at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat mensen weten wie de vraag stelde.",
    )
)
register(
    PersonalData(
        model=Reply,
        path="by",
        label="Wat je schreef over wat er met een korte peiling gebeurt",
        fields=("pulse__title", "text", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Het antwoord hoort bij de mensen die iets invulden.",
    )
)
register(
    PersonalData(
        model=ThemeReply,
        path="by",
        label="Wat je schreef over wat er met een thema gebeurt",
        fields=("pulse__title", "theme", "text"),
        on_erasure=OnErasure.ANONYMISE,
        why="Het antwoord hoort bij de mensen die iets invulden.",
    )
)
