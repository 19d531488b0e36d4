"""What a person can be in a circle; kinds.py has the words that a kind of circle uses."""

from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    FACILITATOR = "facilitator"
    MEMBER = "member"
    GUEST = "guest"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Role.OWNER: "eigenaar",
    Role.FACILITATOR: "begeleider",
    Role.MEMBER: "lid",
    Role.GUEST: "gast",
}
ROLE_CHOICES = [(role.value, role.label) for role in Role]
