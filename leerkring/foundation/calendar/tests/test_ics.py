"""What is written is read back with `icalendar`, which had no part in writing it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.foundation.calendar.contentlines import fold, text
from leerkring.foundation.calendar.ics import (
    CANCEL,
    Party,
    calendar_of,
    invitation,
    media_type,
)
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.timezones import timezone_of

Make = Callable[..., Moment]
SITE = "https://leerkring.example"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SENDER = Party("Leerkring", "kalender@leerkring.example")
GUEST = Party('Sam "S." de Vries; team, Zuid', "sam@voorbeeld.example")
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def written(*moments: Moment) -> bytes:
    return calendar_of(moments, name="Kalender", site=SITE)


def event_of(body: bytes) -> icalendar.Event:
    return next(iter(icalendar.Calendar.from_ical(body).walk("VEVENT")))


def lines_of(body: bytes) -> list[str]:
    return body.decode().replace("\r\n ", "").split("\r\n")


def test_a_feed_says_what_it_is_and_where_its_zone_lies(moment: Make) -> None:
    lines = lines_of(written(moment()))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {"METHOD:PUBLISH", "X-WR-CALNAME:Kalender", "TZID:Europe/Amsterdam"} <= set(lines)
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_every_line_ends_in_crlf_and_has_at_most_75_octets(moment: Make) -> None:
    body = written(moment(title="é😀" * 200, place="\\" * 300, summary="ש" * 5000))
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert max(map(len, body.split(b"\r\n"))) <= 75
    for line in body.split(b"\r\n"):
        line.decode()  # no letter is cut in two


@pytest.mark.parametrize(
    "title",
    [
        "Ouders, school; en wijk",
        r"map C:\Nieuw\nu",
        "👩‍👩‍👧 samen eten",
        "פגישה עם ההורים",
        "اجتماع مع الوالدين، مساءً",
        "a\\",
    ],
)
def test_a_title_comes_back_as_it_was(title: str, moment: Make) -> None:
    assert event_of(written(moment(title=title)))["SUMMARY"] == title


def test_signs_that_turn_the_order_and_control_signs_go(moment: Make) -> None:
    event = event_of(written(moment(title="goed\u202e\x00\x1b nee\r\nBEGIN:VALARM\u2028x")))
    assert event["SUMMARY"] == "goed nee BEGIN:VALARM x"
    assert [part.name for part in event.subcomponents] == []


def test_a_description_of_5000_letters_comes_back_whole(moment: Make) -> None:
    told = ("Wat we doen: a, b; c\\d.\nEn dan é 😀.\n\n" * 150)[:5000].strip()
    event = event_of(written(moment(summary=told, url="/sessies/1/")))
    assert event["DESCRIPTION"] == f"{told}\n\n{SITE}/sessies/1/"
    assert event["URL"] == f"{SITE}/sessies/1/"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300))
def test_any_text_survives_escaping_and_folding(value: str) -> None:
    body = fold(f"X-A:{text(value)}")
    assert max(map(len, body.split(b"\r\n"))) <= 75
    back = body.decode().replace("\r\n ", "").removesuffix("\r\n").removeprefix("X-A:")
    assert re.sub(r"\\(.)", r"\1", back) == value


def test_times_have_a_zone_that_the_file_explains(moment: Make) -> None:
    there = datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    lines = lines_of(written(moment(), moment("overleg-2", starts=there)))
    assert "DTSTART;TZID=Europe/Amsterdam:20261124T100000" in lines
    assert "DTSTART;TZID=Europe/Brussels:20260701T093000" in lines
    assert lines.count("BEGIN:VTIMEZONE") == 2
    floating = [line for line in lines if re.match(r"DT(START|END|STAMP):\d{8}T\d{6}$", line)]
    assert [
        line for line in floating if not line.startswith(("DTSTART:1996", "DTSTART:1997"))
    ] == []


def test_a_moment_without_a_zone_is_refused(moment: Make) -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment(starts=datetime(2026, 11, 24, 9))  # noqa: DTZ001
    with pytest.raises(ValueError, match="ends after"):
        moment(ends=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("year", [1997, 2000, 2026, 2027, 2100])
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/Brussels"])
def test_our_rules_keep_the_time_of_the_zone_database(zone: str, year: int) -> None:
    """Every onset of our VTIMEZONE is one of IANA's, to the second."""
    for name, before, after in (("DAYLIGHT", 1, 2), ("STANDARD", 2, 1)):
        rules = icalendar.Timezone.from_ical(timezone_of(zone))
        rule = next(part for part in rules.subcomponents if part.name == name)
        month, hour = rule["RRULE"]["BYMONTH"][0], rule["DTSTART"].dt.hour
        last = max(
            day
            for day in (date(year, month, 31) - timedelta(days=n) for n in range(7))
            if day.weekday() == 6
        )
        onset = datetime(last.year, last.month, last.day, hour - before, tzinfo=UTC)
        for moment, hours in ((onset - timedelta(seconds=1), before), (onset, after)):
            assert moment.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=hours)


def test_across_both_changes_of_the_clock_the_length_stays(moment: Make) -> None:
    for starts in (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, tzinfo=UTC)):
        event = event_of(written(moment(starts=starts)))
        length = event["DTEND"].dt.astimezone(UTC) - event["DTSTART"].dt.astimezone(UTC)
        assert length == timedelta(hours=2)
        assert event["DTSTART"].dt.astimezone(UTC) == starts


def test_the_second_of_two_equal_hours_is_written_in_universal_time(moment: Make) -> None:
    """02:30 on this night means the first one (RFC 5545, 3.3.5)."""
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert "DTSTART:20261025T013000Z" in lines_of(written(moment(starts=second)))
    first = second - timedelta(hours=1)
    lines = lines_of(written(moment(starts=first, ends=first + timedelta(minutes=20))))
    assert "DTSTART;TZID=Europe/Amsterdam:20261025T023000" in lines


def test_whole_days_are_days_and_end_on_the_day_after(moment: Make) -> None:
    event = event_of(
        written(Moment.of_days("week-1", "Week", date(2026, 3, 28), date(2026, 3, 29)))
    )
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 28), date(2026, 3, 30))
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_point_in_time_has_no_end(moment: Make) -> None:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert "DTEND" not in event_of(written(moment(starts=at, ends=at)))


def test_names_and_numbers_of_a_version_stand_in_the_event(moment: Make) -> None:
    event = event_of(written(moment(sequence=3, changed_at=NOW, public=True, place="De Brug")))
    assert event["UID"] == "overleg-1@leerkring.example"
    assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt) == (3, NOW)
    assert event["DTSTAMP"].dt == NOW
    assert (event["CLASS"], event["LOCATION"]) == ("PUBLIC", "De Brug")
    assert event_of(written(moment(cancelled=True)))["STATUS"] == "CANCELLED"


def test_the_same_moments_give_the_same_bytes(moment: Make) -> None:
    assert written(moment()) == written(moment())
    assert written(moment()) != written(moment(place="elders"))


def test_an_invitation_asks_one_person_for_an_answer(moment: Make) -> None:
    body = invitation(moment(), organiser=SENDER, attendee=GUEST, at=NOW, site=SITE)
    assert "METHOD:REQUEST" in lines_of(body)
    event = event_of(body)
    assert event["ORGANIZER"] == "mailto:kalender@leerkring.example"
    assert event["ATTENDEE"] == "mailto:sam@voorbeeld.example"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    assert event["ATTENDEE"].params["CN"] == "Sam 'S.' de Vries; team, Zuid"
    assert (event["STATUS"], event["DTSTAMP"].dt) == ("CONFIRMED", NOW)
    assert "LAST-MODIFIED" not in event
    assert media_type("REQUEST") == "text/calendar; method=REQUEST; charset=utf-8"


def test_calling_off_keeps_the_name_and_asks_nothing(moment: Make) -> None:
    asked = invitation(moment(), organiser=SENDER, attendee=GUEST, at=NOW, site=SITE)
    off = moment(sequence=1)
    body = invitation(off, organiser=SENDER, attendee=GUEST, at=NOW, method=CANCEL, site=SITE)
    event = event_of(body)
    assert "METHOD:CANCEL" in lines_of(body)
    assert event["UID"] == event_of(asked)["UID"]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert "RSVP" not in event["ATTENDEE"].params


@pytest.mark.parametrize("email", ["geen adres", "a@b\r\nATTENDEE:mailto:c@d", "a@b@c", ""])
def test_who_has_no_mail_address_cannot_be_invited(email: str, moment: Make) -> None:
    with pytest.raises(ValueError, match="mail address"):
        invitation(moment(), organiser=SENDER, attendee=Party("X", email), at=NOW)
    with pytest.raises(ValueError, match="PUBLISH"):
        invitation(moment(), organiser=SENDER, attendee=GUEST, at=NOW, method="PUBLISH")
