"""What the index holds of a person; and who added a file, because files stand below `privacy`
and cannot tell it themselves.
"""

from leerkring.foundation.files.models import StoredFile
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
register(
    PersonalData(
        model=StoredFile,
        path="uploaded_by",
        label="Bestanden die je toevoegde",
        fields=("name", "media_type", "size", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat we weten van wie een bestand komt dat bij iets van jou of een ander staat.",
    )
)
