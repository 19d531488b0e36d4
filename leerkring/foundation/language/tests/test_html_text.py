"""What stands in HTML is read as people read it, and replaced without breaking a tag."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.foundation.language.html_text import text_of


def test_a_number_in_pieces_is_read_as_one_and_leaves_its_tags() -> None:
    text = text_of("<p>Bel 06-<b>1234</b>5678 nu</p>")
    start = text.plain.index("06")
    assert text.plain.strip() == "Bel 06-12345678 nu"
    assert text.replaced([(start, start + 11, "[telefoon]")]) == "<p>Bel [telefoon]<b></b> nu</p>"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<p>Een</p><p>Twee</p>", "Een  Twee"),
        ("Een<br>Twee", "Een Twee"),
        ("Sam<b>antha</b>", "Samantha"),
        ("a &amp; b &eacute;&#233; &lt;c&gt;", "a & b éé <c>"),
        ("<a href=\"mailto:jo@voorbeeld.nl\">mail</a>", "jo@voorbeeld.nl mail"),
        ('<img src="/b/1/" alt="Sam, met hond">', "Sam, met hond"),
        ("<a title=\"a>b\" href='/x/'>c</a>", "a c"),
        ("<!-- Sam > --> d", "d"),
        ("3 < 4", "3 < 4"),
        ("<", "<"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_is_read_as_people_read_it(html: str, plain: str) -> None:
    read = text_of(html).plain
    assert " ".join(read.split()) == " ".join(plain.split())


def test_what_comes_in_its_place_is_no_html() -> None:
    text = text_of("<p>Sam</p>")
    assert text.replaced([(1, 4, "<b>'x\"")]) == "<p>&lt;b&gt;&#x27;x&quot;</p>"


def tags_of(html: str) -> list[str]:
    tags: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attributes: tags.append(tag)  # type: ignore[method-assign]
    reader.handle_endtag = lambda tag: tags.append("/" + tag)  # type: ignore[method-assign]
    reader.feed(html)
    return tags


PIECES = ["<p>", "</p>", "<b>", "</b>", "<br>", "Sam", " & ", "&amp;", '<a href="/x">', "</a>", "é"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 20), st.integers(0, 20))
def test_replacing_any_piece_keeps_every_tag(pieces: list[str], start: int, length: int) -> None:
    html = "".join(pieces)
    text = text_of(html)
    end = min(start + length, len(text.plain))
    assert text.replaced([]) == html
    assert tags_of(text.replaced([(start, end, "moeder")] if start < end else [])) == tags_of(html)


@pytest.mark.parametrize("piece", ["<", '<"', "<a'", "<!--", "&", "&#", "<\"<'", "<b>", "<!-- -->"])
def test_time_goes_with_length(piece: str) -> None:
    started = time.process_time()
    text_of(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 1
