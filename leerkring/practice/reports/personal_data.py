"""Who wrote, agreed and brought out. What a report tells names nobody."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.reports.models import Approval, Publication, Report

_WHY = "Het verslag is van iedereen die erbij was."

register(
    PersonalData(
        model=Report,
        path="last_by",
        label="Verslagen waarin je het laatst schreef",
        fields=("meeting__title", "lead", "begun_at"),
        on_erasure=OnErasure.ANONYMISE,
        why=_WHY,
    )
)
register(
    PersonalData(
        model=Approval,
        path="by",
        label="Verslagen waarmee je akkoord ging",
        fields=("report__meeting__title", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why=_WHY,
    )
)
register(
    PersonalData(
        model=Publication,
        path="by",
        label="Verslagen die je uitbracht",
        fields=("report__meeting__title", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why=_WHY,
    )
)
