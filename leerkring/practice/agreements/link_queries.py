"""An agreement made at a meeting: its number travels signed, from a page of who may see that.

This room knows of a meeting nothing but its number; what a page says of it, the registry knows.
"""

from leerkring.foundation.privacy.link_queries import SignedNumber

_MEETING = SignedNumber("leerkring.agreements.meeting")
link_to, meeting_of = _MEETING.write, _MEETING.read
