"""The kinds of circle: their words, and the rules a new one starts with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind. Joining, visibility and seats are where a new circle starts; owners may choose.

    member, members, facilitator, owner   what people are called in it
    joining           "vrij", "verzoek" or "uitnodiging"
    visibility        "openbaar", "ingelogd", "leden" or "verborgen"
    seats             members per organisation at most; None: no limit
    guests            whether somebody may read along as a guest
    """

    key: str
    label: str
    plural: str
    about: str
    member: str
    members: str
    facilitator: str
    owner: str
    joining: str
    visibility: str
    seats: int | None = None
    guests: bool = True


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "werkgroep", "Werkgroep", "Werkgroepen",
            "Samen aan één vraag werken, met een begin en een eind.",
            "lid", "leden", "begeleider", "trekker",
            joining="vrij", visibility="ingelogd",
        ),
        Kind(
            "lerend-netwerk", "Lerend netwerk", "Lerende netwerken",
            "Een vaste groep uit verschillende organisaties leert een jaar lang van elkaar.",
            "deelnemer", "deelnemers", "begeleider", "coördinator",
            joining="uitnodiging", visibility="leden", seats=2,
        ),
        Kind(
            "klankbordgroep", "Klankbordgroep", "Klankbordgroepen",
            "Meedenken over plannen, en horen wat ermee gedaan is.",
            "meedenker", "meedenkers", "gespreksleider", "vrager",
            joining="uitnodiging", visibility="leden", guests=False,
        ),
        Kind(
            "bewonerspanel", "Bewonerspanel", "Bewonerspanels",
            "Bewoners zeggen wat zij merken van de hulp in hun wijk.",
            "panellid", "panelleden", "begeleider", "trekker",
            joining="verzoek", visibility="leden", guests=False,
        ),
        Kind(
            "kernpartners", "Kernpartners", "Kernpartners",
            "Organisaties rond dezelfde gezinnen maken afspraken en houden ze.",
            "partner", "partners", "verbinder", "trekker",
            joining="uitnodiging", visibility="leden", seats=3,
        ),
    )
}  # fmt: skip
