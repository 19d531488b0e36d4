"""What was told, what somebody wants to be told, and what went by mail."""

from datetime import timedelta

from leerkring.foundation.notifications.models import (
    CircleLoudness,
    Delivery,
    DigestStop,
    Mail,
    Mailbox,
    Notice,
    Occasion,
    Preference,
)
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

HALF_A_YEAR = timedelta(days=183)
A_YEAR = timedelta(days=365)

register(
    PersonalData(
        model=Notice,
        path="person",
        label="Meldingen aan jou",
        fields=("at", "occasion__title", "occasion__sentence", "read_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt teruglezen wat er voor jou was.",
        keep=HALF_A_YEAR,
        since="at",
    )
)
register(
    PersonalData(
        model=Occasion,
        path="by",
        label="Meldingen aan anderen over wat jij deed",
        fields=("at", "title"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat anderen zien van wie iets komt.",
        keep=HALF_A_YEAR,
        since="at",
    )
)
register(
    PersonalData(
        model=Delivery,
        path="person",
        label="Welke meldingen per mail gingen",
        fields=("at", "frequency", "mail__subject", "dropped_at", "why"),
        on_erasure=OnErasure.DELETE,
        why="Zodat geen melding kwijtraakt of twee keer komt.",
        keep=A_YEAR,
        since="at",
    )
)
register(
    PersonalData(
        model=Mail,
        path="person",
        label="Mails aan jou",
        fields=("at", "kind", "subject", "handed_over_at", "fault"),
        on_erasure=OnErasure.DELETE,
        why="Zodat we weten of een mail is verstuurd; de tekst bewaren we daarna niet.",
        keep=A_YEAR,
        since="at",
    )
)
register(
    PersonalData(
        model=Preference,
        path="person",
        label="Hoe je meldingen wilt krijgen",
        fields=("event", "site", "mail"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je alleen hoort wat je wilt horen.",
    )
)
register(
    PersonalData(
        model=CircleLoudness,
        path="person",
        label="Hoeveel je van een kring wilt horen",
        fields=("circle", "loudness"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je alleen hoort wat je wilt horen.",
    )
)
register(
    PersonalData(
        model=DigestStop,
        path="person",
        label="Overzichten die je niet meer per mail wilt",
        fields=("frequency", "since"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je ze niet toch weer krijgt.",
    )
)
register(
    PersonalData(
        model=Mailbox,
        path="person",
        label="Hoe je mail komt",
        fields=("day", "quotes_closed", "paused_until", "refused_at", "refused_address"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je mail krijgt wanneer jij wilt, en op een adres dat werkt.",
    )
)
