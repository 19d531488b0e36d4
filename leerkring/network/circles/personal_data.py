"""What this room keeps of a person."""

from datetime import timedelta

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.network.circles.models import (
    Closing,
    Doorway,
    Inspection,
    Invitation,
    JoinRequest,
    Membership,
)

A_YEAR = timedelta(days=365)  # after the answer, or a link's last day; what still waits stays
TWO_YEARS = timedelta(days=730)  # who looked in, as long as what moderators decided

register(
    PersonalData(
        model=Membership,
        path="person",
        label="De werkgroepen waarin je meedoet of meedeed",
        fields=("circle__name", "role", "organisation__name", "agreed_at", "since", "until"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt lezen en schrijven in je werkgroepen.",
    )
)
register(
    PersonalData(
        model=JoinRequest,
        path="person",
        label="Je verzoeken om mee te doen in een werkgroep",
        fields=("circle__name", "motivation", "at", "granted", "answer", "decided_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat een begeleider je kan antwoorden.",
        keep=A_YEAR,
        since="decided_at",
    )
)
register(
    PersonalData(
        model=JoinRequest,
        path="decided_by",
        label="Verzoeken die je als begeleider beantwoordde",
        fields=("circle__name", "granted", "answer", "decided_at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat wie iets vroeg zijn antwoord houdt.",
        keep=A_YEAR,
        since="decided_at",
    )
)
register(
    PersonalData(
        model=Invitation,
        path="person",
        label="Werkgroepen waarvoor je bent uitgenodigd",
        fields=("circle__name", "role", "at", "granted", "decided_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt kiezen of je meedoet.",
        keep=A_YEAR,
        since="decided_at",
    )
)
register(
    PersonalData(
        model=Invitation,
        path="by",
        label="Uitnodigingen voor een werkgroep die je stuurde",
        fields=("circle__name", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat de groep kan nagaan wat er gebeurd is.",
        keep=A_YEAR,
        since="decided_at",
    )
)
for model, path, label, fields, keep, since in (
    (Doorway, "by", "Links naar een werkgroep die je maakte", ("circle__name", "at", "until"),
     A_YEAR, "until"),
    # As long as a circle is closed this row says so.
    (Closing, "by", "Werkgroepen die je afsloot", ("circle__name", "at", "reason"), None, ""),
    (Inspection, "person", "Werkgroepen die je als moderator inzag of overnam",
     ("circle__name", "reason", "at", "until"), TWO_YEARS, "until"),
):  # fmt: skip
    register(
        PersonalData(
            model=model,
            path=path,
            label=label,
            fields=fields,
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat de groep kan nagaan wat er gebeurd is.",
            keep=keep,
            since=since,
        )
    )
