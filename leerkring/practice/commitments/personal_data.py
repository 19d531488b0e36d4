"""What this room keeps of a person. Their own promises go with them, also where they
were repeated; those of others stay."""

from typing import Any

from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.foundation.search.actions import forget
from leerkring.practice.commitments.models import Commitment, Contact, LookBack
from leerkring.practice.commitments.registry import taken_back


def _forget(person: Any) -> None:
    rows = Commitment.objects.filter(person=person)
    meetings = sorted(set(rows.exclude(meeting=None).values_list("meeting", flat=True)))
    for commitment in rows:
        forget(commitment)
        withdraw(commitment)
    rows.delete()
    for meeting in meetings:
        taken_back(meeting)


register(
    PersonalData(
        model=Commitment,
        path="person",
        label="Je voornemens",
        fields=("made_on", "text", "look_back_on", "sight"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je er zelf op kunt terugkijken.",
        forget=_forget,
    )
)
for path, label in (
    ("made_by", "Voornemens die je opschreef, ook voor je team of organisatie"),
    ("companion", "Voornemens van teams die jij begeleidde"),
):
    register(
        PersonalData(
            model=Commitment,
            path=path,
            label=label,
            fields=("made_on", "text", "look_back_on"),
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat we weten aan wie we vragen hoe het ging.",
        )
    )
register(
    PersonalData(
        model=Contact,
        path="person",
        label="Voornemens van je organisatie waarover we jou vragen hoe het ging",
        fields=("commitment__made_on", "commitment__text"),
        on_erasure=OnErasure.DELETE,
        why="Zodat we weten aan wie we vragen hoe het ging.",
    )
)
register(
    PersonalData(
        model=LookBack,
        path="by",
        label="Hoe het met een voornemen ging, volgens jou",
        fields=("at", "outcome", "learnt"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat je team weet wat er van een voornemen kwam.",
    )
)
register(
    PersonalData(
        model=LookBack,
        path="commitment__person",
        label="Hoe het met je eigen voornemens ging",
        fields=("at", "commitment__text", "outcome", "learnt", "next_on"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je terugziet wat je leerde.",
    )
)
