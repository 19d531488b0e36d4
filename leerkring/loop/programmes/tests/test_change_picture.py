"""What changed since the previous round, in a sentence, a drawing and a table that agree."""

from dataclasses import replace

from leerkring.loop.programmes.change_picture import NO_SAME_PEOPLE, change_picture
from leerkring.practice.scans.change import NO_CHANGE
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.results import Change, ScaleResult, UnitKind, UnitResult, Verdict

SELF, TEAM, DISTRICT = Dimension
FORWARD = Change(0.6, 0.2, Verdict.FORWARD)
SAME = Change(0.1, 0.2, Verdict.SAME)
BACK = Change(-0.5, 0.2, Verdict.BACK)


def unit(mean: float = 3.4, **told: dict[Dimension, Change]) -> UnitResult:
    scale = ScaleResult(mean, 0.2, 3.8, 0.5, 0.2)
    bare = UnitResult("noord", "Noord", UnitKind.TEAM, 12, 12, dict.fromkeys(Dimension, scale))
    return replace(bare, **told)


def test_the_point_names_what_clearly_changed_and_nothing_else() -> None:
    both = change_picture(unit(change={SELF: FORWARD, TEAM: SAME, DISTRICT: BACK}), built_in())
    assert both.point == "Jullie gingen duidelijk vooruit op Ik, en duidelijk achteruit op Wijk."
    forward = change_picture(unit(change={SELF: FORWARD, TEAM: FORWARD}), built_in())
    assert forward.point == "Jullie gingen duidelijk vooruit op Ik en Wij."
    back = change_picture(unit(change={SELF: BACK}), built_in())
    assert back.point == "Jullie gingen duidelijk achteruit op Ik."
    same = change_picture(unit(change={SELF: SAME}), built_in())
    assert same.point == "Er is geen duidelijk verschil met de vorige ronde."


def test_the_table_says_then_now_and_the_difference_in_words() -> None:
    picture = change_picture(unit(change={SELF: FORWARD}), built_in())
    assert picture.drawing
    assert picture.drawing.table == (("Ik", "2,8", "3,4", "duidelijk vooruit (+0,6)"),)


def test_at_the_end_of_the_scale_no_figure_is_told() -> None:
    at_end = Change(0.6, 0.2, Verdict.FORWARD, at_end=True)
    picture = change_picture(unit(4.5, change={SELF: at_end}), built_in())
    assert picture.drawing
    assert picture.drawing.table == (("Ik", "3,9", "4,5 of hoger", "duidelijk vooruit"),)
    assert "+0,6" not in picture.drawing.svg


def test_nothing_to_compare_is_one_sentence() -> None:
    picture = change_picture(unit(), built_in())
    assert (picture.point, picture.drawing, picture.note) == (NO_CHANGE, None, "")


def test_the_same_people_are_told_of_in_words_or_not_at_all() -> None:
    without = change_picture(unit(change={SELF: SAME}), built_in())
    assert (without.same, without.note) == ((), NO_SAME_PEOPLE)
    told = change_picture(unit(change={SELF: SAME}, same_people={SELF: FORWARD}), built_in())
    assert (told.same, told.note) == ((("Ik", "duidelijk vooruit (+0,6)"),), "")
