"""The themes that an installation may begin with: plain data, to be added to and renamed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StarterTheme:
    """A name, what it is about in one or two sentences, and other words for it."""

    name: str
    description: str
    synonyms: tuple[str, ...] = ()


STARTER_THEMES = (
    StarterTheme(
        "Meldcode en veiligheid",
        "Zorgen over veiligheid thuis: zien, bespreken, melden als het moet, en daarna in beeld "
        "blijven.",
        ("Huiselijk geweld", "Kindermishandeling", "Veilig Thuis", "Meldcode"),
    ),
    StarterTheme(
        "Eigen regie",
        "Mensen houden het stuur: hun plan, hun tempo, hun kring. Wat doe jij dan, en wat laat je?",
        ("Zelfregie", "Eigen kracht", "Sociaal netwerk"),
    ),
    StarterTheme(
        "Jeugd en school",
        "Het wijkteam in de school: samen vroeg zien wat een kind nodig heeft.",
        ("Onderwijs", "Passend onderwijs", "Schoolmaatschappelijk werk"),
    ),
    StarterTheme(
        "Thuiszitters",
        "Kinderen en jongeren die niet naar school gaan, en de weg terug naar leren.",
        ("Schoolverzuim", "Leerplicht", "Schooluitval"),
    ),
    StarterTheme(
        "Schulden",
        "Geldzorgen bespreken zonder schaamte, op tijd hulp erbij, en rust in huis.",
        ("Armoede", "Geldzorgen", "Schuldhulpverlening", "Bestaanszekerheid"),
    ),
    StarterTheme(
        "Complexe scheidingen",
        "Ouders uit elkaar, kinderen ertussen: naast iedereen staan en geen partij kiezen.",
        ("Vechtscheiding", "Scheiding", "Ouderschap na scheiding"),
    ),
    StarterTheme(
        "GGZ in de wijk",
        "Psychische klachten dicht bij huis: zelf bijstaan, samen met de ggz, of verwijzen.",
        ("Geestelijke gezondheid", "Psychische klachten", "Verward gedrag", "GGZ"),
    ),
    StarterTheme(
        "Samenwerken met de huisarts",
        "Elkaar kennen, kort overleggen, en weten wie wat doet voor hetzelfde gezin.",
        ("Huisarts", "Praktijkondersteuner", "POH-jeugd", "Eerste lijn"),
    ),
    StarterTheme(
        "LVB",
        "Mensen die moeite hebben met leren en overzicht: het zien, en praten zodat het aankomt.",
        ("Licht verstandelijke beperking", "Moeite met leren"),
    ),
    StarterTheme(
        "Vluchtelingen",
        "Gezinnen die hierheen vluchtten: taal, verlies, regels en een nieuw begin.",
        ("Statushouders", "Nieuwkomers", "Asielzoekers", "Inburgering"),
    ),
    StarterTheme(
        "Zorg voor jonge kinderen",
        "De eerste duizend dagen: zwanger, geboren, peuter, en ouders die het moeten leren.",
        ("Eerste duizend dagen", "Kansrijke start", "Opvoeden", "Peuters"),
    ),
    StarterTheme(
        "Bewonersinitiatieven",
        "Wat buren zelf beginnen, en hoe een team helpt zonder het over te nemen.",
        ("Burgerinitiatief", "Buurtinitiatief", "Opbouwwerk", "Participatie"),
    ),
    StarterTheme(
        "Teamontwikkeling",
        "Hoe een team leert: taken delen, elkaar aanspreken, terugkijken, nieuwe mensen inwerken.",
        ("Samenwerken in een team", "Teamleren", "Intervisie", "Werkdruk"),
    ),
    StarterTheme(
        "Positionering van het wijkteam",
        "Waar is het team van, waarvan niet, en hoe weten bewoners en partners dat?",
        ("Rol van het wijkteam", "Buurtteam", "Lokaal team", "Zichtbaarheid"),
    ),
    StarterTheme(
        "Privacy en delen",
        "Wat mag je delen, met wie, waarom, en hoe vertel je dat aan het gezin?",
        ("Gegevens delen", "AVG", "Beroepsgeheim", "Toestemming"),
    ),
    StarterTheme(
        "Preventie",
        "Eerder erbij zijn: wat helpt voordat hulp nodig is, en hoe laat je zien dat het werkt?",
        ("Voorkomen", "Vroegsignalering", "Voorliggend veld"),
    ),
)
