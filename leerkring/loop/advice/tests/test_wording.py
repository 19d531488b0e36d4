from dataclasses import replace

import pytest

from leerkring.loop.advice.needs import Need
from leerkring.loop.advice.plans import Plan
from leerkring.loop.advice.tests.samples import advice
from leerkring.loop.advice.wording import between, counts_of, points_of, practical, whole
from leerkring.practice.scans.dimensions import Dimension


def need(name: str, expected: float, *, asked: int = 0, of: int = 10) -> Need:
    return Need(name, Dimension.SELF, expected, 2, 5, asked, of)


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0"), (2.5, "3"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567")],
)
def test_numbers_are_whole_with_a_point_for_thousands(amount, words):
    assert whole(amount) == words


def test_an_interval_of_one_number_is_that_number():
    assert between(need("contact", 3)) == "2–5"
    assert between(replace(need("contact", 3), low=3, high=3)) == "3"


def test_the_point_names_at_most_three_needs_of_most_teams():
    needs = tuple(need(name, amount) for name, amount in
                  [("a", 9), ("b", 4), ("c", 8), ("d", 7), ("e", 6)])  # fmt: skip
    said = points_of(replace(advice(), needs=needs)).advice
    assert "De meeste teams hebben waarschijnlijk behoefte aan a, c en d." in said


def test_the_point_does_not_say_most_teams_of_half_of_them():
    said = points_of(replace(advice(), needs=(need("a", 5), need("b", 4)))).advice
    assert "aan a, maar niet bij de meeste teams" in said


def test_counts_of_wishes_that_are_equal_are_told_together():
    needs = (need("a", 1, asked=7), need("b", 1, asked=5), need("c", 1, asked=7))
    assert points_of(replace(advice(), needs=needs)).asked.endswith("om a en c: elk 7 teams.")


def test_without_a_count_of_wishes_the_minimum_is_told():
    said = points_of(replace(advice(), needs=(need("a", 1),))).asked
    assert said == "Om geen enkele competentie vroegen 5 teams of meer."


def test_what_is_left_of_the_budget_is_told():
    plan = replace(advice().plan, budget=advice().plan.cost + 1500)
    assert "blijft 1.500 euro over" in points_of(replace(advice(), plan=plan)).plan


def test_an_empty_plan_has_a_sentence_of_its_own():
    assert "geen scholing" in points_of(replace(advice(), plan=Plan(budget=10))).plan


def test_the_four_counts_are_of_shown_teams_offers_served_teams_and_euro():
    report = advice()
    served = {team for line in report.plan.lines for team in line.teams}
    values = [value for value, _ in counts_of(report)]
    assert values == ["8", str(len(report.plan.lines)), str(len(served)), whole(report.plan.cost)]


def test_places_are_those_of_all_rounds_together():
    line = advice().plan.lines[0]
    assert practical(line)[3].endswith(f"op {whole(line.runs * line.offer.places)} plaatsen")
