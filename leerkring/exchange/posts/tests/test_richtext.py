"""Rich text comes in clean, goes out clean, and keeps what may stay."""

import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.exchange.posts.richtext import (
    RichText,
    as_typed,
    clean,
    clean_line,
    excerpt,
    plain,
)

KEPT = (
    "<h3>Kop</h3><p>Dag <strong>jij</strong> en <em>jullie</em>.<br>Ja</p><ul><li>a</li></ul>"
    "<ol><li>b</li></ol><blockquote><p>Nou</p></blockquote>"
)
HOSTILE = (
    "<script>alert(1)</script>",
    "<p>a</p><script>alert(1)</script>",
    '<p onclick="alert(1)">a</p>',
    '<p style="position:fixed">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java&#10;script:alert(1)">a</a>',
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<p><img src=x onerror=alert(1)></p>',
    "<p><svg onload=alert(1)><script>alert(1)</script></svg></p>",
    '<p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<p><iframe srcdoc="<script>alert(1)</script>"></iframe></p>',
    "<p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></p>",
    "<p><form action=//kwaad><input name=csrfmiddlewaretoken></form></p>",
    "<p><template><script>alert(1)</script></template></p>",
    "<p>{{ constructor.constructor('alert(1)')() }}</p>",
    '<base href="//kwaad"><p>a</p>',
    '<p><a href="https://ok.nl" target="_blank" id="inhoud">a</a></p>',
)  # fmt: skip
NEVER = (
    *("<script", "<svg", "<iframe", "<img", "<form", "<style", "<base", "onerror=", "onload"),
    *("onclick", "style=", 'href="javascript', 'href="data', "target=", " id="),
)


def test_what_may_stay_stays() -> None:
    assert clean(KEPT) == KEPT


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_does_something_gets_through(text: str) -> None:
    cleaned = clean(text).lower()
    for never in NEVER:
        assert never not in cleaned.replace("&lt;", "‹")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_got_into_a_row_otherwise_is_cleaned_on_the_page(text: str) -> None:
    shown = Template("{{ text }}").render(Context({"text": RichText(text)}))
    assert shown == clean(text)


def test_a_line_is_escaped_on_the_page() -> None:
    shown = Template("{{ text }}").render(Context({"text": clean_line("<b>a</b>")}))
    assert shown == "&lt;b&gt;a&lt;/b&gt;"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/apbh3\"'= &;\n\u202e\x00ë", max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_text_without_tags_becomes_paragraphs() -> None:
    assert clean("Een\ntwee\r\n\r\ndrie < vier") == "<p>Een<br>twee</p>\n<p>drie &lt; vier</p>"
    assert as_typed(clean("Een\ntwee\n\ndrie < vier")) == "Een\ntwee\n\ndrie < vier"
    assert as_typed("<p>a</p><ul><li>b</li></ul>") == "<p>a</p><ul><li>b</li></ul>"


def test_signs_that_turn_the_direction_or_are_not_seen_are_left_out() -> None:
    assert clean_line("rap\u202egpj.exe\x00\n een") == "rapgpj.exe een"
    assert clean("a\u2066b\x07") == "<p>ab</p>"


def test_only_empty_paragraphs_are_nothing() -> None:
    assert clean("<p></p><p>&nbsp;</p>") == ""


def test_words_of_two_blocks_do_not_melt() -> None:
    assert plain("<p>een</p><p>twee &amp; <em>drie</em></p>") == "een\ntwee & drie"


def test_an_excerpt_ends_between_words() -> None:
    assert excerpt("<p>een twee drie</p>", most=9) == "een twee …"
    assert excerpt("<p>een</p>", most=9) == "een"
