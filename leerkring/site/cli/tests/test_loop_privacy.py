"""What `leerkring loop` must never tell."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leerkring.practice.scans.instrument_files import built_in

ITEMS = built_in().items


def programme(handed: Any, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((handed.out / "programma" / f"{slug}.json").read_text())
    return found


def without_names(found: dict[str, Any]) -> str:
    for name in ("team", "wijk"):
        del found[name]
    for name in ("unit", "name"):
        del found["uitkomst"][name]
    return json.dumps(found, ensure_ascii=False)


def test_withheld_teams_look_the_same_whether_few_or_none_answered(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    teams = [("Noord", 9), ("Zuid", 9), ("Klein", 3), ("Kleiner", 1), ("Leeg", 0)]
    handed = handing(tmp_path, teams, members=[10, 10, 6, 6, 6])
    assert handed.loop().code == 0
    small, smaller, empty = (programme(handed, slug) for slug in ("klein", "kleiner", "leeg"))
    assert small["uitkomst"]["withheld"]
    assert small["uitkomst"]["answered"] is None and not small["uitkomst"]["dimensions"]
    assert small["nadruk"]["balanced"]
    assert without_names(small) == without_names(smaller) == without_names(empty)


def test_other_answers_of_a_withheld_team_change_nothing_it_gets(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    texts = []
    for answer in ("1", "5"):
        handed = handing(tmp_path / answer, [("Noord", 12), ("Zuid", 11), ("Klein", 3)])
        for row in handed.answer_rows[-3:]:
            row[1:] = [answer] * len(ITEMS)
        handed.write_answers()
        assert handed.loop().code == 0
        texts.append((handed.out / "programma" / "klein.json").read_bytes())
        texts.append((handed.out / "kranten" / "klein.html").read_bytes())
    assert texts[:2] == texts[2:]


def test_statistics_name_no_team_and_are_silent_about_a_few(handed: Any) -> None:
    assert handed.loop().code == 0
    found = json.loads((handed.out / "statistiek.json").read_text())
    assert set(found) == {"respondents", "groups", "method", "scales"}
    assert set(found["scales"]) == {"Ik", "Wij", "Wijk"}
    assert "Wijkteam" not in json.dumps(found)
    assert all(value is None for scale in found["scales"].values() for value in scale.values())


def test_of_one_team_there_is_a_programme_and_no_statistics(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Enig", 40)])
    assert handed.loop().code == 0
    assert programme(handed, "enig")["uitkomst"]["answered"] == 40
    found = json.loads((handed.out / "statistiek.json").read_text())
    assert all(value is None for scale in found["scales"].values() for value in scale.values())


def test_a_round_in_which_nothing_may_be_shown_still_gives_everyone_a_programme(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Noord", 2), ("Zuid", 1)])
    assert handed.loop().code == 0
    assert programme(handed, "noord")["draaiboek"]
    found = json.loads((handed.out / "statistiek.json").read_text())
    assert found["respondents"] is None and found["groups"] is None


@pytest.mark.parametrize("answer", ["1", "3", "5", ""])
def test_all_answers_the_same_and_an_item_that_nobody_answered(
    tmp_path: Path, handing: Callable[..., Any], answer: str
) -> None:
    handed = handing(tmp_path, [("Noord", 12), ("Zuid", 12), ("West", 12)])
    for row in handed.answer_rows:
        row[1:] = [answer or "4"] * len(ITEMS)
        row[1] = answer
    handed.write_answers()
    done = handed.loop()
    assert done.code == 0, done.err
    silent = ["Door niemand ingevuld: IK01."] if not answer else []
    assert done.lines[:-1] == silent
    text = (handed.out / "statistiek.json").read_text()
    assert "NaN" not in text and "Infinity" not in text


def test_a_mean_at_the_end_of_the_scale_is_told_coarsely_in_the_statistics_too(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Noord", 12), ("Zuid", 12), ("West", 12)])
    for row in handed.answer_rows:
        row[1:] = ["1" if item.reversed else "5" for item in ITEMS]
    handed.write_answers()
    assert handed.loop().code == 0
    found = json.loads((handed.out / "statistiek.json").read_text())
    assert {scale["reml"]["mean"] for scale in found["scales"].values()} <= {4.5, None}
