"""What this room keeps of a person: what they told themselves."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.network.profiles.models import Cover, Expertise, Profile
from leerkring.network.profiles.visibility import FIELDS

register(
    PersonalData(
        model=Profile,
        path="person",
        label="Je profiel, en wie het ziet",
        fields=(
            "organisation__name",
            "position",
            "sector",
            "region",
            "sentence",
            "questions_a_month",
            "since",
            *(field.column for field in FIELDS),
        ),
        on_erasure=OnErasure.DELETE,
        why="Zodat anderen in het netwerk je kunnen vinden, voor zover jij dat wilt.",
    )
)
register(
    PersonalData(
        model=Expertise,
        path="profile__person",
        label="Waar je veel van weet",
        fields=("theme__name",),
        on_erasure=OnErasure.DELETE,
        why="Zodat een vraag bij de juiste mensen komt.",
    )
)
register(
    PersonalData(
        model=Cover,
        path="profile__person",
        label="Wat een moderator op je profiel verborg",
        fields=("at", "sentence"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je ziet wat er stond, en het niet zomaar terugkomt.",
    )
)
register(
    PersonalData(
        model=Cover,
        path="by",
        label="Profielen waarop je als moderator iets verborg",
        fields=("at",),
        on_erasure=OnErasure.ANONYMISE,
        why="Zodat een besluit later uit te leggen is.",
    )
)
