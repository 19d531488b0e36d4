from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.gatherings.merging import merge

texts = st.lists(st.sampled_from("abcdef"), max_size=6).map("\n".join)


def test_what_only_i_changed_is_taken_over():
    assert merge("a\nb", "a\nb", "a\nbb").text == "a\nbb"


def test_what_only_they_changed_stays():
    assert merge("a\nb", "aa\nb", "a\nb").text == "aa\nb"


def test_changes_in_different_lines_are_both_kept():
    merged = merge("a\nb\nc", "aa\nb\nc", "a\nb\ncc")
    assert (merged.text, merged.overlapped) == ("aa\nb\ncc", False)


def test_changes_in_the_same_line_stand_under_each_other():
    merged = merge("a", "door haar", "door hem")
    assert (merged.text, merged.overlapped) == ("door haar\ndoor hem", True)


def test_both_starting_an_empty_note_keeps_both():
    assert merge("", "eerste", "tweede").text == "eerste\ntweede"


def test_the_same_change_twice_counts_once():
    assert merge("a", "b", "b").text == "b"


@settings(max_examples=60, deadline=None)
@given(texts, texts, texts)
def test_no_line_that_anyone_added_is_lost(base, theirs, mine):
    merged = set(merge(base, theirs, mine).text.splitlines())
    added = (set(theirs.splitlines()) | set(mine.splitlines())) - set(base.splitlines())
    assert added <= merged
