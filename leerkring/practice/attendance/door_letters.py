"""Six letters of an invitation, to say or to type at the door when a code cannot be scanned.

They open nothing: the desk looks them up in the list that it has already, also without a network.
"""

from hashlib import sha256
from uuid import UUID

from leerkring.practice.meetings.join_codes import LENGTH, LETTERS


def door_letters(invitation: UUID) -> str:
    """Always the same for one invitation, without letters that are misread.

    Of 300 invitations two have the same letters in one list of 1,400; the desk then shows both.
    """
    number = int.from_bytes(sha256(b"deur" + invitation.bytes).digest())
    letters = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters += LETTERS[place]
    return letters
