"""What this room keeps of a person: the account and the teams."""

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.network.people.models import Membership, Person

register(
    PersonalData(
        model=Person,
        path="self",
        label="Je account",
        fields=("email", "name", "introduction", "joined_at", "last_login"),
        on_erasure=OnErasure.DELETE,
        why="Zonder account kun je niet inloggen.",
    )
)
register(
    PersonalData(
        model=Membership,
        path="person",
        label="De teams waarin je werkt of werkte",
        fields=("team__name", "since", "until"),
        on_erasure=OnErasure.DELETE,
        why="Je team bepaalt welke pagina's je ziet.",
    )
)
