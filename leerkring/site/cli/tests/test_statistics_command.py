import argparse
import json
from pathlib import Path

import pytest

from leerkring.site.cli import statistics

GOOD = "team,IK01,IK02,IK03\nNoord,1,2,5\nNoord,2,2,4\nZuid,4,,1\nZuid,5,weet ik niet,2\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def call(content: str | bytes | None, *options: str) -> tuple[int, str, list[str]]:
        path = tmp_path / "antwoorden.csv"
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        parser = argparse.ArgumentParser()
        statistics.add_parser(parser.add_subparsers())
        args = parser.parse_args(["statistics", str(path), *options])
        code = args.run(args)
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return call


def asked(*more: str) -> list[str]:
    return ["--group", "team", "--scale", "ik=IK01,IK02,IK03", "--range", "1:5", *more]


def test_good_answers_give_the_report_as_json(run):
    code, out, _ = run(GOOD, *asked("--reverse", "IK03", "--scale", "los=IK01"))
    found = json.loads(out)
    assert code == 0
    assert (found["respondents"], found["groups"]) == (4, 2)
    assert list(found["scales"]) == ["ik", "los"]
    assert found["scales"]["ik"]["groups"]["Noord"]["mean"] == pytest.approx((4 / 3 + 2) / 2)
    assert found["scales"]["ik"]["groups"]["Zuid"]["n"] == 2
    assert "«weet ik niet»" in out  # Dutch stays readable


def test_columns_are_found_whatever_their_capitals_and_quotes(run):
    text = "Team;ik01;ik02;ik03\nNoord;1;2;5\nNoord;2,0;2;4\n"
    code, out, _ = run(text, *asked("--reverse", "ik03"))
    assert code == 0
    assert json.loads(out)["scales"]["ik"]["groups"]["Noord"]["mean"] == pytest.approx(5 / 3)


def test_a_given_null_variance_is_used(run):
    _, plain, _ = run(GOOD, *asked())
    _, given, _ = run(GOOD, *asked("--null-variance", "4,5"))
    before, after = (json.loads(t)["scales"]["ik"]["groups"]["Noord"] for t in (plain, given))
    assert after["r_star"] > before["r_star"]


def test_a_statement_that_runs_against_the_others_is_pointed_out(run):
    code, _, told = run(GOOD, *asked())
    assert code == 0
    assert any("IK03 gaat in schaal «ik» tegen de andere in" in line for line in told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (GOOD.replace("Noord,2", "Noord,7"), ["rij 3, kolom IK01: 7 valt buiten 1 tot en met 5"]),
        (GOOD.replace("Noord,2", "Noord,veel"), ["rij 3, kolom IK01: «veel» is geen getal"]),
        (GOOD.replace("Noord,2", "Noord,inf"), ["rij 3, kolom IK01: «inf» is geen getal"]),
        (GOOD.replace("Noord,2", ",2"), ["rij 3, kolom team: de groep ontbreekt"]),
        (
            GOOD.replace("Noord,1,2", ",0,x"),
            ["rij 2, kolom team", "rij 2, kolom IK01: 0", "rij 2, kolom IK02: «x»"],
        ),
        (GOOD.replace("IK02", "WIJ1"), ["kolom IK02: deze kolom ontbreekt"]),
        (GOOD.replace("team", "ploeg"), ["kolom team: deze kolom ontbreekt"]),
        (GOOD.replace("Noord,1,2,5", "Noord,1,2"), ["rij 2: deze rij heeft 3 velden"]),
        ("", ["het bestand is leeg"]),
        ("team,IK01,IK02,IK03\n", ["alleen een kopregel"]),
        (None, ["dit bestand bestaat niet"]),
    ],
)
def test_each_fault_in_the_file_is_told_on_a_line_of_its_own(run, content, told):
    code, out, lines = run(content, *asked())
    assert (code, out) == (2, "")
    assert len(lines) == len(told)
    for line, part in zip(lines, told, strict=True):
        assert line.startswith("antwoorden.csv")
        assert part in line


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--scale", "a=IK01", "--range", "1:5"], "--group ontbreekt"),
        (["--group", "team", "--range", "1:5"], "--scale ontbreekt"),
        (["--group", "team", "--scale", "a=IK01"], "--range ontbreekt"),
        (asked("--scale", "leeg="), "«leeg» heeft geen stellingen"),
        (asked("--scale", "IK01"), "schrijf NAAM=ITEM"),
        (asked("--scale", "ik=IK01"), "«ik» staat er twee keer"),
        (asked("--scale", "b=IK01,ik01"), "noemt stelling ik01 meer dan één keer"),
        (["--group", "team", "--scale", "a=IK01", "--range", "5:1"], "--range «5:1»"),
        (["--group", "team", "--scale", "a=IK01", "--range", "een"], "--range «een»"),
        (asked("--null-variance", "0"), "geef een getal boven 0"),
        (asked("--null-variance", "nan"), "geef een getal boven 0"),
        (asked("--reverse", "IK09"), "kolom IK09: deze kolom ontbreekt"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_in_dutch(run, options, told):
    code, out, lines = run(GOOD, *options)
    assert (code, out) == (2, "")
    assert len(lines) == 1
    assert told in lines[0]
