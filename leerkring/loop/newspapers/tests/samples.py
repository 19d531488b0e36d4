"""An invented team with something to say: the material of the tests of this room."""

from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from leerkring.loop.newspapers.composing import compose_team_paper
from leerkring.loop.newspapers.paper import FigureLine, Paper
from leerkring.practice.gatherings.harvest import Harvest, Picture, Promise, Quote
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Accord, ScaleResult, UnitKind, UnitResult

NOTES = {
    "ik-waar": "Ik kom makkelijk binnen bij gezinnen. Een kop thee, even meelopen naar school, en "
    "dan pas het formulier. Waar ik nog zoek is het moment waarop ik een stap terug zet. Ik neem "
    "snel iets over als ik zie dat een moeder moe is, en dan is het voor ik het weet mijn "
    "afspraak geworden in plaats van die van haar.",
    "ik-nodig": "Tijd om met een collega mee te gaan op huisbezoek. Niet om te beoordelen, maar om "
    "te zien hoe een ander het aanpakt. Verder wil ik beter leren praten over geld: veel ouders "
    "beginnen er zelf niet over, en ik ook niet.\n"
    "- één ochtend per maand samen op pad\n"
    "- een korte training over schulden en schaamte\n"
    "- iemand die ik mag bellen als ik twijfel over veiligheid",
    "wij-willen": "Eén gezicht voor elk gezin, ook als we met zijn zessen meedenken. Nu vertelt "
    "een vader zijn verhaal soms vier keer: aan school, aan de jeugdverpleegkundige, aan ons en "
    "aan de woningcorporatie. Wij willen dat hij het één keer vertelt, aan iemand die hij zelf "
    "kiest, en dat de rest van ons daarachter gaat staan.\n"
    "Dat vraagt iets van ons. Wie het gezicht is, mag de anderen aan het werk zetten. En wie niet "
    "het gezicht is, moet durven wachten. We hebben afgesproken dat we bij de eerste drie "
    "gezinnen na de zomer oefenen, en dat we hardop zeggen wanneer het wringt. Want het gaat "
    "wringen: we hebben zes werkgevers, drie systemen en allemaal een volle agenda.",
    "wij-waarvoor": "We staan naast ouders en niet ertegenover. Ook als het spannend wordt, leggen "
    "we op tafel wat we zien en wat we gaan doen. Geen overleg over een gezin zonder het gezin.",
    "wij-hoe": "Door op dinsdag niet alleen te verdelen, maar ook terug te kijken. Het eerste half "
    "uur is voortaan voor één gezin waar het goed ging of juist niet. Eén van ons bereidt het "
    "voor, de anderen vragen door. Geen adviezen in de eerste tien minuten; dat blijkt het "
    "moeilijkste van alles.",
    "wijk-beeld": "Een wijk met twee gezichten. Langs het water staan nieuwe huizen met grote "
    "ramen, daarachter portieken waar drie generaties in vier kamers wonen. De speeltuin is van "
    "iedereen, en daar zie je ook wie er niet komt. Er is veel dat wij niet weten: welke moeders "
    "elkaar helpen, welke coach op het voetbalveld de jongens wél bereikt.",
    "wijk-plek": "Wij zijn nu vooral een adres waar je naartoe verwezen wordt. We willen "
    "bekenden zijn: op woensdag in het buurthuis, op vrijdag bij de schoolpoort. De "
    "huisartsen weten ons te vinden voor kinderen, nog niet voor hun ouders.",
    "wijk-innemen": "We beginnen klein en zichtbaar. Twee van ons schuiven aan bij het koffie-uur "
    "in het buurthuis, zonder folder. De vrijwilligers van de speeltuin nodigen we uit om ons te "
    "vertellen wat zij zien.",
}
QUOTES = (
    Quote("Ik hoef niet alles op te lossen. Ik moet wel blijven bellen.", "gezinswerker"),
    Quote(
        "We praten over korte lijnen, maar ik had het nummer van de school niet eens.", "Hanneke"
    ),
    Quote("Als jij zegt dat het goed genoeg is, durf ik het ook te laten.", "jeugdverpleegkundige"),
    Quote(
        "Vorige week zat ik bij een moeder aan tafel die zei: jullie zijn met zoveel dat ik "
        "niemand meer ken. Daar heb ik de hele weg terug over nagedacht. We doen allemaal ons "
        "best, en juist daardoor staat ze er alleen voor.",
        "maatschappelijk werker",
    ),
)
PROMISES = (
    Promise(
        "Vanaf morgen belt degene die een gezin overdraagt eerst zelf, samen met de ouder.",
        "iedereen",
        date(2027, 3, 2),
    ),
    Promise(
        "Elke dinsdag het eerste half uur één gezin om van te leren.",
        "Hanneke en Yusuf",
        date(2027, 1, 19),
    ),
    Promise(
        "Op woensdagmiddag zitten twee van ons bij het koffie-uur in het buurthuis.",
        "Roos en Dirk",
        date(2027, 3, 2),
    ),
    Promise(
        "Een lijst met de gezichten en nummers van de scholen, de huisartsen en de speeltuin.",
        "Dirk",
        date(2026, 12, 15),
    ),
    Promise(
        "Bij twijfel over veiligheid bellen we dezelfde dag een collega, ook als het laat is.",
        "iedereen",
    ),
)
FIGURES = tuple(
    FigureLine(label, value, "1 januari 2024", "CBS, Kerncijfers wijken en buurten 2024")
    for label, value in (
        ("Inwoners", "12.480"),
        ("Huishoudens met kinderen", "1.935"),
        ("Kinderen tot 15 jaar", "2.160"),
        ("Woningen", "5.720"),
    )
)
SCRIPT = (
    "13.00  Weerbericht: hoe zit je erbij?",
    "13.20  De peiling op tafel: wat herken je?",
    "13.50  Eén gezin, zes stoelen",
    "14.35  Pauze",
    "14.50  De wijk op de kaart",
    "15.25  Vanaf morgen: wat beloven we elkaar?",
)
MINUTES = {Dimension.SELF: 35, Dimension.TEAM: 75, Dimension.DISTRICT: 55}
WHY = (
    "Op Wij is de afstand tot het doel het grootst, dus daar ging de meeste tijd heen. Ik en Wijk "
    "kregen elk ten minste een vijfde."
)


def result(**changes: Any) -> UnitResult:
    dimensions = {
        Dimension.SELF: ScaleResult(3.9, 0.16, 3.8, 0.27, 0.03),
        Dimension.TEAM: ScaleResult(3.3, 0.19, 3.8, 0.99, 0.50, Accord.DIVIDED),
        Dimension.DISTRICT: ScaleResult(3.5, 0.21, 3.6, 0.68, 0.14),
    }
    base: dict[str, Any] = {
        "unit": "waterhoek",
        "name": "Wijkteam Waterhoek",
        "kind": UnitKind.TEAM,
        "answered": 11,
        "members": 13,
        "dimensions": dimensions,
    }
    return UnitResult(**{**base, **changes})


@cache
def photo(wide: int = 1800, high: int = 1200) -> bytes:
    """A drawn wall of notes: no person is on it."""
    picture = Image.new("RGB", (wide, high), "#cdbf9f")
    pen = ImageDraw.Draw(picture)
    colours = ("#f3e6a8", "#e9b7a0", "#b9d3d1", "#fffdf4", "#e3d2b0")
    side = wide // 9
    for index in range(24):
        x = (index % 8) * wide // 8 + (index * 37) % 40 - 10
        y = (index // 8) * high // 3 + (index * 53) % 70
        pen.rectangle((x + 6, y + 8, x + side + 6, y + side + 8), fill="#b3a47f")
        pen.rectangle((x, y, x + side, y + side), fill=colours[index % 5])
        for line in range(2 + index % 4):
            top = y + side // 4 + line * side // 7
            pen.line((x + side // 8, top, x + side * 5 // 6 - (index * 13) % 60, top), "#5b5446", 5)
    written = BytesIO()
    picture.save(written, "JPEG", quality=88)
    return written.getvalue()


def picture() -> Picture:
    return Picture(
        photo(),
        "Een muur vol briefjes in vijf kleuren, in drie rijen opgehangen.",
        "De muur na een uur: elk briefje een gezin, een straat of een vraag.",
    )


def harvest(**changes: Any) -> Harvest:
    return Harvest(**{"notes": NOTES, "quotes": QUOTES, "promises": PROMISES, **changes})


def paper(**changes: Any) -> Paper:
    given: dict[str, Any] = {
        "team": "Wijkteam Waterhoek",
        "district": "Waterhoek",
        "municipality": "Merestad",
        "organisation": "Stichting Dichtbij",
        "date": date(2026, 11, 21),
        "number": 3,
        "harvest": harvest(),
        "result": result(),
        "script": SCRIPT,
        "minutes": MINUTES,
        "why": WHY,
        "figures": FIGURES,
    }
    return compose_team_paper(**{**given, **changes})
