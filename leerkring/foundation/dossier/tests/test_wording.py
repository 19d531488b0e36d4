"""Rows of data, as people read them."""

from leerkring.foundation.dossier.wording import lines_of, name_of, text_of


def test_a_row_reads_as_names_and_words_and_says_nothing_of_what_is_empty() -> None:
    row = {"circle__name": "Wachttijd", "granted": True, "answer": "", "decided_at": None}
    assert lines_of(row) == [("werkgroep", "Wachttijd"), ("toegelaten", "ja")]


def test_a_moment_is_told_in_our_own_time() -> None:
    assert text_of("2026-07-01T22:30:00+00:00") == "2 juli 2026, 00.30 uur"
    assert text_of("2026-11-03") == "3 november 2026"


def test_html_loses_its_tags_and_keeps_its_lines() -> None:
    assert text_of("<p>Koffie &amp; thee.</p><p>Morgen.</p>") == "Koffie & thee.\nMorgen."


def test_what_lies_inside_is_told_line_by_line() -> None:
    content = {"title": "Koffie", "texts": {"tekst": "<p>Kom maar.</p>"}, "themes": [1, 2]}
    assert text_of(content) == "titel: Koffie\ntekst: Kom maar.\nthemes: 1\nthemes: 2"


def test_an_unknown_name_is_shown_as_it_is() -> None:
    assert name_of("photo_seen") == "wie ziet: photo"
    assert name_of("round__closed_early") == "closed early"
