"""What this room keeps of a person, and what the libraries for signing in keep."""

from datetime import timedelta

from allauth.socialaccount.models import SocialAccount

from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    register,
    register_passing,
)
from leerkring.network.entrance.models import (
    SESSION_DAYS,
    Acceptance,
    ApprovedDomain,
    InvitationLink,
    JoinRequest,
    SignIn,
    Tally,
)

register_passing(Tally, until="expires")
register(
    PersonalData(
        model=InvitationLink,
        path="by",
        label="Uitnodigingslinks die je maakte",
        fields=("name", "welcome", "next", "made_at", "revoked_at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Wie een link opent, ziet wie uitnodigt. Een jaar na de laatste dag gaat hij weg.",
        keep=timedelta(days=365),
        since="until",
    )
)
register(
    PersonalData(
        model=Acceptance,
        path="person",
        label="Uitnodigingen die je aannam",
        fields=("link__welcome", "link__next", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Een uitnodiging kan maar voor een aantal mensen gelden.",
        keep=timedelta(days=365),
        since="link__until",
    )
)
register(
    PersonalData(
        model=ApprovedDomain,
        path="by",
        label="Maildomeinen die je goedkeurde",
        fields=("domain", "organisation", "at"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zo is na te gaan wie een domein toeliet.",
    )
)
register(
    PersonalData(
        model=JoinRequest,
        path="email",
        by_email=True,
        label="Je aanvraag om mee te doen",
        fields=("email", "name", "organisation", "motivation", "at", "granted", "answer"),
        on_erasure=OnErasure.DELETE,
        why="Moderatoren beslissen op wat je schrijft. Na een half jaar gooien we het weg.",
        keep=timedelta(days=183),
        since="at",
    )
)
register(
    PersonalData(
        model=JoinRequest,
        path="decided_by",
        label="Aanvragen waarop je besliste",
        fields=("decided_at", "granted", "answer"),
        on_erasure=OnErasure.ANONYMISE,
        why="Zo is na te gaan wie iemand binnenliet.",
    )
)
register(
    PersonalData(
        model=SignIn,
        path="person",
        label="Waar je bent aangemeld",
        fields=("device", "since", "seen_on"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je kunt zien of iemand anders met jouw account bezig is.",
        keep=timedelta(days=SESSION_DAYS + 1),
        since="seen_on",
    )
)
register(
    PersonalData(
        model=SocialAccount,
        path="user",
        label="Aanmelden via je organisatie",
        fields=("provider", "uid", "extra_data", "date_joined", "last_login"),
        on_erasure=OnErasure.DELETE,
        why="Zo herkennen we je als je organisatie je aanmeldt.",
    )
)
