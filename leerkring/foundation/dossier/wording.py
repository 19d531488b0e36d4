"""A row of data as lines that a person reads: a name in Dutch, and the value as a text."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
NAMES = {
    "agreed_at": "akkoord met de huisregels", "alt": "wat er te zien is", "answer": "antwoord",
    "asked_at": "gevraagd op", "at": "wanneer", "came_of_it": "wat kwam ervan",
    "changed": "wat anders ging", "choices": "keuzes", "circle": "werkgroep", "content": "inhoud",
    "created_at": "gemaakt op", "date_joined": "sinds", "decided_at": "besloten op",
    "device": "apparaat", "domain": "domein", "dropped_at": "niet verstuurd op",
    "due_at": "gaat in op", "email": "e-mailadres", "event": "waarover", "extra_data": "wat de "
    "organisatie doorgaf", "fault": "wat misging", "frequency": "hoe vaak", "granted": "toegelaten",
    "handed_over_at": "verstuurd op", "introduction": "over mij", "is_finished": "klaar",
    "joined_at": "sinds", "kind": "soort", "last_login": "laatst aangemeld",
    "last_used_at": "laatst gebruikt", "loudness": "hoeveel", "mail": "mail",
    "media_type": "soort bestand", "message": "bericht", "motivation": "waarom", "name": "naam",
    "next": "leidt naar", "number": "nummer", "organisation": "organisatie", "outcome": "uitkomst",
    "place": "plaats", "places": "aantal plaatsen", "position": "functie", "primary": "voor mail",
    "provider": "organisatie", "published_at": "uitgebracht op",
    "questions_a_month": "vragen per maand", "reader": "lezer", "read_at": "gelezen op",
    "reason": "reden", "region": "regio", "remark": "opmerking", "revoked_at": "ingetrokken op",
    "role": "rol", "saved_at": "bewaard op", "sector": "werkveld", "seen_on": "laatst gezien",
    "sentence": "zin", "since": "sinds", "site": "op de site", "size": "grootte in bytes",
    "starts_at": "begint op", "subject": "onderwerp", "text": "tekst", "title": "titel",
    "type": "soort", "uid": "nummer daar", "until": "tot", "url": "adres",
    "verified": "bevestigd", "made_at": "gemaakt op", "welcome": "welkomstzin", "where": "waar",
    "why": "waarom", "theme": "thema", "team": "team", "round": "ronde", "programme": "programma",
    "occasion": "melding", "link": "link", "ready": "bestand",
}  # fmt: skip
ENDINGS = ("_seen",)
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[\d:.]*([+-]\d\d:\d\d|Z)?)?")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def lines_of(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(name, text) of everything in the row that says something."""
    found = [(name_of(field), text_of(value)) for field, value in row.items()]
    return [(name, text) for name, text in found if text]


def name_of(field: str) -> str:
    """`circle__name` is called «werkgroep»; `photo_seen` «wie ziet: photo»."""
    *before, last = field.split("__")
    if before and last in {"name", "title"}:
        last = before[-1]
    for ending in ENDINGS:
        if last.endswith(ending):
            own = last.removesuffix(ending)
            return f"wie ziet: {NAMES.get(own, own)}"
    return NAMES.get(last, last.replace("_", " "))


def text_of(value: Any) -> str:
    """The value as words: moments as people write them, HTML without its tags."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict | list):
        return "\n".join(_nested(value))
    text = str(value)
    if MOMENT.fullmatch(text):
        return _moment(text)
    return _without_tags(text) if "<" in text else text


def _nested(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _nested(inner, name_of(str(key)))
    elif isinstance(value, list):
        for inner in value:
            yield from _nested(inner, name)
    elif text := text_of(value):
        yield f"{name}: {text}" if name else text


def _without_tags(rich: str) -> str:
    broken = re.sub(r"</(?:p|li|h\d|blockquote)>|<br\s*/?>", "\n", rich)
    return unescape(re.sub(r"<[^>]*>", "", broken)).strip()


def _moment(text: str) -> str:
    if "T" not in text:
        day = date.fromisoformat(text)
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        moment = moment.astimezone(HERE)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H.%M} uur"
