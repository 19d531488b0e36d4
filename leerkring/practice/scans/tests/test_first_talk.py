"""What a team talks about first: at most three subjects, from what is shown alone."""

from dataclasses import replace

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.first_talk import (
    ALSO_SHORT,
    DIVIDED,
    LESS,
    LESS_SAME,
    SHORT,
    first_talk,
)
from leerkring.practice.scans.results import (
    Accord,
    Change,
    ScaleResult,
    UnitKind,
    UnitResult,
    Verdict,
)

SELF, TEAM, DISTRICT = Dimension


def scale(shortfall: float = 0.0, accord: Accord | None = Accord.AGREED) -> ScaleResult:
    return ScaleResult(3.5, 0.2, 3.5, 0.9 if shortfall else 0.5, shortfall, accord)


def unit(**competences: ScaleResult) -> UnitResult:
    return UnitResult(
        unit="noord",
        name="Noord",
        kind=UnitKind.TEAM,
        answered=12,
        members=12,
        dimensions={d: scale() for d in Dimension},
        competences=competences,
    )


def changed(difference: float, verdict: Verdict = Verdict.BACK) -> Change:
    return Change(difference, 0.1, verdict)


def names(result: UnitResult) -> list[str]:
    return [subject.name for subject in first_talk(result)]


def test_the_largest_expected_shortfall_comes_first_and_three_is_the_most() -> None:
    result = unit(contact=scale(0.2), verbinden=scale(0.6), signaleren=scale(0.4), a=scale(0.1))
    subjects = first_talk(result)
    assert [s.name for s in subjects] == ["Verbinden", "Signaleren", "Contact"]
    assert [s.reasons for s in subjects] == [(SHORT,), (ALSO_SHORT,), (ALSO_SHORT,)]


def test_of_equal_shortfalls_the_questionnaire_decides() -> None:
    assert names(unit(b=scale(0.2), a=scale(0.2))) == ["B", "A"]


def test_divided_opinions_come_before_everything_else() -> None:
    result = unit(contact=scale(0.9))
    result = replace(
        result,
        dimensions={**result.dimensions, TEAM: scale(accord=Accord.DIVIDED)},
        change={SELF: changed(-0.9)},
    )
    assert [(s.name, s.reasons) for s in first_talk(result)] == [
        ("Wij", (DIVIDED,)),
        ("Ik", (LESS,)),
        ("Contact", (SHORT,)),
    ]


def test_three_subjects_are_not_three_times_the_same() -> None:
    """Of each kind one; what is left follows by kind."""
    divided = {name: scale(0.1, Accord.DIVIDED) for name in ("a", "b", "c")}
    result = replace(unit(**divided, verbinden=scale(0.6)), change={DISTRICT: changed(-0.5)})
    assert names(result) == ["A", "Wijk", "Verbinden"]
    assert names(unit(**divided, verbinden=scale(0.6))) == ["A", "Verbinden", "B"]


def test_one_subject_with_two_reasons_is_named_once() -> None:
    result = unit()
    result = replace(
        result,
        dimensions={**result.dimensions, TEAM: scale(accord=Accord.DIVIDED)},
        change={TEAM: changed(-0.5)},
    )
    assert [(s.name, s.reasons) for s in first_talk(result)] == [("Wij", (DIVIDED, LESS))]


def test_the_larger_decline_comes_first_and_an_equal_one_by_ik_wij_wijk() -> None:
    result = replace(unit(), change={d: changed(-0.4) for d in (DISTRICT, SELF)})
    assert names(result) == ["Ik", "Wijk"]
    result = replace(unit(), change={SELF: changed(-0.4), DISTRICT: changed(-0.6)})
    assert names(result) == ["Wijk", "Ik"]


def test_what_the_same_people_tell_goes_before_what_the_whole_team_tells() -> None:
    result = replace(unit(), change={SELF: changed(-0.4)}, same_people={SELF: changed(-0.3)})
    assert [s.reasons for s in first_talk(result)] == [(LESS_SAME,)]


def test_progress_and_no_clear_difference_are_nothing_to_talk_about() -> None:
    change = {SELF: changed(0.6, Verdict.FORWARD), TEAM: changed(-0.1, Verdict.SAME)}
    assert first_talk(replace(unit(contact=scale()), change=change)) == ()


def test_without_competences_the_dimensions_speak() -> None:
    result = unit()
    result = replace(result, dimensions={SELF: scale(0.1), TEAM: scale(0.5)})
    assert names(result) == ["Wij", "Ik"]


def test_a_result_that_is_withheld_says_nothing() -> None:
    """Even if a figure were left in it by mistake."""
    result = replace(unit(contact=scale(0.9)), withheld="Te weinig antwoorden.")
    assert first_talk(result) == ()


def test_a_scale_that_is_not_shown_is_never_chosen() -> None:
    shown = unit(contact=scale(0.3))
    hidden = unit(contact=scale(0.3), verbinden=scale(0.9))
    assert names(shown) == ["Contact"]
    assert names(hidden)[0] == "Verbinden"
