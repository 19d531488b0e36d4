"""Word forms that belong together have one stem; those that do not, have not."""

import threading

import pytest

from leerkring.foundation.language.stems import LONGEST_WORD, fold, stems_of

TOGETHER = [
    "leren leerden geleerd leert",
    "overleg overlegden overleggen",
    "gezin gezinnen Gezin",
    "kind kinderen kindje kindjes",
    "pleegkind pleegkinderen",
    "pleeggezin pleeggezinnen",
    "keukentafelgesprek keukentafelgesprekken",
    "gemeente gemeenten",
    "besluit besloten",
    "zorg zorgen zorgt zorgde",
    "vraag vragen vraagt vroeg gevraagd",
    "werk werkt werken gewerkt",
    "samenwerken samenwerking samengewerkt samenwerkte",
    "opvoeden opvoeding opgevoed opvoeders",
    "wijkteam wijkteams Wijkteams",
    "teamlid teamleden",
    "huis huizen",
    "brief brieven",
    "oma oma's oma’s",
    "baby baby's",
    "evaluatie evaluaties",
    "uithuisplaatsing uithuisplaatsingen uithuisgeplaatst",
    "scheiding scheidingen gescheiden",
    "hulp helpen helpt geholpen",
    "luisteren luistert geluisterd",
    "verbinden verbinding verbonden",
    "signaal signalen signaleren",
    "financiële financiele FINANCIËLE",
    "coördinatie coordinatie",
    "e-mail email E-mail",
    "café cafe cafe\u0301",
    "ouder ouders ouder(s)",
]
APART = [
    "gezin zin",
    "gezond zon",
    "geweld wel",
    "gezag zag",
    "gesprek spreken",
    "kind kin",
    "school schuld",
    "wijk weken",
    "jongere jaar",
]


@pytest.mark.parametrize("words", TOGETHER)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len(set(stems_of(words))) == 1, stems_of(words)


@pytest.mark.parametrize("words", APART)
def test_words_that_only_look_alike_stay_apart(words: str) -> None:
    one, other = stems_of(words)
    assert one != other


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wijk- en buurtteam", ["wijk", "en", "buurtteam"]),
        ("ouder/kind", ["ouder", "kind"]),
        ("'s avonds zo'n wijk", ["avond", "wijk"]),
        ("wmo2015, 3e ronde van 2024", ["wmo2015", "3e", "rond", "van", "2024"]),
        ("18-jarigen", ["18", "jaar"]),
        ("T-shirt", ["tshirt"]),
        ("één", ["een"]),
        ("snake_case «wijk»", ["snake", "case", "wijk"]),
        ("", []),
        ("… – !", []),
    ],
)
def test_a_text_is_parted_into_words_as_dutch_does(text: str, words: list[str]) -> None:
    assert stems_of(text) == words


def test_the_start_of_a_compound_is_the_stem_of_its_first_word() -> None:
    """So that a search for a beginning finds «gezinsvoogd» by «gezin»."""
    for compound, start in [("gezinsvoogd", "gezin"), ("wijkteamoverleg", "wijkteam")]:
        assert stems_of(compound)[0].startswith(stems_of(start)[0])


def test_folding_takes_away_capitals_and_accents_only() -> None:
    assert fold("Ömer") == fold("O\u0308MER") == "omer"
    assert fold("Søren") == "soren"
    assert fold("ĳs") == "ijs"
    assert fold("opa’s") == "opa's"


def test_a_word_without_end_is_cut() -> None:
    assert len(stems_of("a" * 100_000)[0]) <= LONGEST_WORD


def test_threads_do_not_disturb_each_other() -> None:
    text = " ".join(f"{a}{b}ingen" for a in "bdfgklmnprst" for b in ("onder", "luister", "wand"))
    alone = [stems_of(word)[0] for word in text.split()]
    wrong: list[list[str]] = []

    def look() -> None:
        found = stems_of(text)
        wrong.extend([found] if found != alone else [])

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
