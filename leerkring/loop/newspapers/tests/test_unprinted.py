"""The desk says which words a printed paper leaves out."""

from datetime import date

from leerkring.loop.newspapers.composing import compose_team_paper
from leerkring.loop.newspapers.unprinted import unprinted
from leerkring.practice.gatherings.harvest import Harvest, Promise, Quote


def test_an_editor_is_told_which_words_and_signs_are_not_printed() -> None:
    harvest = Harvest(
        notes={"wij-willen": "Welkom 你好 allemaal, مرحبا 👍"},
        quotes=(Quote("Fijn 🦄, mooi ♪", "大家"),),
        promises=(Promise("elkaar bellen", "你好"),),
    )
    paper = compose_team_paper(
        team="Noord",
        district="Noord",
        municipality="Merestad",
        organisation="De Brug",
        date=date(2026, 11, 22),
        number=1,
        harvest=harvest,
    )
    assert unprinted(paper) == ("你好", "♪", "大家")
