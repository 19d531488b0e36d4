"""From an instrument to a draft and back, whatever people type."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.foundation.tables.reading import read_table
from leerkring.practice.instruments.checking import has_faults, review
from leerkring.practice.instruments.posted_sheets import posted_sheet, posted_translation
from leerkring.practice.instruments.sheets import (
    Row,
    Sheet,
    clean_line,
    instrument_of,
    next_code,
    sheet_of,
)
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import (
    built_in,
    read_instrument,
    write_instrument,
)
from leerkring.practice.scans.tests.formats.some_instruments import instruments

TYPED = st.text("aé =+-@'\"<>,;\t\n\u202e0123", max_size=12).map(clean_line)
SHEETS = st.builds(
    Sheet,
    name=TYPED,
    low=st.sampled_from(["1", "0", "-2", "x"]),
    high=st.sampled_from(["5", "1", "7"]),
    ends=st.tuples(TYPED, TYPED),
    targets=st.fixed_dictionaries(dict.fromkeys(Dimension, st.sampled_from(["1", "3,5", "", "9"]))),
    rows=st.lists(
        st.builds(Row, st.just(1), TYPED, st.sampled_from(Dimension), TYPED, TYPED, st.booleans()),
        max_size=3,
    ).map(tuple),
)


@settings(max_examples=20, deadline=None)
@given(instruments())
def test_an_instrument_is_the_same_after_being_a_draft(instrument):
    assert instrument_of(sheet_of(instrument), instrument.version) == instrument


@settings(max_examples=150, deadline=None)
@given(SHEETS)
def test_a_draft_without_faults_can_be_kept_and_read_back(sheet):
    if has_faults(review(sheet)):
        return
    instrument = instrument_of(sheet)
    table = read_table(write_instrument(instrument).encode(), "x.csv")
    assert read_instrument(table, name=sheet.name) == instrument


def test_the_built_in_quickscan_makes_a_draft_without_faults():
    assert not has_faults(review(sheet_of(built_in())))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ik\n luister ", "Ik luister"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b", "a b"),
        ("x" * 10**6, "x" * 1000),
        ("أنا أستمع", "أنا أستمع"),
    ],
)
def test_a_line_is_made_clean(typed, kept):
    assert clean_line(typed) == kept


def test_a_new_code_is_one_that_is_free():
    rows = (
        Row(1, "IK01", Dimension.SELF, "c", "s"),
        Row(2, "ik03", Dimension.SELF, "c", "s"),
    )
    assert next_code(rows, Dimension.SELF) == "IK04"
    assert next_code(rows, Dimension.DISTRICT) == "WK01"


def test_what_a_post_does_not_mention_stays_as_it_was():
    known = sheet_of(built_in())
    assert posted_sheet({}, known) == known
    assert posted_sheet(
        {"dimension-1": "elders", "language": "xx", "statement-1": "Ik."}, known
    ) == (
        replace(
            known, rows=(replace(known.rows[0], statement="Ik.", reversed=False), *known.rows[1:])
        )
    )


def test_a_translation_takes_nothing_but_words():
    known = sheet_of(built_in())
    competences = [row.competence for row in known.rows]
    post = {
        "statement-1": "I take time.",
        "competence_0": "contact (en)",
        "code-1": "X",
        "dimension-1": "wijk",
        "reversed-1": "on",
        "low": "0",
        "target_ik": "1",
        "language": "fr",
    }
    sheet = posted_translation(post, known, competences)
    changed = [row for row, old in zip(sheet.rows, known.rows, strict=True) if row != old]
    assert [row.competence for row in changed] == ["contact (en)"] * 3
    assert sheet.rows[0] == replace(
        known.rows[0], statement="I take time.", competence="contact (en)"
    )
    assert replace(sheet, rows=()) == replace(known, rows=())
