"""Names of places count beside something that is about one person, and only there."""

import time

import pytest

from leerkring.foundation.language.identifiers import find
from leerkring.foundation.language.traces import TraceKind

PLACES = ("Bloemhof", "De Kameleon", "Centrum", "Oude Noorden", "Stichting Samen Wijs", "Noord")
NAMES = ("Sam de Vries",)


def places(text: str) -> list[str]:
    found = find(text, NAMES, PLACES)
    return [text[t.start : t.end] for t in found if t.kind is TraceKind.PLACE]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Een meisje van 9 uit Bloemhof komt niet meer naar school.", "Bloemhof"),
        ("Sam de Vries zit op De Kameleon.", "De Kameleon"),
        ("De moeder woont in bloemhof. Bel haar op 06-12345678.", "bloemhof"),
        ("We spraken J. van der M. (zit op de Kameleon) twee keer.", "de Kameleon"),
        ("Een negenjarige jongen op De Kameleon werd gepest.", "De Kameleon"),
        ("Zijn zusje (7) ging vorig jaar naar Stichting Samen Wijs.", "Stichting Samen Wijs"),
        ("Het gezin woont op Kerkstraat 12, in het Oude Noorden.", "Oude Noorden"),
        ("Hij is veertien, en bekend bij iedereen in Noord.", "Noord"),
    ],
)
def test_a_place_beside_one_person_counts(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Wijkteam Bloemhof begint in maart met een inloop.",
        "Voor kinderen van 4 tot 12 jaar in Bloemhof is er een zomerschool.",
        "De Kameleon en Stichting Samen Wijs werken samen in het Oude Noorden.",
        "In Bloemhof wonen 14.000 mensen, en 23 procent is jonger dan 18 jaar.",
        "Een meisje van 9 zei dat ze in het centrum wil spelen, ten noord van de brug.",
        "Groep A. begint in Bloemhof, groep B. op De Kameleon.",
        "Twee 12-jarigen uit elke klas van De Kameleon zitten in de raad.",
        f"Een meisje van 9 komt niet meer. {'Dan volgt een lang verhaal over iets anders. ' * 9}"
        "Wijkteam Bloemhof begint in maart.",
    ],
)
def test_a_place_by_itself_is_no_trace(text: str) -> None:
    assert places(text) == []


def test_a_name_that_holds_a_place_stays_a_name() -> None:
    found = find("Bloem Noord zit op De Kameleon.", ("Bloem Noord",), PLACES)
    assert [trace.kind for trace in found] == [TraceKind.NAME, TraceKind.PLACE]


@pytest.mark.parametrize(
    "piece", ["Bloemhof ", "J. van ", "meisje van 9 ", "Bloemhof J. (9) ", "ze is "]
)
def test_ten_thousand_signs_take_no_time(piece: str) -> None:
    known = [*PLACES, *(f"Plek{n} Straatnaam{n}" for n in range(20_000))]
    text = piece * (10_000 // len(piece))
    started = time.process_time()
    find(text, NAMES, known)
    assert time.process_time() - started < 0.5
