"""Who agreed with a paper and who published it."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.loop.newspapers.models import Approval, Publication, Recall

for model, label in (
    (Approval, "Wijkkranten die je namens een team goedkeurde"),
    (Publication, "Wijkkranten die je publiceerde"),
):
    register(
        PersonalData(
            model=model,
            path="by",
            label=label,
            fields=("edition__participation__team__name", "at"),
            on_erasure=OnErasure.ANONYMISE,
            why="Zodat duidelijk is wie een krant heeft vrijgegeven.",
        )
    )
register(
    PersonalData(
        model=Recall,
        path="by",
        label="Wijkkranten die je als moderator van de site haalde",
        fields=("publication__title", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een besluit later uit te leggen is.",
    )
)
