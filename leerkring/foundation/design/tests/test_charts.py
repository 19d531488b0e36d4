"""Our own charts: what they say, and that nothing runs off the drawing."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from leerkring.foundation.design.change_chart import Move, then_and_now
from leerkring.foundation.design.charts import Bar, emphasis_bar, needs
from leerkring.foundation.design.drawing import Drawing, fit, width_of
from leerkring.foundation.design.ring_chart import STEPS, ring_chart
from leerkring.foundation.design.standing_chart import Point, where_we_stand
from leerkring.foundation.design.steps_chart import Step, steps_chart

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Samenwerkingsverbandoverstijgende afstemming met <heel> veel & nog meer partners"
POINTS = [Point("Ik", 3.9, 3.7, 4.1, 3.8), Point(LONG, 1.0, 0.4, 1.6, 3.8)]


def every_drawing() -> list[Drawing]:
    drawings = [ring_chart("delen"), ring_chart(None, labels=False)]
    for width in (130.0, 300.0, 480.0):
        drawings += [
            where_we_stand(POINTS, width=width, size=9),
            emphasis_bar([("Ik", 20), ("Wij", 130), (LONG, 30), ("niets", 0)], width=width),
            needs([Bar("School", 3), Bar(LONG, 42, 30, 55)], width=width, size=9),
            ring_chart("vastleggen", width=width, size=8),
            then_and_now([Move("Ik", 3.1, 4.0, LONG), Move(LONG, 4.5, 1.2, "x")], width=width),
            steps_chart([Step("School", 1, "dun gedekt"), Step(LONG, None, "–")], width=width),
        ]
    return [
        *drawings,
        needs([]),
        emphasis_bar([]),
        where_we_stand([]),
        then_and_now([]),
        steps_chart([]),
    ]


@pytest.mark.parametrize("drawing", every_drawing())
def test_a_drawing_is_an_image_with_a_name_and_without_style(drawing: Drawing) -> None:
    root = ElementTree.fromstring(drawing.svg)
    assert root.get("role") == "img"
    ids = root.get("aria-labelledby", "").split()
    named = {
        node.get("id"): node.text for node in root if node.tag in {f"{SVG}title", f"{SVG}desc"}
    }
    assert [named[i] for i in ids] == [drawing.title, drawing.description]
    assert "style=" not in drawing.svg


@pytest.mark.parametrize("drawing", every_drawing())
def test_no_text_runs_off_the_drawing(drawing: Drawing) -> None:
    root = ElementTree.fromstring(drawing.svg)
    wide = float(root.get("width", 0))
    for text in root.iter(f"{SVG}text"):
        long = width_of(text.text or "", float(text.get("font-size", 0)))
        x = float(text.get("x", 0))
        left = {"start": x, "middle": x - long / 2, "end": x - long}[
            text.get("text-anchor", "start")
        ]
        assert left >= -1 and left + long <= wide + 1, text.text


def test_numbers_are_dutch_and_the_table_says_what_is_drawn() -> None:
    drawing = where_we_stand([Point("Wij", 3.34, 3.1, 3.6, 3.8)])
    assert drawing.table == (("Wij", "3,3", "3,1 – 3,6", "3,8"),)
    assert "3,3, doel 3,8" in drawing.svg
    assert not re.search(r">\d+\.\d+<", drawing.svg)


def test_a_point_outside_the_scale_is_drawn_at_its_end() -> None:
    root = ElementTree.fromstring(where_we_stand([Point("Ik", 9, 8, 9, 9)], width=200, size=10).svg)
    assert all(float(c.get("cx", 0)) <= 200 for c in root.iter(f"{SVG}circle"))


def test_the_shares_of_the_bar_are_as_the_minutes() -> None:
    root = ElementTree.fromstring(emphasis_bar([("Ik", 30), ("Wij", 90)], width=402).svg)
    first, second = (float(rect.get("width", 0)) for rect in root.iter(f"{SVG}rect"))
    assert (first, second) == (100, 300)


def test_the_ring_marks_one_step_and_refuses_another_word() -> None:
    assert ring_chart("ontmoeten").table[2] == ("ontmoeten", "ja")
    assert sum(now == "ja" for _, now in ring_chart("ontmoeten").table) == 1
    assert len(STEPS) == 5
    with pytest.raises(ValueError, match="geen stap"):
        ring_chart("pauze")


def test_fitting_cuts_at_a_word() -> None:
    text = "een hele lange regel over de wijk"
    cut = fit(text, 10, 90)
    assert cut.endswith("…") and width_of(cut, 10) <= 90
    assert text.startswith(cut[:-1] + " ")
    lengths = [len(fit(text, 10, room)) for room in (20, 60, 200)]
    assert all(a <= b for a, b in pairwise(lengths))
