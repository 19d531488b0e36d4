"""Problems in the form of MDGPLIB, and what is wrong with them."""

import json
from pathlib import Path

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.planning.mdgp_files import read_problem

GOOD = "4 2 ss 2 2 2 2\n0 1 5\n0 2 1.5\n1 3 2\n2 3 7\n"


def faults(text: str) -> list[str]:
    with pytest.raises(BadTable) as bad:
        read_problem(text, "p.txt")
    return [str(fault) for fault in bad.value.faults]


def test_a_problem_is_read() -> None:
    problem = read_problem(GOOD, "p.txt")
    assert problem.distance[2, 0] == 1.5 and problem.distance[3, 2] == 7
    assert list(problem.sizes.least) == [2, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "leeg"),
        ("4 2 xx 2 2 2 2\n", "rij 1"),
        ("4 2 ss 2 2\n", "horen 4 maten"),
        ("4 5 ss\n", "n groepen"),
        ("4 2 ds 3 2 1 2\n", "kleinste maat is groter"),
        ("4 2 ds 1 1 1 1\n", "passen niet"),
        (GOOD + "0 4 1\n", "rij 6: de elementen gaan van 0 tot en met 3"),
        (GOOD + "0 3 nan\n", "geen getal"),
        (GOOD + "0 3 veel\n", "geen getal"),
        (GOOD + "1 0 5\n", "staat er al"),
        (GOOD + "0 0 5\n", "staat er al"),
        (GOOD + "0 3\n", "drie getallen"),
    ],
)
def test_each_fault_names_its_line(text: str, said: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith("p.txt") and said in fault


def test_the_command_prints_the_value_and_the_groups(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here 0-1 and 2-3 together are worth 12, the most of the three divisions."""
    from leerkring.site.cli.main import main

    file = tmp_path / "p.txt"
    file.write_text(GOOD)
    assert main(["groups", str(file), "--seconds", "0.02"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["value"] == 12
    assert told["groups"][0] == told["groups"][1] != told["groups"][2] == told["groups"][3]
    assert main(["groups", str(tmp_path / "none.txt")]) == 2
