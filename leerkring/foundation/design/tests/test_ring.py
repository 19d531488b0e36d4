"""The ring of five steps."""

import math
import re

import pytest

from leerkring.foundation.design.ring import CENTRE, RADIUS, STEPS, ring


def test_steps_before_the_current_one_are_done_and_those_after_are_coming() -> None:
    shown = ring("ontmoeten")
    assert [node.state for node in shown.nodes] == ["done", "done", "current", "coming", "coming"]
    assert [arc.state for arc in shown.arcs] == ["done", "done", "coming", "coming", "return"]
    assert shown.sentence == "Stap 3 van 5: ontmoeten."


def test_without_a_current_step_nothing_is_done() -> None:
    shown = ring()
    assert {node.state for node in shown.nodes} == {"coming"}
    assert shown.current is None
    assert shown.sentence == (
        "Vijf stappen in een kring: peilen, op maat, ontmoeten, vastleggen en delen."
    )


def test_an_unknown_step_is_refused_with_the_steps_there_are() -> None:
    with pytest.raises(ValueError, match="peilen, op maat, ontmoeten, vastleggen, delen"):
        ring("vergaderen")


def test_every_node_lies_on_the_circle_at_equal_distance_from_its_neighbours() -> None:
    places = [(float(node.x), float(node.y)) for node in ring().nodes]
    for x, y in places:
        assert math.dist((x, y), CENTRE) == pytest.approx(RADIUS, abs=0.1)
    sides = [math.dist(places[i], places[i - 1]) for i in range(len(STEPS))]
    assert sides == pytest.approx([2 * RADIUS * math.sin(math.pi / 5)] * 5, abs=0.2)


def test_coordinates_are_text_so_that_no_decimal_comma_can_enter_the_drawing() -> None:
    for node in ring("delen").nodes:
        for value in (node.x, node.y, node.baseline, node.label_x, node.label_y):
            assert re.fullmatch(r"-?\d+\.\d", value)
