"""Ik, Wij, Wijk: the three places from which a professional looks at the work."""

from enum import StrEnum


class Dimension(StrEnum):
    """Where a statement looks: at me, at us as a team, at us in the neighbourhood."""

    SELF = "ik"
    TEAM = "wij"
    DISTRICT = "wijk"

    @property
    def label(self) -> str:
        return self.value.capitalize()
