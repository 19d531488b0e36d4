"""Calendar files: a feed of moments, and an invitation to one (RFC 5545, RFC 5546).

No Django and no settings, so that a mail can be made of it anywhere. What Outlook and Google
insist on: METHOD, also in the MIME type; an ORGANIZER who is the sender; one ATTENDEE; a stable
UID; no time without a zone; zones that the file itself explains.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from icalendar import Parameters

from leerkring.foundation.calendar.contentlines import fold, text, words
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.timezones import RULES_SINCE, timezone_of

# What a moment is stamped with when its room does not know when it changed: the same moment must
# give the same file.
UNKNOWN = datetime(2026, 1, 1, tzinfo=UTC)
REQUEST, CANCEL = "REQUEST", "CANCEL"


@dataclass(frozen=True)
class Party:
    """Who invites, or who is invited."""

    name: str
    email: str


def media_type(method: str = "PUBLISH") -> str:
    """The MIME type of a file with this METHOD; a mail must name it the same way."""
    return f"text/calendar; method={method}; charset=utf-8"


def calendar_of(
    moments: Iterable[Moment], *, name: str, method: str = "PUBLISH", site: str = ""
) -> bytes:
    """A calendar with all of these moments.

    site   address of the installation ("https://leerkring.nl"): addresses of pages and names of
           moments are completed with it
    The same moments give the same bytes.
    """
    moments = list(moments)
    title = text(words(name))
    head = [
        *(f"METHOD:{method}", f"NAME:{title}", f"X-WR-CALNAME:{title}"),
        "X-WR-TIMEZONE:Europe/Amsterdam",
        # How often to come back: hints that Apple and Outlook take, and Google does not.
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]
    return _file(head, moments, [_published(moment, site) for moment in moments])


def invitation(
    moment: Moment,
    *,
    organiser: Party,
    attendee: Party,
    at: datetime,
    method: str = REQUEST,
    site: str = "",
) -> bytes:
    """An invitation to one person, or (CANCEL) the news that it does not go on.

    organiser  must be the sender of the mail
    at         when this was made; of two with the same `sequence` the later one counts
    Raises ValueError for another method, and for a mail address that is none.
    """
    if method not in (REQUEST, CANCEL):
        raise ValueError(f"{method} does not invite")
    asked = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT"}
    if method == REQUEST:
        asked |= {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    people = [_party("ORGANIZER", organiser, {}), _party("ATTENDEE", attendee, asked)]
    called_off = moment.cancelled or method == CANCEL
    event = _event(moment, site, stamp=at, called_off=called_off, more=people)
    return _file([f"METHOD:{method}"], [moment], [event])


def _file(head: list[str], moments: list[Moment], events: list[bytes]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leerkring//Kalender//NL"]
    zones = sorted({moment.zone.key for moment in moments})
    return b"".join(
        [
            fold(*lines, "CALSCALE:GREGORIAN", *head),
            *map(timezone_of, zones),
            *events,
            b"END:VCALENDAR\r\n",
        ]
    )


@lru_cache(maxsize=10_000)
def _published(moment: Moment, site: str) -> bytes:
    """One event of a feed. Kept, because people who share a date read the same lines."""
    stamp = moment.changed_at or UNKNOWN
    return _event(moment, site, stamp=stamp, called_off=moment.cancelled, more=[])


def _event(
    moment: Moment, site: str, *, stamp: datetime, called_off: bool, more: list[str]
) -> bytes:
    url = "".join(f"{site}{moment.url}".split()) if moment.url else ""
    told = r"\n\n".join(filter(None, [text(moment.summary.strip()), text(url)]))
    return fold(
        "BEGIN:VEVENT",
        f"UID:{text(words(moment.uid))}@{_host(site)}",
        f"DTSTAMP:{_universal(stamp)}",
        f"SEQUENCE:{moment.sequence}",
        *_times(moment),
        f"SUMMARY:{text(words(moment.title))}",
        f"STATUS:{'CANCELLED' if called_off else 'CONFIRMED'}",
        f"TRANSP:{'TRANSPARENT' if moment.all_day or called_off else 'OPAQUE'}",
        f"CLASS:{'PUBLIC' if moment.public else 'PRIVATE'}",
        *more,
        *([f"LAST-MODIFIED:{_universal(moment.changed_at)}"] if moment.changed_at else []),
        *([f"LOCATION:{text(words(moment.place))}"] if moment.place else []),
        *([f"DESCRIPTION:{told}"] if told else []),
        *([f"URL:{url}"] if url else []),
        "END:VEVENT",
    )


def _times(moment: Moment) -> list[str]:
    """Start and end. The end of a file is the first moment that is no longer part of it."""
    if moment.all_day:
        after = moment.last_day + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{moment.first_day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    zone, times = moment.zone, [("DTSTART", moment.starts), ("DTEND", moment.ends)]
    if moment.starts == moment.ends:  # an end must be later; without one it is a point in time
        times.pop()
    local = [(name, at.astimezone(zone)) for name, at in times]
    # The hour that comes twice in October: its name means the first one (RFC 5545, 3.3.5).
    if any(at.fold or at.year < RULES_SINCE for _, at in local):
        return [f"{name}:{_universal(at)}" for name, at in local]
    return [f"{name};TZID={zone.key}:{_basic(at)}" for name, at in local]


def _basic(at: datetime) -> str:
    """As 20261124T100000; the way over `strftime` takes three times as long."""
    return at.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")


def _universal(at: datetime) -> str:
    return _basic(at.astimezone(UTC)) + "Z"


@lru_cache(maxsize=10)
def _host(site: str) -> str:
    return urlsplit(site).hostname or "leerkring"


def _party(role: str, party: Party, parameters: dict[str, str]) -> str:
    """Somebody's line. A double quote may not stand in a name, and Outlook knows no way round."""
    if party.email.count("@") != 1 or words(party.email) != party.email or " " in party.email:
        raise ValueError(f"{party.email!r} is no mail address")
    name = words(party.name).replace('"', "'") or party.email
    described = Parameters({**parameters, "CN": name}).to_ical().decode()
    return f"{role};{described}:mailto:{party.email}"
