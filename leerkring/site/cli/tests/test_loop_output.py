"""What `leerkring loop` writes when all is well."""

import csv
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from leerkring.practice.scans.instrument_files import built_in

SLUGS = ("wijkteam-noord", "wijkteam-zuid", "wijkteam-oost")
DAY = "1790000000"  # 21 September 2026, in the morning


@pytest.fixture(scope="module")
def round_(tmp_path_factory: pytest.TempPathFactory, handing: Callable[..., Any]) -> Any:
    """A round that was worked out once for all tests here, with what the command said."""
    teams = [("Wijkteam Noord", 8), ("Wijkteam Zuid", 7), ("Wijkteam Oost", 2)]
    handed = handing(tmp_path_factory.mktemp("ronde"), teams)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        handed.done = handed.loop()
    return handed


def test_it_ends_well_and_says_where_everything_is(round_: Any) -> None:
    assert round_.done.code == 0
    assert round_.done.lines == [f"Klaar: 3 teams. Alles staat in {round_.out}."]
    assert round_.done.out == ""


def test_every_team_gets_a_programme_and_a_paper_and_the_city_the_rest(round_: Any) -> None:
    found = {str(path.relative_to(round_.out)) for path in round_.out.rglob("*") if path.is_file()}
    per_team = {
        name
        for slug in SLUGS
        for name in (f"programma/{slug}.json", f"kranten/{slug}.pdf", f"kranten/{slug}.html")
    }
    assert found == per_team | {
        "stad.pdf", "advies.pdf", "advies.csv", "achtergehouden.csv", "statistiek.json",
    }  # fmt: skip


def test_nothing_is_left_beside_the_folder(round_: Any) -> None:
    assert {path.name for path in round_.folder.iterdir()} == {
        "teams.csv", "antwoorden.csv", "uit",
    }  # fmt: skip


def test_the_folder_is_as_open_as_any_other(round_: Any) -> None:
    beside = round_.folder / "beside"
    beside.mkdir()
    assert stat.S_IMODE(round_.out.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)
    beside.rmdir()


def test_a_programme_tells_result_emphasis_and_script(round_: Any) -> None:
    programme = json.loads((round_.out / "programma" / "wijkteam-noord.json").read_text())
    assert programme["team"] == "Wijkteam Noord"
    assert programme["uitkomst"]["answered"] == 8
    assert set(programme["uitkomst"]["dimensions"]) == {"ik", "wij", "wijk"}
    assert sum(programme["nadruk"]["weights"].values()) == pytest.approx(1)
    script = programme["draaiboek"]
    assert 150 <= sum(block["minuten"] for block in script) <= 210
    ends = [block["begin"] + block["minuten"] for block in script]
    assert [block["begin"] for block in script] == [0, *ends[:-1]]
    assert all(block["stappen"] and block["titel"] for block in script)
    assert programme["waarom"]


@pytest.mark.parametrize("name", ["kranten/wijkteam-oost.pdf", "stad.pdf", "advies.pdf"])
def test_every_pdf_is_tagged_dutch_and_accessible(round_: Any, name: str) -> None:
    pdf = PdfReader(BytesIO((round_.out / name).read_bytes()))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("nl")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_a_paper_on_screen_stands_alone(round_: Any) -> None:
    page = (round_.out / "kranten" / "wijkteam-zuid.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Wijkteam Zuid" in page
    assert 'src="http' not in page and 'href="/' not in page and "<script" not in page


def test_what_is_withheld_stands_in_a_table_with_its_reason(round_: Any) -> None:
    rows = list(csv.reader((round_.out / "achtergehouden.csv").open(encoding="utf-8")))
    assert rows[0] == ["unit", "reason"]
    assert "Wijkteam Oost" in {unit for unit, _ in rows[1:]}
    assert len({reason for _, reason in rows[1:]}) == 1


def test_the_advice_counts_needs_and_never_ranks_a_team(round_: Any) -> None:
    rows = list(csv.DictReader((round_.out / "advies.csv").open(encoding="utf-8")))
    needs = {row["competentie"] for row in rows if row["deel"] == "behoefte"}
    assert needs == set(built_in().competences)
    assert not any("Wijkteam" in row["competentie"] for row in rows)


def test_two_runs_on_one_day_give_the_same_bytes(round_: Any) -> None:
    """The second one by the installed command, in a process of its own."""
    again = round_.folder / "nog-eens" / "diep"
    script = Path(sys.executable).with_name("leerkring")
    words = ["loop", "--teams", round_.teams, "--answers", round_.answers, "--out", again]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("LEERKRING_DA")}
    environment["SOURCE_DATE_EPOCH"] = DAY
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [script, *words], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [f"Klaar: 3 teams. Alles staat in {again}."]
    for path in round_.out.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(round_.out)).read_bytes(), path


def test_a_wrong_moment_is_said_in_dutch(handed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    done = handed.loop()
    assert (done.code, done.lines) == (2, ["SOURCE_DATE_EPOCH: «gisteren» is geen tijdstip."])
    assert not handed.out.exists()
