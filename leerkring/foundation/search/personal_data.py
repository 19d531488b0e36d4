"""What the index holds of a person."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.foundation.search.models import Entry

register(
    PersonalData(
        model=Entry,
        path="person",
        label="Hoe je te vinden bent",
        fields=("title", "text", "url"),
        on_erasure=OnErasure.DELETE,
        why="Zodat anderen je kunnen vinden met wat je over jezelf laat zien.",
    )
)
register(
    PersonalData(
        model=Entry,
        path="owner",
        label="Wat van jou te vinden is",
        fields=("title", "url", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat anderen vinden wat je schreef.",
    )
)
