"""Who had an advice made."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.loop.advice.models import TrainingAdvice

register(
    PersonalData(
        model=TrainingAdvice,
        path="by",
        label="Scholingsadviezen die je liet maken",
        fields=("programme__name", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat duidelijk is wie het advies opstelde.",
    )
)
