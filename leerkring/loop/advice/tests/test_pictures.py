from dataclasses import replace
from xml.etree import ElementTree

from leerkring.loop.advice.budget_picture import budget_picture
from leerkring.loop.advice.needs_picture import needs_picture
from leerkring.loop.advice.plans import Plan
from leerkring.loop.advice.tests.samples import advice

NEEDS = advice().needs


def marks(svg: str, css: str) -> list[ElementTree.Element]:
    return [mark for mark in ElementTree.fromstring(svg).iter() if mark.get("class") == css]


def test_a_bar_is_the_share_of_all_counted_teams():
    drawing = needs_picture(NEEDS)
    ground, bars = marks(drawing.svg, "lk-ground"), marks(drawing.svg, "lk-bar")
    for need, track, bar in zip(NEEDS, ground, bars, strict=True):
        share = float(bar.get("width")) / float(track.get("width"))
        assert abs(share - need.expected / 8) < 0.01


def test_needs_stand_in_the_order_of_the_instrument_under_their_dimension():
    drawing = needs_picture(NEEDS)
    assert [row[0] for row in drawing.table] == [need.competence for need in NEEDS]
    assert [head.text for head in marks(drawing.svg, "lk-dimension")] == ["Ik", "Wij", "Wijk"]


def test_a_count_of_wishes_that_is_not_told_is_not_drawn():
    told = sum(need.asked > 0 for need in NEEDS)
    key = 1
    assert told and len(marks(needs_picture(NEEDS).svg, "lk-asked")) == told + key
    silent = [replace(need, asked=0) for need in NEEDS]
    drawing = needs_picture(silent)
    assert not marks(drawing.svg, "lk-asked")
    assert "zelf" not in drawing.svg


def test_more_teams_asking_than_counted_stay_within_the_track():
    asked = [replace(need, asked=20) for need in NEEDS]
    drawing = needs_picture(asked)
    track, dot = marks(drawing.svg, "lk-ground")[0], marks(drawing.svg, "lk-asked")[0]
    assert float(dot.get("cx")) == float(track.get("width"))
    assert "20 teams" in [tick.text for tick in marks(drawing.svg, "lk-tick")]


def test_nothing_is_drawn_outside_the_frame():
    for width, size in ((400, 15), (504, 9), (240, 9)):
        long = [replace(need, competence="x" * 200) for need in NEEDS]
        for drawing in (needs_picture(long, width=width, size=size),
                        budget_picture(advice().plan, width=width, size=size)):  # fmt: skip
            root = ElementTree.fromstring(drawing.svg)
            high = float(root.get("height"))
            for mark in root.iter():
                right = float(mark.get("x") or 0) + float(mark.get("width") or 0)
                bottom = float(mark.get("y") or 0) + float(mark.get("height") or 0)
                assert mark is root or (right <= width + 0.1 and bottom <= high)


def test_without_a_counted_team_there_is_no_picture():
    assert needs_picture(advice(all_withheld=True).needs) is None
    assert needs_picture(()) is None


def test_the_parts_of_the_budget_bar_add_up_to_what_is_spent():
    plan = replace(advice().plan, budget=2 * advice().plan.cost)
    parts = marks(budget_picture(plan).svg, "lk-spent")
    last = parts[-1]
    assert len(parts) == len(plan.lines)
    assert abs(float(last.get("x")) + float(last.get("width")) - 200) < 2


def test_an_empty_plan_or_no_budget_has_no_bar():
    assert budget_picture(Plan(budget=100)) is None
    assert budget_picture(Plan(budget=0)) is None
