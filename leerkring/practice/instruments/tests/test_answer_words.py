from dataclasses import replace

from leerkring.practice.instruments.answer_words import dont_know_in, figures_of, steps_of
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument


def scale(**changed: object) -> Instrument:
    return replace(built_in(), **changed)  # type: ignore[arg-type]


def test_five_steps_in_dutch_are_words_alone() -> None:
    assert steps_of(scale(low=1, high=5))[0] == (1, "Helemaal niet mee eens")
    assert len(steps_of(scale(low=1, high=5))) == 5


def test_a_longer_scale_in_dutch_says_what_its_ends_mean() -> None:
    steps = steps_of(scale(low=0, high=6))
    assert steps[0] == (1, "0 – helemaal niet mee eens")
    assert steps[3] == (4, "3")
    assert steps[-1] == (7, "6 – helemaal mee eens")


def test_an_instrument_keeps_its_own_ends() -> None:
    asked = scale(low=1, high=5, ends=("nooit", "altijd"))
    assert [words for _, words in steps_of(asked)] == ["1 – nooit", "2", "3", "4", "5 – altijd"]
    assert figures_of(asked)[-1] == (5, "altijd")


def test_another_language_never_gets_dutch_words() -> None:
    asked = scale(low=1, high=5, language="en")
    assert [words for _, words in steps_of(asked)] == ["1", "2", "3", "4", "5"]
    assert dont_know_in(asked) == "I don't know"
