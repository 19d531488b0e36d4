"""What questions keep of people. What was asked and answered stays for its readers, without a name.

Nothing is registered of who asked through somebody else: it is not known who that is.
"""

from datetime import timedelta

from leerkring.exchange.questions.forgetting_actions import (
    forget_answers_of,
    forget_questions_of,
)
from leerkring.exchange.questions.models import (
    Acceptance,
    Answer,
    Appeal,
    Change,
    Closing,
    Draft,
    Outcome,
    Question,
    Retraction,
)
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

LOOSE = OnErasure.ANONYMISE
A_YEAR = timedelta(days=365)
for entry in (
    PersonalData(
        model=Question,
        path="author",
        label="Vragen die je stelde of voor een ander plaatste",
        fields=("asked_at", "title", "text", "on_behalf"),
        on_erasure=LOOSE,
        why="Zodat anderen iets hebben aan vraag en antwoord; je naam staat er dan niet meer bij.",
        choices=(LOOSE, OnErasure.DELETE),
        forget=forget_questions_of,
    ),
    PersonalData(
        model=Answer,
        path="author",
        label="Antwoorden die je gaf",
        fields=("at", "text"),
        on_erasure=LOOSE,
        why="Zodat anderen iets hebben aan vraag en antwoord; je naam staat er dan niet meer bij.",
        choices=(LOOSE, OnErasure.DELETE),
        forget=forget_answers_of,
    ),
    PersonalData(
        model=Draft,
        path="author",
        label="Vragen en antwoorden waar je aan schrijft",
        fields=("content", "saved_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je verder kunt waar je was.",
        keep=A_YEAR,
        since="saved_at",
    ),
    PersonalData(
        model=Acceptance,
        path="by",
        label="Antwoorden die je hielpen",
        fields=("on",),
        on_erasure=LOOSE,
        why="Zodat anderen zien welk antwoord hielp.",
    ),
    PersonalData(
        model=Outcome,
        path="by",
        label="Wat je met een antwoord deed",
        fields=("on", "worked", "text"),
        on_erasure=LOOSE,
        why="Zodat anderen weten wat ervan kwam.",
    ),
    PersonalData(
        model=Closing,
        path="by",
        label="Vragen die niet meer nodig waren",
        fields=("on",),
        on_erasure=LOOSE,
        why="Zodat niemand nog een antwoord zoekt.",
    ),
    PersonalData(
        model=Change,
        path="by",
        label="Vragen en antwoorden die je veranderde",
        fields=("at", "note"),
        on_erasure=LOOSE,
        why="Zodat te zien is dat een tekst veranderde.",
    ),
    PersonalData(
        model=Retraction,
        path="by",
        label="Vragen en antwoorden die je weghaalde",
        fields=("at",),
        on_erasure=LOOSE,
        why="Zodat te zien is waarom er niets meer staat.",
    ),
    PersonalData(
        model=Appeal,
        path="person",
        label="Vragen die aan jou zijn voorgelegd",
        fields=("at", "reply"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je niet vaker wordt gevraagd dan je wilt. Na een jaar weten we het niet meer.",
        keep=A_YEAR,
        since="at",
    ),
):
    register(entry)
