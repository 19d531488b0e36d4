"""What this room keeps of a person."""

from typing import Any

from django.db.models import Q

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.meetings.models import (
    Announcement,
    Block,
    BroughtAnswer,
    BroughtQuestion,
    Cancellation,
    Invitation,
    Role,
    Run,
    Strand,
)

REGISTERED: tuple[tuple[Any, str, str, tuple[str, ...], str], ...] = (
    (BroughtQuestion, "by", "Vragen die je naar een bijeenkomst meebracht",
     ("meeting__title", "text", "organisation__name", "at"),
     "Zodat de vraag bij zijn antwoord blijft."),
    (BroughtAnswer, "by", "Antwoorden op meegebrachte vragen die je opschreef",
     ("question__text", "text", "at"), "Zodat wie de vraag bracht zijn antwoord houdt."),
    (Strand, "leader", "Onderdelen van een bijeenkomst die je leidt",
     ("block__meeting__title", "title", "room"), "Zodat het programma klopt."),
    (Block, "leader", "Onderdelen van een programma die je doet",
     ("meeting__title", "title", "room"), "Zodat het programma klopt."),
    (Announcement, "by", "Bijeenkomsten die je aankondigde", ("meeting__title", "at"),
     "Zodat te zien is wie de bijeenkomst bekendmaakte."),
    (Cancellation, "by", "Bijeenkomsten die je afzegde", ("meeting__title", "reason", "at"),
     "Zodat te zien is wie de bijeenkomst afzegde."),
    (Run, "by", "Programma's die je uitprobeerde of leidde", ("meeting__title", "kind", "at"),
     "Zodat het draaiboek beter wordt."),
)  # fmt: skip
for model, path, label, fields, why in REGISTERED:
    register(
        PersonalData(
            model=model,
            path=path,
            label=label,
            fields=fields,
            on_erasure=OnErasure.ANONYMISE,
            why=why,
        )
    )


def let_go_of_questions(person: Any) -> None:
    """What was brought by the link in a mail stays, and leads to nobody."""
    theirs = Q(invitation__person=person) | Q(invitation__email__iexact=person.email)
    BroughtQuestion.objects.filter(theirs).update(invitation=None)


for path in ("invitation__person", "invitation__email"):
    register(
        PersonalData(
            model=BroughtQuestion,
            path=path,
            by_email=path.endswith("email"),
            label="Vragen die je meebracht met de link uit je mail",
            fields=("meeting__title", "text", "organisation__name", "at"),
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat de vraag bij zijn antwoord blijft.",
            loosen=let_go_of_questions,
        )
    )

register(
    PersonalData(
        model=Role,
        path="person",
        label="Je rol in een bijeenkomst",
        fields=("meeting__title", "kind", "meeting__starts_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat mensen weten wie wat doet op de dag.",
    )
)
register(
    PersonalData(
        model=Invitation,
        path="person",
        label="Bijeenkomsten waarvoor je bent uitgenodigd",
        fields=("meeting__title", "name", "email", "organisation__name", "at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt zeggen of je komt.",
    )
)
register(
    PersonalData(
        model=Invitation,
        path="email",
        by_email=True,
        label="Uitnodigingen voor een bijeenkomst op je mailadres",
        fields=("meeting__title", "name", "email", "organisation__name", "at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt zeggen of je komt, ook zonder account.",
    )
)
