"""What stands in the bytes that somebody gets: every number that speaks of answers.

Read are means of a scale, how much the same people changed, how many of a unit answered, and how
far an open round is. Not read, for the attack is a linear one: verdicts in words, margins, chances,
reliability, "minstens …" and "… of hoger"; see the limits in `docs/decisions/0003` and `0009`.
Whatever else speaks of how many answered must not be there at all: `suspicious`.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO, StringIO

from openpyxl import load_workbook

MEAN, CHANGE, COUNT = "gemiddelde", "verandering", "aantal"
GOING, TOTAL, PULSE = "onderweg", "alles bij elkaar", "korte vraag"
DIMENSIONS = ("Ik", "Wij", "Wijk")


@dataclass(frozen=True)
class Figure:
    """`before`: said of the round before the one that the page is about."""

    kind: str
    unit: str
    scale: str
    value: str
    before: bool = False


PIECES = re.compile(
    r"<h[1-6]\b[^>]*>(?P<head>.*?)</h[1-6]>"
    r"|<dt>(?P<name>.*?)</dt>\s*<dd>(?P<said>.*?)</dd>"
    r"|<table\b.*?</table>"
    r"|(?P<count>\d+)\s+van\s+de\s+(?P<of>\d+)\s+mensen"
    r"|(?P<pulse>\d+) mensen antwoordden\.|(?P<felt>Gemiddeld \d,\d)"
    r"|count__value\"\s*>(?P<all>[^<]*)</p>\s*<p class=\"count__label\">"
    r"(?:vragenlijsten ingevuld|antwoorden)",
    re.S,
)
CHANGED = re.compile(r"duidelijk|verschil")
SUSPECT = re.compile(
    r"\d+ (?:van de \d+ )?(?:mensen|antwoorden|vragenlijsten)"
    r" (?:antwoordden|vulden|deden|ingevuld|binnen)|\b\d+ (?:antwoorden|vragenlijsten)[ .,]"
    r"|[Gg]emiddelde? \d"
    r"|\d+%? (?:antwoordde|vulde)n?\b"
)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def without_drawings(page: str) -> str:
    return re.sub(r"(?s)<(script|style|svg|nav)\b.*?</\1>", "", page)


def suspicious(text: str) -> list[str]:
    """Sentences that tell how many answered, or what, whoever wrote them."""
    return SUSPECT.findall(words(without_drawings(text)))


def of_page(
    page: str, units: tuple[str, ...], scales: set[str], unit: str = ""
) -> Iterator[Figure]:
    """The figures on a page; each is about the unit that was named last in a heading."""
    page = without_drawings(page)
    for found in PIECES.finditer(page):
        if found["head"] is not None:
            heading = words(found["head"])
            unit = next((name for name in units if name in heading), unit)
        elif found["name"] is not None:
            scale, said = words(found["name"]), words(found["said"])
            scale = scale if scale in DIMENSIONS else scale.lower()
            if scale in scales and re.match(r"\d,\d", said):
                yield Figure(MEAN, unit, scale, said[:3])
            elif scale in scales and CHANGED.search(said):
                yield Figure(CHANGE, unit, scale, said)
        elif found["count"] is not None:
            yield Figure(COUNT, unit, "", found["count"])
        elif found["all"] is not None:
            yield Figure(TOTAL, "", "", found["all"].strip())
        elif found["pulse"] or found["felt"]:
            yield Figure(PULSE, unit, "", found["pulse"] or found["felt"])
        elif found[0].startswith("<table"):
            yield from _of_table(found[0], unit, scales, units)


def _of_table(table: str, unit: str, scales: set[str], units: tuple[str, ...]) -> Iterator[Figure]:
    rows = [
        [words(cell) for cell in re.findall(r"(?s)<t[hd]\b[^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"(?s)<tr\b[^>]*>(.*?)</tr>", table)
    ]
    for row in rows[1:]:
        told = dict(zip(rows[0], row, strict=False))
        if row[0] in scales:
            for column, value in list(told.items())[1:]:
                if column in ("Gemiddelde", "Nu") and re.match(r"\d,\d", value):
                    yield Figure(MEAN, unit, row[0], value[:3])
                elif column in ("Vorige ronde",) and re.match(r"\d,\d", value):
                    yield Figure(MEAN, unit, row[0], value[:3], before=True)
        elif row[0] in units and "Antwoorden" in told:
            yield Figure(GOING, row[0], told["Gevraagd"], told["Antwoorden"])


def of_paper(text: str, units: tuple[str, ...]) -> Iterator[Figure]:
    """The figures in a printed paper, from what stands in it as text."""
    text = " ".join(text.replace("\xad\n", "").replace("\xad ", "").split())
    # A name may be broken at a line's end: the unit is the one whose letters come first.
    unit = min((u for u in units if u in text and "team" in u), key=text.index, default="")
    for scale, value in re.findall(r"\b(Ik|Wij|Wijk) (\d,\d), doel", text):
        yield Figure(MEAN, unit, scale, value)
    for count, _ in re.findall(r"(\d+) van de (\d+) men", text):
        yield Figure(COUNT, unit, "", count)


def of_csv(text: str) -> Iterator[Figure]:
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    yield from _of_rows(list(csv.reader(StringIO(text.lstrip("\ufeff")), delimiter=delimiter)))


def of_workbook(data: bytes) -> Iterator[Figure]:
    for sheet in load_workbook(BytesIO(data), read_only=True).worksheets:
        yield from _of_rows([[str(c or "") for c in row] for row in sheet.values])


def _of_rows(rows: list[list[str]]) -> Iterator[Figure]:
    for row in rows[1:]:
        told = dict(zip(rows[0], row, strict=False))
        if told.get("gemiddelde"):
            yield Figure(MEAN, told["eenheid"], told["schaal"], told["gemiddelde"])
        if told.get("geantwoord"):
            yield Figure(COUNT, told["eenheid"], "", told["geantwoord"])
