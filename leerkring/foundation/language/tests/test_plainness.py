"""How plain a text is, against values counted by hand."""

import time

import pytest

from leerkring.foundation.language.lists import rows_of
from leerkring.foundation.language.plainness import review
from leerkring.foundation.language.reading_ease import flesch_douma, lix, syllables_of
from leerkring.foundation.language.sentences import sentences_of
from leerkring.foundation.language.stems import stems_of

# Counted by hand. Words 8 + 10 + 7 + 9 = 34, sentences 4.
# Syllables: We(1) gaan(1) op(1) weg(1) met(1) de(1) kinderen(3) mee(1) = 10; De(1) moeder(2)
# vraagt(1) of(1) er(1) morgen(2) weer(1) iemand(2) langs(1) komt(1) = 13;
# Dat(1) kan(1) als(1) het(1) team(1) tijd(1) heeft(1) = 7;
# Wij(1) schrijven(2) op(1) wat(1) we(1) daarna(2) samen(2) zullen(2) doen(1) = 13. In all 43.
# More than six letters: kinderen, schrijven = 2.
TEXT = (
    "We gaan op weg met de kinderen mee. De moeder vraagt of er morgen weer iemand langs komt. "
    "Dat kan als het team tijd heeft. Wij schrijven op wat we daarna samen zullen doen."
)


def test_the_scores_are_those_of_the_formulas() -> None:
    found = review(TEXT)
    assert (found.words, found.sentences) == (34, 4)
    assert found.lix == pytest.approx(34 / 4 + 100 * 2 / 34)  # 14.38
    assert found.flesch_douma == pytest.approx(206.84 - 0.93 * 8.5 - 77 * 43 / 34)  # 101.55


def test_formulas_against_round_numbers() -> None:
    """100 words, 10 sentences: 10 + 25 = 35; 206.84 − 9.3 − 77 · 1.5 = 82.04."""
    assert lix(100, 10, 25) == pytest.approx(35)
    assert flesch_douma(100, 10, 150) == pytest.approx(82.04)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("wijk", 1), ("gezin", 2), ("samenwerken", 4), ("beïnvloeden", 4), ("zeeën", 2),
        ("moeilijk", 2), ("nieuwe", 2), ("leeuw", 1), ("ooievaar", 3), ("financiële", 5),
        ("politie", 3), ("station", 3), ("huis", 1), ("mooie", 2), ("jeugdhulpverlener", 5),
        ("yoga", 2), ("typen", 2), ("x", 1), ("reünie", 3), ("geeuwde", 2),
        ("team", 1), ("beamen", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_sound(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_a_sentence_of_21_words_is_long_and_one_of_20_is_not() -> None:
    twenty = "Een " + "woord " * 18 + "meer."
    assert review(twenty).long_sentences == ()
    longer = "Kort. " + "Een " + "woord " * 19 + "meer."
    (passage,) = review(longer).long_sentences
    assert passage.words == 21
    assert longer[passage.start : passage.end] == passage.text
    assert passage.text.startswith("Een woord")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dhr. Bakker komt o.a. op 3 mei. Dan praten we.", 2),
        ("We kopen stoelen, tafels enz. Daarna is het klaar.", 2),
        ("Het duurde 3.5 uur. Waarom? Niemand weet het!", 3),
        ("Een kop\nEen zin zonder punt\n\n", 2),
        ("Hij zei: «Kom mee.» Ze kwam.", 2),
        ("J. de Vries kwam.", 1),
        ("… — !", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(list(sentences_of(text))) == count


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Het plan wordt door het team gemaakt.", "wordt door het team gemaakt"),
        ("De ouders werden niet uitgenodigd.", "werden niet uitgenodigd"),
        ("Ik hoor dat het plan gemaakt wordt.", "gemaakt wordt"),
        ("Er is gepland dat we bellen.", "is gepland"),
        ("De brief is gisteren gestuurd.", "is gisteren gestuurd"),
        ("Er wordt geluisterd.", "wordt geluisterd"),
        ("Het gezin wordt verwacht.", "wordt verwacht"),
        ("De vraag werd samen besproken.", "werd samen besproken"),
    ],
)
def test_passives_are_found_from_verb_to_participle(text: str, passive: str) -> None:
    assert [p.text for p in review(text).passives] == [passive]


@pytest.mark.parametrize(
    "text",
    [
        "Zij wordt moeder.",
        "Het is een gezond gezin.",
        "Dat is gebeurd.",
        "Ze is naar huis gegaan.",
        "De wijk wordt groter, en de gemeente helpt.",
        "Zijn gezin woont hier.",
        "Er zijn geen gesprekken.",
        "We maken het plan samen.",
        "Het team is bekend in de wijk.",
    ],
)
def test_active_sentences_are_left_alone(text: str) -> None:
    assert review(text).passives == ()


def test_jargon_is_found_in_every_form_with_a_plainer_word() -> None:
    text = "We implementeerden de interventies. Ten behoeve van de cliënten wordt er gemonitord."
    found = {p.text: p.plainer for p in review(text).jargon}
    assert found["implementeerden"] == "invoeren"
    assert found["interventies"] == "hulp"
    assert found["Ten behoeve van"] == "voor"
    assert found["cliënten"] == "inwoner of gezin"


def test_the_list_of_jargon_holds_each_word_once_and_no_plain_word() -> None:
    rows = rows_of("jargon.csv")
    stems = [tuple(stems_of(row["jargon"])) for row in rows]
    assert len(rows) >= 150
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    assert twice == []
    assert all(row["plainer"] and row["plainer"] != row["jargon"] for row in rows)


def test_long_words_are_named_once() -> None:
    text = "Het samenwerkingsverband en het Samenwerkingsverband, en de wijkteam-bijeenkomst."
    assert [p.text for p in review(text).long_words] == ["samenwerkingsverband"]


def test_a_plain_text_has_nothing_to_look_at_again() -> None:
    assert not review(TEXT)
    assert review("").words == 0
    assert review("Kort.").lix is None


@pytest.mark.parametrize("piece", ["wordt ", "a", "a.", "dhr. ", "wordt ge", "in het ", "…", "-a"])
def test_time_goes_with_length(piece: str) -> None:
    started = time.process_time()
    review(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 1
