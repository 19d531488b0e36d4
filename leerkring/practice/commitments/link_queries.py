"""A promise made at a meeting: its number travels signed, from a page of who may see the meeting.

This room knows of a meeting nothing but its number, and cannot ask who was there.
"""

from django.core.signing import BadSignature, Signer

_SALT = "leerkring.commitments.meeting"


def link_to(meeting: int) -> str:
    return Signer(salt=_SALT).sign(str(meeting))


def meeting_of(link: str) -> int | None:
    """The number of the meeting; None for what this site did not sign."""
    try:
        return int(Signer(salt=_SALT).unsign(link))
    except (BadSignature, ValueError):
        return None
