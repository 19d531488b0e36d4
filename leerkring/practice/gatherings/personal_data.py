"""Who facilitated and who typed; what a team said belongs to the team."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.gatherings.models import NoteRevision, Session

register(
    PersonalData(
        model=Session,
        path="facilitator",
        label="Sessies die je begeleidt",
        fields=("team__name", "starts_at", "place"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een team weet wie de sessie begeleidt.",
    )
)
register(
    PersonalData(
        model=NoteRevision,
        path="by",
        label="Wat je in een sessie typte",
        fields=("note__session__team__name", "at", "text"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat niets verloren gaat als twee mensen tegelijk schrijven.",
    )
)
