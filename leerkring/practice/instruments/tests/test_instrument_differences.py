"""What changed between two versions."""

from dataclasses import replace

from leerkring.practice.instruments.differences import Part, difference, word_parts
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in

OLD = built_in()


def with_first(**changes):
    return replace(OLD, items=(replace(OLD.items[0], **changes), *OLD.items[1:]))


def test_nothing_changed_says_nothing():
    assert not difference(OLD, replace(OLD, version="2"))


def test_words_that_went_and_came_are_told_apart():
    assert word_parts("Ik neem de tijd.", "Ik neem altijd de tijd.") == (
        (Part.SAME, "Ik neem"),
        (Part.NEW, "altijd"),
        (Part.SAME, "de tijd."),
    )
    assert word_parts("Ik praat.", "Ik luister.") == (
        (Part.SAME, "Ik"),
        (Part.GONE, "praat."),
        (Part.NEW, "luister."),
    )


def test_a_reworded_statement_cannot_be_compared():
    found = difference(OLD, with_first(statement="Iets heel anders."))
    assert found.reworded == ("IK01",)
    assert [change.new.code for change in found.changed] == ["IK01"]


def test_a_statement_that_counts_the_other_way_cannot_be_compared():
    found = difference(OLD, with_first(reversed=True))
    assert found.reworded == ("IK01",)
    assert found.changed[0].facts == ("De stelling telt nu wel omgekeerd.",)


def test_another_competence_is_told_and_asks_the_same():
    found = difference(OLD, with_first(competence="ontmoeten"))
    assert found.changed[0].facts == ("De competentie was «contact» en is «ontmoeten».",)
    assert found.reworded == ()


def test_codes_that_came_and_went_are_listed():
    found = difference(OLD, with_first(code="NIEUW"))
    assert [item.code for item in found.added] == ["NIEUW"]
    assert [item.code for item in found.removed] == ["IK01"]


def test_name_scale_target_and_order_are_told_in_sentences():
    new = replace(
        OLD,
        name="Scan",
        low=0,
        high=10,
        ends=("nooit", "altijd"),
        targets={**OLD.targets, Dimension.SELF: 7.5},
        items=(*OLD.items[1:], OLD.items[0]),
    )
    found = difference(OLD, new)
    assert found.whole == (
        "De naam was «Quickscan Ik, Wij, Wijk» en is «Scan».",
        "De schaal was 1 tot 5 en is 0 tot 10.",
        "De woorden bij de schaal waren leeg en leeg en zijn «nooit» en «altijd».",
        "Het doel van Ik was 3,8 en is 7,5.",
        "De stellingen staan in een andere volgorde.",
    )
    assert found.other_scale


def test_words_of_two_languages_are_not_laid_side_by_side():
    found = difference(OLD, replace(with_first(statement="I take time."), language="en"))
    assert found.other_language
    assert found.changed == ()
    assert "De taal was Nederlands en is Engels." in found.whole
