"""A promise made at a meeting: its number travels signed, from a page of who may see the meeting.

This room knows of a meeting nothing but its number, and cannot ask who was there.
"""

from leerkring.foundation.privacy.link_queries import SignedNumber

_MEETING = SignedNumber("leerkring.commitments.meeting")
link_to, meeting_of = _MEETING.write, _MEETING.read
