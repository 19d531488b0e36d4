from datetime import date

from leerkring.loop.advice.composing import compose_advice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.report import COLUMNS, TrainingAdviceReport
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult

INSTRUMENT = Instrument("klein", "1", (Item("I1", Dimension.SELF, "contact", "…"),), 1, 5)
OFFER = Offer("A", "Oefenen", "De Proef", ("contact",), "training", 2, 12, 100, 9, "groep", "…")


def unit(name: str, chance: float | None, kind: UnitKind = UnitKind.TEAM) -> UnitResult:
    scales = {} if chance is None else {"contact": ScaleResult(3.5, 0.2, 3.8, chance, 0.1)}
    withheld = "Te weinig antwoorden." if chance is None else None
    return UnitResult(name.lower(), name, kind, 8, 9, {}, scales, {}, withheld)


def advice() -> TrainingAdviceReport:
    return compose_advice(
        municipality="Waterstad",
        on=date(2026, 3, 2),
        instrument=INSTRUMENT,
        teams=[unit("Zuid", 0.9), unit("Noord", 0.35), unit("West", None)],
        organisations=[unit("De Brug", None, UnitKind.ORGANISATION)],
        organisation_of={"zuid": "de brug", "noord": "de brug", "west": "de brug"},
        offers=[OFFER],
        terms=Terms(budget=1000),
    )


def test_the_report_survives_json():
    assert TrainingAdviceReport.from_json(advice().to_json()) == advice()


def test_rows_are_dutch_with_a_decimal_comma():
    rows = advice().as_rows()
    assert all(tuple(row) == COLUMNS for row in rows)
    assert [row["deel"] for row in rows] == [
        "behoefte",
        "behoefte organisatie",
        "plan",
        "niet in het plan",
    ]
    assert rows[0]["teams_met_behoefte"] == "1,2"
    assert rows[2]["teams"] == "Noord, Zuid"


def test_what_is_withheld_is_said_in_sentences():
    report = advice()
    assert report.used == "Van 3 teams konden we er 2 gebruiken."
    assert report.withheld[0].startswith("1 team telt niet mee")
    assert "De Brug" in report.withheld[1]


def test_the_method_tells_how_certain_the_plan_is():
    assert any("Bewezen" in sentence for sentence in advice().method)


def test_without_teams_and_offers_the_advice_is_empty_and_whole():
    report = compose_advice(
        municipality="Leegstad",
        on=date(2026, 3, 2),
        instrument=INSTRUMENT,
        teams=[],
        terms=Terms(budget=0),
    )
    assert (report.plan.lines, report.needs[0].expected) == ((), 0)
    assert TrainingAdviceReport.from_json(report.to_json()) == report
