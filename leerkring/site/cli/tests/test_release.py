"""`leerkring release` on good and bad tables."""

import argparse
import json
from pathlib import Path

import pytest

from leerkring.practice.scans.release import reason
from leerkring.site.cli import release

GOOD = "unit,parent,n\nstad,,0\na,stad,4\nb,stad,9\nc,stad,7\nd,stad,20\n"


def leerkring(folder: Path, text: str, *options: str) -> int:
    file = folder / "units.csv"
    file.write_text(text)
    parser = argparse.ArgumentParser()
    release.add_parser(parser.add_subparsers())
    args = parser.parse_args(["release", str(file), *options])
    code: int = args.run(args)
    return code


def test_it_prints_what_is_shown_and_why_the_rest_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leerkring(tmp_path, GOOD) == 0
    assert json.loads(capsys.readouterr().out) == {
        "k": 5,
        "shown": ["stad", "b", "d"],
        "withheld": {"a": reason(5), "c": reason(5)},
    }


def test_another_k_gives_another_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert leerkring(tmp_path, GOOD, "--k", "4") == 0
    assert json.loads(capsys.readouterr().out)["withheld"] == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit,parent,n\ns,,0\na,b,3\nb,c,3\nc,a,3\n", "rij 3, kolom parent: deze eenheden vormen"),
        ("unit,parent,n\ns,,0\na,a,3\n", "rij 3, kolom parent: deze eenheden vormen een kring"),
        ("unit,parent,n\ns,,0\nt,,3\n", "rij 3, kolom parent: «t» heeft geen parent"),
        ("unit,parent,n\na,b,0\nb,a,3\n", "kolom parent: elke eenheid heeft een parent"),
        ("unit,parent,n\ns,,0\na,x,3\n", "rij 3, kolom parent: «x» staat niet in de kolom unit"),
        ("unit,parent,n\ns,,0\na,s,3\na,s,4\n", "rij 4, kolom unit: «a» staat ook al in rij 3"),
        ("unit,parent,n\ns,,0\na,s,-1\n", "rij 3, kolom n: «-1» is geen heel getal"),
        ("unit,parent,n\ns,,0\na,s,vijf\n", "rij 3, kolom n: «vijf» is geen heel getal"),
        ("unit,parent,n\ns,,0\na,s,\n", "rij 3, kolom n: hier ontbreekt een heel getal"),
        ("unit,parent,n\ns,,0\n,s,3\n", "rij 3, kolom unit: hier ontbreekt de naam"),
        ("unit,n\ns,0\n", "kolom parent: deze kolom ontbreekt"),
        ("unit,parent,n\ns,,9999999999999999999999\n", "rij 2, kolom n: dit aantal is te groot"),
    ],
)
def test_a_bad_table_is_refused_by_row_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    assert leerkring(tmp_path, text) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_every_fault_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert leerkring(tmp_path, "unit,parent,n\ns,,x\na,q,1\n,s,2\n") == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_k_must_be_a_whole_number_from_one(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        leerkring(tmp_path, GOOD, "--k", "0")
    assert stop.value.code == 2
