"""For whom something is meant that people write: the same three choices in every room above."""

from enum import StrEnum


class Audience(StrEnum):
    """Who may read it; wider ones first."""

    PUBLIC = "openbaar"
    SIGNED_IN = "ingelogd"
    CIRCLE = "kring"

    @property
    def label(self) -> str:
        return {
            "openbaar": "Iedereen, ook zonder account",
            "ingelogd": "Iedereen met een account",
            "kring": "Alleen de werkgroep",
        }[self]


_WIDTH = {Audience.CIRCLE: 0, Audience.SIGNED_IN: 1, Audience.PUBLIC: 2}


def is_wider(new: str, new_circle: int | None, old: str, old_circle: int | None) -> bool:
    """More or other people come to read it: then it is checked again for traces of people.

    >>> is_wider("kring", 2, "kring", 1), is_wider("kring", 1, "openbaar", 1)
    (True, False)
    """
    wanted, before = Audience(new), Audience(old)
    moved = wanted is Audience.CIRCLE and new_circle != old_circle
    return moved or _WIDTH[wanted] > _WIDTH[before]
