from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.foundation.tables.writing import neutral
from leerkring.practice.scans.formats.cell_texts import guarded, short, unguarded, writable

ODD = st.text(st.sampled_from("'=+-@|%a1 \u00a0\t,"), max_size=8)


@settings(max_examples=200, deadline=None)
@given(ODD)
def test_a_guarded_text_is_harmless_and_comes_back_as_it_was(text):
    assert neutral(guarded(text)) == guarded(text)
    assert unguarded(guarded(text)) == text


def test_a_formula_gets_an_apostrophe_and_a_number_none():
    assert guarded("=1+1") == "'=1+1"
    assert guarded("-3,5") == "-3,5"
    assert guarded("Ik's") == "Ik's"


def test_what_no_xml_can_hold_is_taken_out():
    assert writable("a\x00b\x1fc\ufffe\ud800d\ne") == "abcd\ne"


def test_a_long_text_is_cut_off_visibly():
    assert short("a" * 60) == "a" * 60
    assert short("a" * 61) == "a" * 59 + "…"
