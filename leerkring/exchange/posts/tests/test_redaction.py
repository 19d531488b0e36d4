"""A passage goes out of every text in which it stands, also where tags run through it."""

import pytest

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.redaction import redacted
from leerkring.foundation.moderation.redaction import MARK, redact_line, redact_rich


def test_a_passage_across_tags_goes_whole() -> None:
    rich = "<p>De <strong>familie</strong> Jansen &amp; zoon kwam.</p>"
    assert redact_rich(rich, "familie jansen & zoon") == (
        f"<p>De <strong>{MARK}</strong> kwam.</p>",
        1,
    )


def test_every_place_counts_whatever_its_capitals_and_spaces() -> None:
    text, places = redact_line("Sam de Vries en SAM  DE VRIES", "sam de vries")
    assert (text, places) == (f"{MARK} en {MARK}", 2)


def test_a_passage_may_run_over_two_paragraphs() -> None:
    rich, places = redact_rich("<p>Bel 06</p><p>12345678 nu</p>", "06 12345678")
    assert "06" not in rich
    assert "1234" not in rich
    assert places == 1


def test_a_passage_in_the_address_of_a_link_takes_the_link_along() -> None:
    rich, places = redact_rich(
        '<p><a href="mailto:sam@voorbeeld.nl">mail</a></p>', "sam@voorbeeld.nl"
    )
    assert "sam@" not in rich
    assert places == 1


def test_tags_around_it_stay_in_balance() -> None:
    rich, _ = redact_rich("<ul><li>een</li><li>twee drie</li></ul>", "een twee")
    assert rich == f"<ul><li>{MARK}</li><li> drie</li></ul>"


def test_title_keywords_and_every_section_lose_it() -> None:
    content = Content(
        title="Bij Sam thuis",
        texts={"a": "<p>Sam</p>", "b": "sam"},
        keywords=("Sam", "koffie"),
        facts={"recognition": "https://voorbeeld.nl/Sam", "rung": "idee"},
    )
    clean, places = redacted(content, "Sam")
    assert places == 5
    assert "sam" not in str(clean.as_json()).lower()
    assert clean.facts["rung"] == "idee"


def test_one_letter_is_no_passage() -> None:
    with pytest.raises(ValueError, match="twee tekens"):
        redact_line("abc", " a ")
