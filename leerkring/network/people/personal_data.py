"""What this room keeps of a person: the account and the teams."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.network.people.models import Membership, Person

register(
    PersonalData(
        model=Person,
        path="self",
        label="Je account",
        fields=("email", "name", "introduction", "joined_at", "last_login"),
        on_erasure=OnErasure.DELETE,
        why="Zonder account kun je je niet aanmelden.",
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
register(
    PersonalData(
        model=EmailAddress,
        path="user",
        label="Je e-mailadressen",
        fields=("email", "verified", "primary"),
        on_erasure=OnErasure.DELETE,
        why="Met een bevestigd adres weten we dat een code bij jou aankomt.",
    )
)
register(
    PersonalData(
        model=Authenticator,
        path="user",
        label="Je tweede stap bij het aanmelden",
        fields=("type", "created_at", "last_used_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat niemand anders met jouw wachtwoord binnenkomt.",
    )
)
