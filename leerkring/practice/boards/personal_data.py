"""Who made and led a board. Cards and votes lead to no person, so none are registered."""

from typing import Any

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register
from leerkring.practice.boards.models import Board, Closing, Hiding, Opening, Reveal

REGISTERED: tuple[tuple[Any, str, str, tuple[str, ...], str], ...] = (
    (Board, "made_by", "Borden die je maakte", ("title", "made_at"),
     "Zodat te zien is van wie het bord is."),
    (Board, "last_by", "Borden waarop je als laatste iets deed", ("title", "last_did"),
     "Zodat wie samen leiden van elkaar zien wat ze doen."),
    (Opening, "by", "Borden die je opende", ("board__title", "at"),
     "Zodat te zien is wie het bord opende."),
    (Closing, "by", "Borden die je sloot", ("board__title", "at"),
     "Zodat te zien is wie het bord sloot."),
    (Reveal, "by", "Uitkomsten die je op een bord toonde", ("question__text", "at"),
     "Zodat te zien is wie de uitkomst toonde."),
    (Hiding, "by", "Kaarten die je op een bord verborg", ("card__text", "reason", "at"),
     "Zodat te zien is wie een kaart verborg, en waarom."),
)  # fmt: skip
for model, path, label, fields, why in REGISTERED:
    register(
        PersonalData(
            model=model,
            path=path,
            label=label,
            fields=fields,
            on_erasure=OnErasure.ANONYMISE,
            why=why,
        )
    )
