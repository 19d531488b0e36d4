import json

import numpy as np
import pytest

from leerkring.practice.scans.statistics.report import RawAnswers, items_against_the_rest, report

NAN = float("nan")
SCALES = {"veilig": ("A", "B", "C"), "los": ("D",)}
GROUP_KEYS = ["n", "mean", "rwg", "rwg_skewed", "r_star", "ad", "shrunken_mean", "se"]


def drawn(groups: int = 12, options: int = 5) -> RawAnswers:
    random = np.random.default_rng(11)
    labels = [f"team {place}" for place in range(groups) for _ in range(3 + place % 4)]
    middle = (1 + options) / 2
    team = dict(zip(dict.fromkeys(labels), random.normal(0, 0.7, groups), strict=True))
    person = np.array([team[label] for label in labels]) + random.normal(0, 0.7, len(labels))
    values = middle + person[:, None] + random.normal(0, 0.6, (len(labels), 4))
    return RawAnswers(tuple("ABCD"), np.clip(values.round(), 1, options), labels, 1, options)


def of(*rows: tuple[str, float, float, float, float], options: int = 5) -> RawAnswers:
    values = np.array([row[1:] for row in rows], dtype=float)
    return RawAnswers(tuple("ABCD"), values, [row[0] for row in rows], 1, options)


def test_the_report_has_the_promised_shape():
    found = report(drawn(), SCALES)
    assert list(found) == ["respondents", "groups", "method", "scales"]
    assert (found["respondents"], found["groups"]) == (54, 12)
    for scale in found["scales"].values():
        assert list(scale) == [
            *("alpha", "alpha_ci", "omega", "icc1", "icc2", "icc1_k0", "icc2_k0", "reml", "groups")
        ]
        assert list(scale["reml"]) == ["between", "within", "mean", "icc1"]
        assert list(scale["groups"]) == [f"team {place}" for place in range(12)]
        assert all(list(group) == GROUP_KEYS for group in scale["groups"].values())
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_scale_of_one_statement_has_no_reliability_but_plain_rwg():
    found = report(of(("x", 3, 3, 3, 3), ("x", 3, 3, 3, 4), ("x", 3, 3, 3, 5)), SCALES)
    single = found["scales"]["los"]
    assert (single["alpha"], single["alpha_ci"], single["omega"]) == (None, None, None)
    assert single["groups"]["x"]["rwg"] == pytest.approx(0.5)
    assert single["groups"]["x"]["rwg_skewed"] == pytest.approx(1 - 1 / 1.34)


def test_a_person_with_two_of_three_answers_has_a_score_but_no_part_in_agreement():
    rows = ("x", 1, 1, 4, 1), ("x", 3, 3, 3, 1), ("x", NAN, 4, 5, 1), ("x", NAN, NAN, 5, 1)
    group = report(of(*rows), SCALES)["scales"]["veilig"]["groups"]["x"]
    assert group["n"] == 3
    assert group["mean"] == pytest.approx((2 + 3 + 4.5) / 3)
    # Only the first two answered everything: mean item variance (2 + 2 + ½) / 3 = 1½.
    assert group["r_star"] == pytest.approx(0.25)
    assert group["ad"] == pytest.approx(2.5 / 3)


def test_a_group_without_answers_is_there_with_nulls():
    rows = ("x", 2, 3, 4, 1), ("leeg", NAN, NAN, NAN, 3), ("x", 3, 3, 3, 1)
    found = report(of(*rows), SCALES)
    assert found["groups"] == 2
    empty = found["scales"]["veilig"]["groups"]["leeg"]
    assert empty.pop("n") == 0
    assert set(empty.values()) == {None}


def test_reversed_statements_are_turned_round():
    answers = drawn()
    turned = RawAnswers(answers.items, answers.values.copy(), answers.labels, 1, 5)
    turned.values[:, 1] = 6 - turned.values[:, 1]
    assert report(turned, SCALES, reversed_items=["B"]) == report(answers, SCALES)


def test_a_statement_that_should_have_been_turned_round_is_named():
    answers, scales = drawn(), {"alles": tuple("ABCD")}
    assert items_against_the_rest(answers, scales) == []
    assert items_against_the_rest(answers, scales, ["B"]) == [("alles", "B")]


def test_a_given_null_takes_the_place_of_the_uniform_one_only():
    plain, given = report(drawn(), SCALES), report(drawn(), SCALES, null_variance=1.34)
    before, after = (r["scales"]["veilig"]["groups"]["team 3"] for r in (plain, given))
    assert after["rwg"] == after["rwg_skewed"] == before["rwg_skewed"]
    assert after["r_star"] < before["r_star"]
    assert "1,34" in given["method"]


def test_the_method_says_how_far_apart_still_is_agreement():
    # Burke & Dunlap (2002), Organizational Research Methods 5: c/6, printed as 1.2 for seven.
    found = report(drawn(options=7), SCALES)
    assert "tot en met 1,1667, een zesde van het aantal antwoorden" in found["method"]


def test_a_scale_without_a_published_skewed_null_says_so():
    found = report(drawn(options=4), SCALES)
    groups = found["scales"]["veilig"]["groups"].values()
    assert {group["rwg_skewed"] for group in groups} == {None}
    assert "Voor 4 antwoorden is geen licht scheve nulvariantie gepubliceerd." in found["method"]


def test_ten_groups_are_shrunk_and_nine_are_not():
    def moved(groups: int) -> bool:
        scale = report(drawn(groups), SCALES)["scales"]["veilig"]["groups"].values()
        return any(abs(group["mean"] - group["shrunken_mean"]) > 1e-9 for group in scale)

    assert moved(10)
    assert not moved(9)


def test_no_variance_between_groups_is_said_plainly():
    rows = [(f"team {place % 12}", *(1 + (place // 12) % 5,) * 4) for place in range(60)]
    found = report(of(*rows), SCALES)
    assert found["scales"]["los"]["reml"]["between"] == 0.0
    assert "«los» is de geschatte variantie tussen groepen 0" in found["method"]
    assert found["scales"]["los"]["groups"]["team 4"]["shrunken_mean"] == pytest.approx(3.0)


def test_everyone_the_same_is_a_report_and_not_an_error():
    found = report(of(*[(f"team {place % 3}", 3, 3, 3, 3) for place in range(12)]), SCALES)
    scale = found["scales"]["veilig"]
    assert (scale["alpha"], scale["omega"], scale["icc1"]) == (None, None, None)
    assert scale["groups"]["team 1"]["rwg"] == 1.0
    assert scale["groups"]["team 1"]["ad"] == 0.0


def test_one_group_only_has_no_differences_between_groups():
    scale = report(of(*[("x", place % 5 + 1, 2, 4, 3) for place in range(9)]), SCALES)["scales"]
    assert scale["veilig"]["icc1"] is None
    assert scale["veilig"]["reml"]["between"] is None
    assert scale["veilig"]["groups"]["x"]["mean"] is not None


def test_one_statement_without_any_answer_leaves_scores_but_no_agreement():
    answers = drawn()
    answers.values[:, 2] = NAN
    scale = report(answers, SCALES)["scales"]["veilig"]
    assert scale["alpha"] is None
    assert scale["groups"]["team 1"]["rwg"] is None
    assert scale["groups"]["team 1"]["mean"] is not None
