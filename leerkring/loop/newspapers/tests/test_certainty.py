"""As sure as it is and not surer."""

from leerkring.loop.newspapers.certainty import in_words, sentence, stand
from leerkring.loop.newspapers.tests.samples import result
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import ScaleResult


def test_words_follow_the_chance() -> None:
    words = [in_words(p) for p in (0.99, 0.85, 0.7, 0.5, 0.25, 0.1, 0.01)]
    assert words == [
        "vrijwel zeker nog onder het doel",
        "waarschijnlijk nog onder het doel",
        "misschien nog onder het doel",
        "dicht bij het doel",
        "misschien al op het doel",
        "waarschijnlijk op of boven het doel",
        "vrijwel zeker op of boven het doel",
    ]


def test_the_sentence_begins_with_what_is_furthest_under_target() -> None:
    assert sentence(result()) == (
        "Op Wij zit het team vrijwel zeker nog onder het doel, op Wijk misschien nog onder het "
        "doel en op Ik misschien al op het doel."
    )


def test_dimensions_that_are_the_same_are_named_together() -> None:
    same = {d: ScaleResult(4.2, 0.1, 3.5, 0.02, 0.0) for d in Dimension}
    assert sentence(result(dimensions=same)) == (
        "Op Ik, Wij en Wijk zit het team vrijwel zeker op of boven het doel."
    )


def test_the_band_is_that_of_eighty_percent_and_stays_on_the_scale() -> None:
    # z of the normal distribution at .90 is 1.2816 (any table of the standard normal)
    chart = stand(result(dimensions={Dimension.TEAM: ScaleResult(4.9, 0.5, 4, 0.1, 0)}), (1, 5))
    (line,) = chart.lines
    assert line.low is not None and abs(line.low - (4.9 - 1.2816 * 0.5)) < 1e-9
    assert line.high == 5


def test_how_many_answered_is_only_said_when_it_may_be_told() -> None:
    assert "11 van de 13" in stand(result(), (1, 5)).note
    assert "van de" not in stand(result(answered=None), (1, 5)).note
