"""A corpus of sentences as people in this field write them, and what must and must not be found.

Between square brackets stands what points at somebody: [kind:text]. All persons are invented;
numbers pass their check digits and belong to nobody we know (123456782 and 111222333 are the
usual examples of a BSN, 85.07.30-033.28 and 17.07.30-033.84 of a rijksregisternummer).
"""

import re
import time
from collections import Counter

import pytest

from leerkring.foundation.language.identifiers import find
from leerkring.foundation.language.traces import TraceKind

NAMES = (
    "Sam de Vries", "Sam", "Karim", "Roos", "Ömer", "Bakker", "Wil Groen", "Anne-Marie", "Noor",
    "Fatima El Amrani", "Fatima", "El Amrani", "Joost Visser", "Visser", "Mees", "Riet", "Jo",
    "Zoë", "van den Berg", "Liesbeth", "D'hondt",
)  # fmt: skip

HITS = """
Het bsn van het kind is [bsn:123456782] volgens de school.
BSN: [bsn:1234.56.782] en van haar broer [bsn:111222333].
Zijn burgerservicenummer ([bsn:123 456 782]) stond in de mail.
Haar sofinummer is [bsn:10000008], dat gaf ze zelf op.
Het rijksregisternummer is [rijksregisternummer:85.07.30-033.28].
Voor haar dochter noteerden we [rijksregisternummer:17.07.30-033.84] in het dossier.
Zonder punten: [rijksregisternummer:85073003328].
Maak het over op [iban:NL91 ABNA 0417 1643 00] voor vrijdag.
Haar rekening [iban:NL91ABNA0417164300] staat rood.
De Belgische rekening is [iban:BE68 5390 0754 7034].
Zijn ouders in Duitsland gebruiken [iban:DE89370400440532013000].
Ook klein geschreven: [iban:nl91abna0417164300].
Bel haar op [telefoon:06-12345678] na vieren.
Je bereikt hem op [telefoon:06 12 34 56 78].
Mijn nummer is [telefoon:+31 6 12345678].
Het kan ook via [telefoon:0031612345678].
Vast nummer [telefoon:010-4123456], vraag naar de mentor.
Bel [telefoon:(020) 123 45 67] voor een afspraak.
De buurvrouw heeft [telefoon:0113-123456] als nummer.
Haar gsm is [telefoon:0470 12 34 56].
Haar gsm is [telefoon:+32 470 12 34 56] en die staat altijd aan.
Het OCMW belde van [telefoon:09 123 45 67].
Of bel [telefoon:03/123.45.67] in de voormiddag.
App naar [telefoon:06.1234.5678] of kom langs.
Vader belt met [telefoon:+49 170 1234567].
Bel [telefoon:06-12345678] 12 mei nog eens.
Bel [telefoon:+31(0)6-12345678] als het niet lukt.
Mail naar [mail:moeder.van@voorbeeld.nl] voor het verslag.
Hij schrijft als [mail:karim_1998@mail.example.com].
Haar adres is [mail:jo(at)voorbeeld.nl] zei ze.
Ze wonen op [adres:Kerkstraat 12] boven de bakker.
Het gezin woont aan de [adres:Burgemeester van der Lindenlaan 5].
Adres: [adres:Dorpsstraat 3a], [postcode:3011 AB] Rotterdam.
Ze verhuisde naar [adres:Lange Nieuwstraat 104-2] in maart.
in de [adres:lindestraat 12] woont nu niemand
Ze huren iets op de [adres:Grote Markt 1], [postcode:9000] Gent.
Het huisbezoek was op [adres:Antwerpsesteenweg 45 bus 3].
Opa woont [adres:Molenweg 7] in het dorp.
Hij logeert op de [adres:Laan van Meerdervoort 100].
Zij woont op [adres:Lange Voorhout 9], [postcode:2514 EA] Den Haag.
Postcode [postcode:3011AB] is genoeg om het huis te vinden.
Stuur het naar [postcode:B-9000] en vraag naar de directeur.
[naam:Sam] zei niets; [naam:Sam] keek weg.
Het kind is geboren op [geboortedatum:12 maart 2014] in het ziekenhuis.
Meisje, geb. [geboortedatum:12-03-2014], woont bij oma.
Geboortedatum: [geboortedatum:12/3/2014].
Zij (°[geboortedatum:12.03.2014]) zit in het vierde leerjaar.
De jongste is op [geboortedatum:5 juni 2019] geboren.
Geboren te Gent op [geboortedatum:2014-03-12].
Hij is geboren in [geboortedatum:maart 2014] en was te vroeg.
Ze is jarig op [geboortedatum:12 maart] en wil een taart.
Haar broer, geboren [geboortedatum:3 apr. '16], slaapt slecht.
Zijn auto, [kenteken:GH-123-B], stond voor de deur.
De wagen met plaat [kenteken:1-ABC-234] reed weg.
Het kenteken is [kenteken:ab12cd] zei de buurman.
Een witte bus, kenteken [kenteken:12-XY-34].
Nummerplaat [kenteken:ABC-123] is van de vader.
De moeder van [naam:Karim] belde gisteren.
gisteren sprak ik [naam:karim] op het plein
We vroegen het aan [naam:Sam de Vries] zelf.
De juf van [naam:Sam] heet juf [naam:Roos].
Toen zei [naam:Roos] niets meer.
Met mevr. [naam:Bakker] spraken we af.
[naam:Ömer] en [naam:omer] zijn dezelfde jongen.
[naam:Karim]s moeder kwam ook, en [naam:Sam]'s vader.
We belden met [naam:Anne-Marie] en later weer met [naam:Anne Marie].
[naam:FATIMA EL AMRANI] tekende het plan.
Volgens [naam:Wil Groen] ging het goed.
Dat vond ook [naam:Joost Visser] een goed plan.
[naam:Zoë] en [naam:Zoe] worden door elkaar geschreven.
De familie [naam:Van den Berg] vraagt om rust.
Daarna sprak [naam:Liesbeth] met [naam:D’hondt] over school.
""".strip().splitlines()

NONE = """
Het overleg is op 12 maart 2024 om 13.30 uur.
We beginnen op 01-02-2024 om 9.00 uur precies.
Tussen 09.30-10.00 uur drinken we koffie.
In 2024 WO-studenten en in 2023 mbo-studenten.
Sinds 2015 is de Jeugdwet van kracht.
Het schooljaar 2023-2024 begint in augustus.
De wijk heeft code BU03630000 bij het CBS.
Gemeente GM0599 en wijk WK059901 staan in de tabel.
Het kost € 123.456.782 voor het hele land.
Het budget is 123456782 euro in totaal.
Wij kregen € 12.500,- voor de buurt.
Het bedrag van 1.234.567,89 is te hoog.
Van de 1200 gezinnen kwamen er 300.
Bel bij gevaar 112, anders 0800-2000.
Veilig Thuis is bereikbaar via 0800-2000, dag en nacht.
De gemeente bel je via 14 010.
Vraag het via 0900-8844 aan de wijkagent.
De roos bloeit in de tuin van de bakker.
Roos en wit zijn de kleuren van de buurt.
De bakker en de visser doen mee aan de dag.
Bakker worden is zijn droom.
Ik wil groen in de wijk.
We liepen mee met de optocht.
Het riet langs de sloot staat hoog.
We hebben een jo-jo gekocht voor het kind.
Samen staan we sterk.
Samenwerken met de school helpt.
Kamer 12-34 is op de tweede verdieping.
De training B-12 gaat over luisteren.
Vraag IK03 en WIJ12 gaan over vertrouwen.
De rapportage van 1-JAN-24 is klaar.
Halverwege 3 kinderen stopten we even.
Onderweg 12 mensen gesproken.
Het schoolplein 3 keer per week openen.
In de straat 12 huizen bezocht.
Wijkplein 2024 was een succes.
Het Wmo-loket is open van 9 tot 12 uur.
Artikel 7.3.8 van de Jeugdwet gaat hierover.
Lees bladzijde 12-14 van het plan.
De score steeg van 3,4 naar 4,1 op een schaal van 5.
Ongeveer 1500 KM reden de teams samen.
Postcodegebied 3011 doet mee met de proef.
De groep is in 2018 Antwerpen gaan bezoeken.
Wij zagen 40.000 mensen op 3 pleinen.
Het boek heeft ISBN 978-90-1234-567-8.
Het dossier telt 123456789 tekens.
Sinds hij geboren is, overleggen we elke 12 maart 2024 opnieuw.
Het idee is geboren. Op 12-03-2024 was het eerste overleg.
Geboren in 2014, zoals veel kinderen in deze groep.
Het Groene Park 2024 krijgt een speeltuin.
De ronde loopt van 1 t/m 14 september.
We werken met de methode 1-2-3.
De verhouding is 10:30:60 over de drie wijken.
Zie https://voorbeeld.nl/wijk/123456782 voor de kaart.
Volg ons op @wijkteam op internet.
Het gaat om 20% van 45 scholen.
Vergadering 4 duurt van 10.15 tot 11.45 uur.
Er zijn 3 teams van 8 mensen.
De tabel heeft 12 rijen en 36 kolommen.
KvK 12345678 staat op de rekening.
Groep 3 B en groep 4 A doen mee.
Versie 2.0.1 van de vragenlijst is klaar.
Noord-Holland en Zuid-Holland doen niet mee.
Op het noorden van de wijk ligt een park.
Ze sprak 15 minuten met een visser.
""".strip().splitlines()

_MARKED = re.compile(r"\[(\w+):([^\]]+)\]")


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    """The sentence without brackets, and what should be found in it."""
    return _MARKED.sub(r"\2", line), [(m[1], m[2]) for m in _MARKED.finditer(line)]


def found(text: str) -> list[tuple[str, str]]:
    return [(trace.kind.value, text[trace.start : trace.end]) for trace in find(text, NAMES)]


@pytest.mark.parametrize("line", HITS)
def test_what_points_at_somebody_is_found_with_exact_ends(line: str) -> None:
    text, expected = marked(line)
    assert found(text) == expected


@pytest.mark.parametrize("line", NONE)
def test_what_points_at_nobody_is_left_alone(line: str) -> None:
    assert found(line) == []


def test_precision_and_recall_over_the_corpus() -> None:
    wanted: Counter[tuple[str, str, str]] = Counter()
    seen: Counter[tuple[str, str, str]] = Counter()
    for line in HITS + NONE:
        text, expected = marked(line)
        wanted.update((text, *hit) for hit in expected)
        seen.update((text, *hit) for hit in found(text))
    right = (wanted & seen).total()
    assert len(HITS) + len(NONE) >= 120
    assert right / seen.total() >= 0.97
    assert right / wanted.total() >= 0.97


def test_every_kind_has_a_word_for_people() -> None:
    assert all(kind.label and kind.label == kind.label.lower() for kind in TraceKind)


def test_of_overlapping_traces_the_longest_stays() -> None:
    assert found("Schrijf Sam.Bakker@voorbeeld.nl even.") == [("mail", "Sam.Bakker@voorbeeld.nl")]
    assert found("Geboren op 12-03-2014.") == [("geboortedatum", "12-03-2014")]


def test_positions_hold_in_a_text_with_accents_and_pictures() -> None:
    text = "Cafe\u0301 👩‍👧 — bel 06-12345678 of Zoe\u0308, ĳs"
    assert found(text) == [("telefoon", "06-12345678"), ("naam", "Zoe\u0308")]


HOSTILE = [
    "a", "1", "0", "@", "a@", "06-", "+31 ", "NL91 ", "A-", "geb. ", "1 mei ", "Sam de ", "É", " ",
    "Kerkstraat 1", "(at)", "a.a@a.a.", "12-", "geboren op te in is ", "kenteken van de ", "\n",
    "1234 AB ", "Van de ", ".", "x 1 ", "<\"'", "Laan van de ", "'", "(0", "geb. op A ", "ĳ́",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_goes_with_length_whatever_the_text(piece: str) -> None:
    """With the square of the length, each of these would take more than ten seconds."""
    started = time.process_time()
    find(piece * (40_000 // len(piece)), NAMES)
    assert time.process_time() - started < 1


def test_a_text_of_200_kb_takes_seconds_at_most() -> None:
    started = time.process_time()
    find("".join(piece * (200_000 // len(HOSTILE) // len(piece)) for piece in HOSTILE), NAMES)
    assert time.process_time() - started < 3
