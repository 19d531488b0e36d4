import csv
import re
from collections import Counter
from pathlib import Path

import leerkring.practice.scans

FILE = Path(leerkring.practice.scans.__file__).parent / "instruments" / "quickscan.csv"
NEGATION = re.compile(
    r"\b(niet|geen|nooit|niets|niemand|nergens|zonder|onvoldoende|weinig)\b", re.I
)


def items() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_36_statements_twelve_per_dimension_three_per_competence():
    assert len(items()) == 36
    assert Counter(item["dimensie"] for item in items()) == {"Ik": 12, "Wij": 12, "Wijk": 12}
    assert set(Counter(item["competentie"] for item in items()).values()) == {3}
    assert len({(item["dimensie"], item["competentie"]) for item in items()}) == 12


def test_codes_are_unique_and_short_enough_for_survey_tools():
    codes = [item["code"] for item in items()]
    expected = [f"{start}{n:02}" for start in ("IK", "WIJ", "WK") for n in range(1, 13)]
    assert codes == expected
    assert max(map(len, codes)) <= 5


def test_a_quarter_is_reversed_at_most_one_per_competence_some_in_each_dimension():
    turned = [item for item in items() if item["omgekeerd"] == "ja"]
    assert 7 <= len(turned) <= 11
    assert max(Counter(item["competentie"] for item in turned).values()) == 1
    assert {item["dimensie"] for item in turned} == {"Ik", "Wij", "Wijk"}
    assert {item["omgekeerd"] for item in items()} == {"ja", "nee"}


def test_no_statement_holds_a_negation():
    assert [item["code"] for item in items() if NEGATION.search(item["stelling"])] == []


def test_statements_differ_and_have_at_most_sixteen_words():
    statements = [item["stelling"] for item in items()]
    assert len(set(statements)) == 36
    assert max(len(statement.split()) for statement in statements) <= 16
    assert all(statement.endswith(".") for statement in statements)


def test_ik_speaks_of_me_and_wij_and_wijk_speak_of_us():
    for item in items():
        if item["dimensie"] == "Ik":
            assert re.search(r"\b(ik|mijn)\b", item["stelling"], re.I), item["code"]
            assert not re.search(r"\b(wij|ons team)\b", item["stelling"], re.I), item["code"]
        else:
            assert not re.search(r"\b(ik|mijn)\b", item["stelling"], re.I), item["code"]
            shared = re.search(r"\b(wij|ons|onze)\b", item["stelling"], re.I)
            assert shared or "het team" in item["stelling"], item["code"]


def test_scale_is_one_and_the_target_is_the_same_within_a_dimension():
    assert {(item["laag"], item["hoog"]) for item in items()} == {("1", "5")}
    assert len({(item["dimensie"], item["doel"]) for item in items()}) == 3
    assert all(1 < float(item["doel"]) < 5 for item in items())
