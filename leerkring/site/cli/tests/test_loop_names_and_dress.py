"""Names that mean harm, and files in every usual dress."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.practice.scans.instruments import Instrument

CODES = built_in().codes


def programmes(handed: Any) -> dict[str, Any]:
    folder = handed.out / "programma"
    return {path.stem: json.loads(path.read_text()) for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory, handing: Callable[..., Any]) -> Any:
    folder = tmp_path_factory.mktemp("vreemd") / "diep" / "dieper"
    names = [
        ("=cmd()", 6), ("../../x", 6), ("Zuid", 6), ("Zuid!", 1), ("🦄🦄", 6),
        ("<script>alert(1)</script>", 5), ("con", 5), ("#set page(fill: red)", 5), ("@som(A1)", 2),
    ]  # fmt: skip
    handed = handing(folder, names, organisation="+31 Zorg")
    handed.done = handed.loop()
    return handed


def test_no_file_lands_outside_the_folder_whatever_a_team_is_called(strange: Any) -> None:
    assert strange.done.code == 0, strange.done.err
    top = strange.folder.parent.parent
    outside = [p for p in top.rglob("*") if p.is_file() and not p.is_relative_to(strange.out)]
    assert {path.name for path in outside} == {"teams.csv", "antwoorden.csv"}


def test_slugs_are_plain_and_never_collide(strange: Any) -> None:
    found = programmes(strange)
    assert {slug: programme["team"] for slug, programme in found.items()} == {
        "cmd": "=cmd()",
        "x": "../../x",
        "zuid": "Zuid",
        "zuid-2": "Zuid!",
        "naamloos": "🦄🦄",
        "script-alert-1-script": "<script>alert(1)</script>",
        "naam-con": "con",
        "set-page-fill-red": "#set page(fill: red)",
        "som-a1": "@som(A1)",
    }
    assert {path.stem for path in (strange.out / "kranten").iterdir()} == set(found)


def test_a_name_is_words_and_never_markup_on_the_page(strange: Any) -> None:
    page = (strange.out / "kranten" / "script-alert-1-script.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_no_cell_of_a_csv_starts_a_formula(strange: Any) -> None:
    for name in ("advies.csv", "achtergehouden.csv"):
        with (strange.out / name).open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert cells
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "\t", "\r"))], name
    assert "'@som(A1)" in (strange.out / "achtergehouden.csv").read_text(encoding="utf-8")


def recoded(handed: Any, path: Path, encoding: str, sign: str) -> None:
    text = path.read_text(encoding="utf-8").replace(",", sign)
    path.write_bytes(text.encode(encoding))


@pytest.mark.parametrize(
    ("encoding", "sign"),
    [("cp1252", ";"), ("utf-16", "\t"), ("utf-16-le", ","), ("utf-8-sig", ";")],
)
def test_encodings_and_signs_between_columns(
    tmp_path: Path, handing: Callable[..., Any], encoding: str, sign: str
) -> None:
    handed = handing(tmp_path, [("Wijkteam Caféplein", 6)])
    recoded(handed, handed.teams, encoding, sign)
    recoded(handed, handed.answers, encoding, sign)
    assert handed.loop().code == 0
    assert programmes(handed)["wijkteam-cafeplein"]["uitkomst"]["answered"] == 6


def test_a_workbook_counts_saved_results_and_refuses_formulas_without_one(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Noord", 6)])
    book = openpyxl.Workbook()
    for row in (("team", *CODES), *handed.answer_rows):
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    workbook = tmp_path / "antwoorden.xlsx"
    book.save(workbook)
    handed.answers.write_bytes(workbook.read_bytes())
    assert handed.loop("--out", tmp_path / "eerst").code == 0
    book.active["C3"] = "=B3+1"
    book.save(handed.answers)
    done = handed.loop()
    assert done.code == 2
    assert "rij 3" in done.err and "formule" in done.err
    assert not handed.out.exists()


def test_a_limesurvey_export_is_taken_and_what_points_to_a_person_is_not(handed: Any) -> None:
    own = ("id", "submitdate", "lastpage", "startlanguage", "seed", "token", "ipaddr", "Naam")
    asked = [f"G1[{code}]" if place % 2 else f"{code}[SQ001]" for place, code in enumerate(CODES)]
    personal = ["41", "2026-09-01 10:00:00", "3", "nl", "981", "geheim", "10.0.0.7", "Piet Vos"]
    handed.answer_rows = [[*personal, *row] for row in handed.answer_rows]
    handed.write_answers((*own, "team", *asked), sign=";")
    done = handed.loop()
    assert done.code == 0, done.err
    assert done.lines[0] == (
        "Weggelaten omdat het naar een persoon kan wijzen: " + ", ".join(own) + "."
    )
    assert programmes(handed)["wijkteam-noord"]["uitkomst"]["answered"] == 8
    texts = [p.read_text("utf-8") for p in handed.out.rglob("*") if p.suffix in {".json", ".csv"}]
    assert not any("Piet Vos" in text or "10.0.0.7" in text for text in texts)


def seven_points() -> Instrument:
    """The built-in questions on a scale of 1 to 7, with targets to match."""
    own = built_in()
    targets = {dimension: 1 + (target - 1) * 1.5 for dimension, target in own.targets.items()}
    return Instrument("eigen", "1", own.items, 1, 7, targets)


def test_an_instrument_of_seven_points_goes_all_the_way(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Noord", 12), ("Zuid", 11)], options=7)
    for row in handed.answer_rows[:12]:  # Noord answers 6 and 7, turned round where it must be
        row[1:] = [str(2 if item.reversed else 6) for item in built_in().items]
    handed.write_answers()
    own = tmp_path / "vragen.csv"
    own.write_text(write_instrument(seven_points()), encoding="utf-8")
    assert handed.loop("--instrument", own).code == 0
    found = programmes(handed)["noord"]["uitkomst"]["dimensions"]
    assert [scale["mean"] for scale in found.values()] == [6, 6, 6]
    page = (handed.out / "kranten" / "noord.html").read_text(encoding="utf-8")
    assert ">7<" in page.split("<svg", 1)[1].split("</svg>")[0]


def test_districts_bring_figures_and_offers_bring_a_plan(
    tmp_path: Path, handing: Callable[..., Any]
) -> None:
    handed = handing(tmp_path, [("Noord", 8), ("Zuid", 8)])
    for row in handed.answer_rows:
        row[1:] = ["4" if item.reversed else "2" for item in built_in().items]
    handed.write_answers()
    (tmp_path / "kerncijfers-2024.csv").write_text(
        "\ufeffID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;AantalInwoners_5\r\n"
        "0;WK059900  ;Rotterdam   ;Wijk      ;   12345\r\n"
        "1;WK059901  ;Rotterdam   ;Wijk      ;       .\r\n",
        encoding="utf-8",
    )
    plan = handed.loop(
        "--districts", tmp_path / "kerncijfers-2024.csv", "--budget", 50_000,
        "--offers", Path(__file__).parents[3] / "loop" / "advice" / "catalogue.csv",
    )  # fmt: skip
    assert plan.code == 0, plan.err
    page = (handed.out / "kranten" / "noord.html").read_text(encoding="utf-8")
    assert "12.345" in page and "2024" in page
    rows = list(csv.DictReader((handed.out / "advies.csv").open(encoding="utf-8")))
    assert [row for row in rows if row["deel"] != "behoefte" and row["code"]]
