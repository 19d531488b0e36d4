"""What this room keeps of a person. An agreement is between organisations and stays theirs."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.agreements.models import (
    Agreement,
    Confirmation,
    Contact,
    Ending,
    Refusal,
    Removal,
    Reply,
    Score,
    Settlement,
)

register(
    PersonalData(
        model=Contact,
        path="person",
        label="Afspraken waarin je contactpersoon bent",
        fields=("agreement__task", "side"),
        on_erasure=OnErasure.DELETE,
        why="Zodat partners weten wie ze kunnen aanspreken.",
    )
)
for model, label, fields in (
    (Agreement, "Afspraken die je maakte", ("made_at", "task", "expectation")),
    (Confirmation, "Afspraken die je bevestigde", ("at", "agreement__task")),
    (Refusal, "Afspraken waar je nee op zei", ("at", "agreement__task", "text")),
    (Ending, "Afspraken die je beëindigde", ("at", "agreement__task", "text")),
    (Score, "Wat je over een afspraak zei", ("at", "week", "kept", "sentence")),
    (Reply, "Wat je daarop antwoordde", ("at", "stance", "text")),
    (Settlement, "Verschillen die je afsloot", ("at", "text")),
):
    register(
        PersonalData(
            model=model,
            path="made_by" if model is Agreement else "by",
            label=label,
            fields=fields,
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat de twee partners houden wat ze afspraken; je naam staat er niet meer bij.",
        )
    )
register(
    PersonalData(
        model=Removal,
        path="by",
        label="Afspraken die je als moderator weghaalde",
        fields=("at",),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een besluit later uit te leggen is.",
    )
)
