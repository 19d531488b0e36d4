"""What changed is told by word, and put together it is the text again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.differences import Piece, changes, words_changed
from leerkring.exchange.posts.kinds import BLOG
from leerkring.network.circles.audience import Audience

WORDS = st.text(alphabet="ab c,\u00eb", max_size=40)


def test_one_word_that_changed_is_all_that_is_marked() -> None:
    pieces = list(words_changed("Wij drinken koffie.", "Wij drinken thee."))
    assert pieces == [
        Piece("same", "Wij drinken "),
        Piece("out", "koffie"),
        Piece("in", "thee"),
        Piece("same", "."),
    ]


@settings(max_examples=50, deadline=None)
@given(WORDS, WORDS)
def test_the_pieces_put_together_are_both_texts(old: str, new: str) -> None:
    pieces = list(words_changed(old, new))
    assert "".join(p.text for p in pieces if p.kind != "in") == old
    assert "".join(p.text for p in pieces if p.kind != "out") == new


def test_only_fields_that_changed_are_told_of() -> None:
    old = Content(title="A", texts={"tekst": "<p>een</p>"}, audience=Audience.CIRCLE)
    new = old.edited(texts={"tekst": "<p>een</p><p>twee</p>"}, audience=Audience.PUBLIC)
    found = changes(old, new, BLOG)
    assert [change.label for change in found] == ["Tekst", "Voor wie"]
    assert found[0].paragraphs == ((Piece("same", "een"),), (Piece("in", "twee"),))
    assert changes(old, old, BLOG) == []
