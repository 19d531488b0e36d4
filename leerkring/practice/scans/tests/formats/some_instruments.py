"""Instruments to send through another program and back."""

from hypothesis import strategies as st

from leerkring.foundation.tables.cells import tidy
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_words import LONGEST_END
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import LANGUAGES

CODE = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,7}\Z")
# What people write, what a spreadsheet takes for a formula, and what XML must escape.
SIGNS = st.sampled_from("abcDE é&<>\"'=+-@|%;:?/0123456789€")
TEXT = st.text(SIGNS, min_size=1, max_size=40).map(lambda text: tidy(f"{text} w"))
STARTS = st.sampled_from(["", "=", "'", "'=", "''+", "-", "@"])
STATEMENT = st.builds(lambda start, text: tidy(start + text), STARTS, TEXT)
END = st.one_of(st.just(""), STATEMENT.filter(lambda text: len(text) <= LONGEST_END))
COMPETENCES = ("contact", "veilig leren", "=regie & zo", "'-apart")
RESERVED = {"team", "id", "seed", "token"}


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    codes = draw(st.lists(CODE, min_size=1, max_size=6, unique_by=str.casefold))
    items = tuple(
        Item(
            code,
            draw(st.sampled_from(Dimension)),
            draw(st.sampled_from(COMPETENCES)),
            draw(STATEMENT),
            draw(st.booleans()),
        )
        for code in codes
        if code.casefold() not in RESERVED
    )
    items = items or (Item("A1", Dimension.SELF, "contact", "Ik.", False),)
    low = draw(st.integers(-2, 2))
    high = low + draw(st.integers(1, 10))
    used = {item.dimension for item in items}
    tenths = st.integers(low * 10, high * 10).map(lambda tenth: tenth / 10)
    targets = {dimension: draw(tenths) for dimension in Dimension if dimension in used}
    ends = (draw(END), draw(END))
    language = draw(st.sampled_from(tuple(LANGUAGES)))
    return Instrument(draw(TEXT), "1", items, low, high, targets, language=language, ends=ends)


def sorted_rows(teams, numbers, values) -> list[tuple]:
    """What a set of answers says, whatever the order of its rows and of its teams."""
    rows = zip(numbers.tolist(), values.tolist(), strict=True)
    return sorted((teams[number], *row) for number, row in rows)
