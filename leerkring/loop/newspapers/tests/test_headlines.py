"""Headlines come from the text."""

import pytest

from leerkring.loop.newspapers.headlines import LONGEST, clip, headline, paragraphs, sentences


def test_a_short_first_sentence_is_the_headline_and_is_not_said_twice() -> None:
    assert headline("Wij blijven bellen. Ook als het laat is.\nEn daarna weer.") == (
        "Wij blijven bellen",
        "Ook als het laat is.\nEn daarna weer.",
    )


def test_of_a_long_first_sentence_a_clause_is_the_headline_and_the_text_stays_whole() -> None:
    text = (
        "We willen dat een gezin zijn verhaal één keer vertelt, omdat het nu bij vier mensen "
        "opnieuw begint en niemand het hele verhaal kent."
    )
    title, rest = headline(text)
    assert title == "We willen dat een gezin zijn verhaal één keer vertelt"
    assert rest == text


def test_a_sentence_without_a_place_to_stop_is_cut_at_a_word() -> None:
    cut = clip("woord " * 40)
    assert len(cut) <= LONGEST and cut.endswith("woord…")


def test_an_opening_clause_is_no_headline() -> None:
    cut = clip(
        "Als een ouder bij ons aan de deur komt staan, doen we open en vragen we later verder."
    )
    assert cut.endswith("…") and len(cut) <= LONGEST


def test_a_list_keeps_its_items() -> None:
    title, rest = headline("- korte lijnen\n- een vaste dag")
    assert title == "Korte lijnen"
    assert paragraphs(rest) == [(True, "korte lijnen"), (True, "een vaste dag")]


@pytest.mark.parametrize("text", ["", "  \n \n", "\t"])
def test_nothing_written_gives_nothing(text: str) -> None:
    assert headline(text) == ("", "")


def test_one_endless_word_is_cut() -> None:
    assert len(headline("x" * 500)[0]) <= LONGEST


def test_sentences_end_at_their_ends_only() -> None:
    assert sentences("Om 13.30 uur begint het. Dan praten we! En dan?") == [
        "Om 13.30 uur begint het.",
        "Dan praten we!",
        "En dan?",
    ]
