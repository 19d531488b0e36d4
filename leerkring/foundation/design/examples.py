"""What the gallery shows: invented, but the kind of thing the pages will hold."""

STEPS = (
    {
        "label": "Peiling gesloten",
        "state": "done",
        "note": "38 van de 42 teams deden mee",
        "url": "#stappen",
    },
    {"label": "Draaiboeken klaar", "state": "done", "note": "Elk team kreeg een programma op maat"},
    {"label": "Sessies", "state": "current", "note": "19 gehouden, 23 gepland"},
    {"label": "Wijkkranten", "state": "coming", "note": "11 verschenen"},
    {"label": "Scholingsadvies", "state": "coming"},
)
TABS = (
    ("Overzicht", "#tabs", True),
    ("Teams", "#tabs", False),
    ("Sessies", "#tabs", False),
    ("Wijkkranten", "#tabs", False),
    ("Advies", "#tabs", False),
)
PATH = (("Programma's", "/"), ("Week van het Wijkteam", "/"), ("Wijkteam Bloemhof", ""))
TERMS = (
    ("Periode", "16 tot en met 27 november 2026"),
    ("Vragenlijst", "Quickscan wijkteams, versie 1 (niet gevalideerd)"),
    ("Gesprekken", "42 teamsessies van ongeveer drie uur"),
)
TEAMS = (
    {
        "name": "Wijkteam Bloemhof",
        "district": "Feijenoord",
        "answered": "11 van 14",
        "emphasis": "Wij",
        "day": "17 nov.",
    },
    {
        "name": "Wijkteam Oud-Crooswijk",
        "district": "Kralingen-Crooswijk",
        "answered": "8 van 9",
        "emphasis": "Wijk",
        "day": "18 nov.",
    },
    {
        "name": "Wijkteam Schiemond en Delfshaven-West",
        "district": "Delfshaven",
        "answered": "te weinig",
        "emphasis": "gelijk verdeeld",
        "day": "nog kiezen",
    },
)
PALETTE = (
    ("default-bg-document", "papier"),
    ("default-bg-default", "karton"),
    ("action-1-inverse-bg-default", "petrol"),
    ("action-1-bg-default", "petrol, licht"),
    ("accent-2-inverse-bg-default", "baksteen"),
    ("accent-2-bg-default", "baksteen, licht"),
)
