"""An agreement made at a meeting: its number travels signed, from a page of who may see that.

This room knows of a meeting nothing but its number; what a page says of it, the registry knows.
"""

from django.core.signing import BadSignature, Signer

_SALT = "leerkring.agreements.meeting"


def link_to(meeting: int) -> str:
    return Signer(salt=_SALT).sign(str(meeting))


def meeting_of(link: str) -> int | None:
    """The number of the meeting; None for what this site did not sign."""
    try:
        return int(Signer(salt=_SALT).unsign(link))
    except (BadSignature, ValueError):
        return None
