"""The mix of Ik, Wij and Wijk: the rule, and that nothing is said beyond the evidence."""

import math
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.loop.programmes.emphasis import (
    CERTAIN,
    FLOOR,
    BadEmphasis,
    EmphasisAdvice,
    advise,
    choose,
    weight_faults,
)
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import Accord, ScaleResult, UnitKind, UnitResult

IK, WIJ, WIJK = Dimension
THIRDS = dict.fromkeys(Dimension, 1 / 3)
NOBODY_DIVIDED: dict[Dimension, Accord] = {}


def team(
    short: tuple[float, float, float],
    chances: tuple[float, float, float],
    accord: dict[Dimension, Accord] = NOBODY_DIVIDED,
    name: str = "Team Proef",
) -> UnitResult:
    """`chances`: that Ik is shorter than Wij, Ik than Wijk, Wij than Wijk."""
    scales = {
        d: ScaleResult(3.4, 0.2, 3.7, 0.9, e, accord.get(d))
        for d, e in zip(Dimension, short, strict=True)
    }
    more = dict(zip([(IK, WIJ), (IK, WIJK), (WIJ, WIJK)], chances, strict=True))
    return UnitResult("proef", name, UnitKind.TEAM, 9, 12, scales, {}, more)


def withheld(reason: str, members: int | None) -> UnitResult:
    return UnitResult("x", "Team X", UnitKind.TEAM, None, members, withheld=reason)


def everything(advice: EmphasisAdvice) -> str:
    return " ".join((*advice.claims, *advice.reasons))


def test_a_certain_order_gets_floor_plus_share_of_the_shortfall() -> None:
    # By hand: .20 + .40 x .1/1.0, .3/1.0, .6/1.0
    advice = advise(team((0.1, 0.3, 0.6), (0.1, 0.01, 0.05)))
    assert advice.weights == pytest.approx({IK: 0.24, WIJ: 0.32, WIJK: 0.44})
    assert not advice.balanced and advice.talk_first is None
    assert [claim.split(":")[0] for claim in advice.claims] == [
        "Meer Wijk dan Wij",
        "Meer Wijk dan Ik",
        "Meer Wij dan Ik",
    ]


def test_two_that_cannot_be_told_apart_share_and_the_third_keeps_its_own() -> None:
    advice = advise(team((0.12, 0.45, 0.20), (0.05, 0.30, 0.91)))
    assert advice.weights[WIJ] == pytest.approx(0.2 + 0.4 * 0.45 / 0.77)
    assert advice.weights[IK] == advice.weights[WIJK] == pytest.approx(0.2 + 0.4 * 0.16 / 0.77)
    assert "Ik en Wijk zijn in balans: evenveel tijd." in advice.claims
    assert "De kans dat Wijk verder onder het doel ligt dan Ik is 70%" in everything(advice)


def test_certainty_that_does_not_carry_over_gives_thirds_and_is_told_as_a_reason() -> None:
    advice = advise(team((0.3, 0.2, 0.1), (0.6, 0.85, 0.7)))
    assert advice.balanced and advice.weights == pytest.approx(THIRDS)
    assert advice.claims == ("Ik, Wij en Wijk zijn in balans: elk evenveel tijd.",)
    assert "dan Wijk is wel 85%, maar het verschil is klein of de volgorde" in everything(advice)


def test_one_in_the_middle_of_two_that_cannot_be_told_apart_is_not_ranked() -> None:
    # Ik over Wijk and Wijk over Wij are certain, Ik over Wij is not.
    assert advise(team((0.5, 0.1, 0.3), (0.7, 0.9, 0.1))).balanced


def test_eighty_percent_is_enough_and_just_under_is_not() -> None:
    assert not advise(team((0.4, 0.1, 0.1), (0.80, 0.80, 0.5))).balanced
    advice = advise(team((0.4, 0.1, 0.1), (0.7999, 0.7999, 0.5)))
    assert advice.balanced and "79%" in everything(advice)


def test_a_shortfall_against_the_chance_is_no_order() -> None:
    # Ik has the larger expected shortfall, but the pairs say Wij.
    assert advise(team((0.4, 0.3, 0.0), (0.1, 0.5, 0.5))).balanced


def test_less_than_a_minute_of_difference_is_not_more() -> None:
    advice = advise(team((0.301, 0.3, 0.0), (0.95, 0.99, 0.99)))
    assert advice.weights[IK] == advice.weights[WIJ] > advice.weights[WIJK]
    assert not any(claim.startswith("Meer Ik dan Wij:") for claim in advice.claims)


def test_a_chance_may_be_given_for_either_order_or_be_unknown() -> None:
    result = team((0.1, 0.3, 0.6), (0.1, 0.01, 0.05))
    turned = {(b, a): 1 - p for (a, b), p in result.more.items()}
    same = UnitResult("p", "P", UnitKind.TEAM, 9, 12, result.dimensions, {}, turned)
    assert advise(same).weights == advise(result).weights
    for unknown in ({}, dict.fromkeys(result.more, math.nan)):
        unsure = UnitResult("p", "P", UnitKind.TEAM, 9, 12, result.dimensions, {}, unknown)
        assert advise(unsure).balanced
        assert "niet te berekenen" in everything(advise(unsure))


def test_nothing_short_gives_thirds() -> None:
    for short in ((0.0, 0.0, 0.0), (0.03, 0.01, 0.001)):
        advice = advise(team(short, (0.99, 0.99, 0.99)))
        assert advice.weights == THIRDS and advice.balanced
        assert "niet of nauwelijks onder het doel" in advice.reasons[0]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.tuples(*[st.floats(0, 2)] * 3),
    st.tuples(*[st.floats(0, 1)] * 3),
)
def test_no_weight_and_no_sentence_says_more_than_the_evidence(
    short: tuple[float, float, float], chances: tuple[float, float, float]
) -> None:
    result = team(short, chances)
    advice = advise(result)
    assert sum(advice.weights.values()) == pytest.approx(1)
    assert min(advice.weights.values()) >= FLOOR - 1e-12
    for a, b in permutations(Dimension, 2):
        likely = result.more.get((a, b), 1 - result.more.get((b, a), 0.0))
        claimed = any(claim.startswith(f"Meer {a.label} dan {b.label}:") for claim in advice.claims)
        assert claimed <= (likely >= CERTAIN)
        assert claimed == (advice.weights[a] - advice.weights[b] > 1e-12)
    assert advice == advise(result)


@pytest.mark.parametrize(
    ("divided", "first", "also"),
    [
        ({WIJ}, WIJ, ""),
        ({IK}, IK, ""),
        ({IK, WIJK}, WIJK, "Ook bij Ik"),
        ({WIJ, WIJK}, WIJ, "Ook bij Wijk"),
        ({IK, WIJ, WIJK}, WIJ, "Ook bij Wijk en Ik"),
    ],
)
def test_a_divided_team_talks_first_about_what_is_shared_and_short(
    divided: set[Dimension], first: Dimension, also: str
) -> None:
    accord = {d: Accord.DIVIDED if d in divided else Accord.MIXED for d in Dimension}
    advice = advise(team((0.9, 0.3, 0.2), (0.9, 0.9, 0.9), accord))
    assert advice.talk_first is first
    assert f"Over {first.label} denken jullie heel verschillend." in everything(advice)
    assert also in everything(advice)


def test_a_divided_team_talks_first_even_when_nothing_is_short() -> None:
    assert advise(team((0, 0, 0), (0.5, 0.5, 0.5), {WIJ: Accord.DIVIDED})).talk_first is WIJ


def test_withheld_teams_get_the_same_words_whatever_the_reason() -> None:
    shown = team((0.1, 0.3, 0.6), (0.1, 0.01, 0.05))
    partly = UnitResult("p", "P", UnitKind.TEAM, 9, 12, {IK: shown.dimensions[IK]}, {}, shown.more)
    hidden = UnitResult("p", "P", UnitKind.TEAM, 3, 4, shown.dimensions, {}, shown.more, "k")
    results = [withheld("Te weinig.", 4), withheld("Een buurteam.", None), partly, hidden]
    advices = [advise(result) for result in results]
    assert all(advice == advices[0] for advice in advices)
    assert advices[0].weights == THIRDS and advices[0].balanced and not advices[0].talk_first
    assert not any(sign.isdigit() for sign in everything(advices[0]))
    assert "Te weinig" not in everything(advices[0])


def test_changing_one_advice_does_not_change_the_next() -> None:
    advise(withheld("x", None)).weights[IK] = 1.0
    assert advise(withheld("x", None)).weights == THIRDS


def test_the_calculation_is_printed_in_dutch() -> None:
    advice = advise(team((0.1, 0.3, 0.6), (0.1, 0.01, 0.05)))
    said = everything(advice)
    assert "0,10 punt bij Ik, 0,30 punt bij Wij en 0,60 punt bij Wijk; samen 1,00" in said
    assert "Wijk 20% + 40% × 0,60 : 1,00 = 44%" in said
    assert "0.6" not in said
    assert all(sentence.endswith(".") for sentence in (*advice.claims, *advice.reasons))


def test_overruling_keeps_advice_choice_and_reason() -> None:
    advice = advise(withheld("x", None))
    choice = choose(advice, {IK: 0.1, WIJ: 0.5, WIJK: 0.4}, "  We zijn net verhuisd.\n")
    assert choice.advice is advice
    assert choice.weights == {IK: 0.1, WIJ: 0.5, WIJK: 0.4}
    assert choice.reason == "We zijn net verhuisd."


@pytest.mark.parametrize(
    ("weights", "reason", "faults"),
    [
        ({IK: 0.5, WIJ: 0.5}, "x", ["Geef ook aan hoeveel tijd er voor Wijk is."]),
        ({IK: 0.05, WIJ: 0.5, WIJK: 0.45}, "x", ["Geef Ik ten minste 10% van de tijd."]),
        (
            {IK: 0.4, WIJ: 0.4, WIJK: 0.4},
            "x",
            ["De delen zijn samen 120,0%. Zorg dat het samen 100% is."],
        ),
        (THIRDS, "  ", ["Schrijf op waarom jullie een andere verdeling kiezen."]),
        (THIRDS, "a" * 501, ["De reden is 501 tekens lang. Houd het bij hooguit 500."]),
        (
            {IK: math.nan, WIJ: 0.5, WIJK: 0.5},
            "x",
            ["Geef Ik ten minste 10% van de tijd.", "Gebruik voor elk onderdeel een gewoon getal."],
        ),
    ],
)
def test_a_mix_that_cannot_be_used_is_explained(
    weights: dict[Dimension, float], reason: str, faults: list[str]
) -> None:
    with pytest.raises(BadEmphasis) as caught:
        choose(advise(withheld("x", None)), weights, reason)
    assert list(caught.value.faults) == faults


def test_every_advised_mix_could_also_be_chosen() -> None:
    assert weight_faults(advise(team((1.0, 0.0, 0.0), (0.99, 0.99, 0.5))).weights) == []
