"""The two time zones of the house as calendar files need them.

The rule of the European Union since 1996 (directive 94/21/EC; now 2000/84/EC): summer time from
the last Sunday of March, 02:00, up to the last Sunday of October, 03:00. What is older than that
is written in universal time (`ics.py`), so these rules need no history.
"""

RULES_SINCE = 1997

_RULES = """\
BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def timezone_of(zone: str) -> bytes:
    """The VTIMEZONE of "Europe/Amsterdam" or "Europe/Brussels": they keep the same time."""
    return _RULES.format(zone=zone).replace("\n", "\r\n").encode()
