"""Remarks stay without a name, so that an answer keeps its question, or go; thanks go."""

from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    register,
    register_goodbye,
)
from leerkring.foundation.remarks.forgetting_actions import forget_mentions_of, forget_remarks_of
from leerkring.foundation.remarks.models import Remark, Removal, Thanks

register_goodbye(forget_mentions_of)

register(
    PersonalData(
        model=Remark,
        path="author",
        label="Je reacties",
        fields=("at", "text"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een gesprek te volgen blijft.",
        choices=(OnErasure.ANONYMISE, OnErasure.DELETE),
        forget=forget_remarks_of,
    )
)
register(
    PersonalData(
        model=Removal,
        path="by",
        label="Reacties die je weghaalde",
        fields=("at",),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat te zien blijft dat een reactie is weggehaald.",
    )
)
register(
    PersonalData(
        model=Thanks,
        path="by",
        label="Waar je voor bedankte",
        fields=("at",),
        on_erasure=OnErasure.DELETE,
        why="Zodat je één keer bedankt, en het terug kunt nemen.",
    )
)
