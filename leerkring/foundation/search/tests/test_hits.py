"""What is found and in which order: written out, and asserted on whichever database runs it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.queries import search
from leerkring.foundation.search.tests.conftest import START, Library

VISITOR = AnonymousUser()

DOCUMENTS = {
    "scholen": ("Samen met scholen", "Leraren en wijkteams leerden elkaar kennen bij de koffie."),
    "leider": ("De wijkteamleider vertelt", "Over gezinnen met schulden en wat helpt."),
    "buurt": ("Buurtteam in beeld", "Een dag mee op huisbezoeken in Zuid."),
    "lokaal": ("Hoe wij het doen", "Het lokaal team spreekt elke week een ouder."),
    "los": ("Een lokaal voor het team", "In dit lokaal vergadert soms een groot team."),
    "regie": ("Eigen regie", "De regie blijft bij het gezin. Wat is eigen aan dit gezin?"),
    "regie2": ("Wie heeft de leiding?", "Ouders houden de eigen regie, ook als het moeilijk is."),
    "geld": ("Financiële zorgen", "Geldzorgen bij kinderen herken je zo."),
    "geleerd": ("Wat we leerden", "Wij hebben geleerd van het overleg met de school."),
    "overleg": ("Overleggen", "Drie overleggen later weten we het besluit: het is besloten."),
    "wijk": ("Wijkteam Noord", "Nieuws van het team in de wijk."),
}
QUESTIONS = {
    # word forms
    "leren": ["geleerd", "scholen"],
    "gezin": ["regie", "leider"],
    "kind": ["geld"],
    "besluiten": ["overleg"],
    "overleg": ["overleg", "geleerd"],
    "school": ["scholen", "geleerd"],
    # accents and capitals
    "FINANCIELE": ["geld"],
    # compounds by their beginning; titles first, the newest first
    "huisbezoek": ["buurt"],
    "wijkteam": ["wijk", "buurt", "leider", "scholen", "lokaal"],
    "geld": ["geld"],
    # synonyms, of one word and of more
    "buurtteams": ["wijk", "buurt", "leider", "lokaal", "scholen"],
    "lokaal team": ["wijk", "los", "buurt", "leider", "lokaal", "scholen"],
    "wijkteam koffie": ["scholen"],
    # phrases
    '"eigen regie"': ["regie", "regie2"],
    '"regie eigen"': [],
    '"de eigen regie" ouders': ["regie2"],
    "„lokaal team”": ["lokaal"],
    # small words do not count beside others
    "hoe is het met de scholen": ["scholen", "geleerd"],
    # nothing to find
    "wijkteam vliegtuig": [],
    "!!! \" ' ( ) * : & | -": [],
    "w' OR 1=1 --": [],
}


@pytest.fixture
def shelf(library: Library) -> Library:
    for name, (title, text) in DOCUMENTS.items():
        library.add(name, title, text)
    library.put()
    SynonymGroup.objects.create(words="wijkteam, buurtteam, lokaal team")
    return library


def names(words: str, **more: object) -> list[str]:
    return [hit.url.strip("/") for hit in search(VISITOR, words, **more).hits]


@pytest.mark.parametrize(("words", "expected"), QUESTIONS.items(), ids=list(QUESTIONS))
def test_a_question_finds(words: str, expected: list[str], shelf: Library) -> None:
    assert names(words) == expected


def test_newest_first_ignores_titles(shelf: Library) -> None:
    assert names("wijkteam", order="newest") == ["wijk", "lokaal", "buurt", "leider", "scholen"]
    assert names("wijkteam", since=START + timedelta(days=3)) == ["wijk", "buurt", "lokaal"]
