"""What `leerkring loop` says about files that are not right; nothing is written then."""

import os
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leerkring.practice.scans.instrument_files import built_in

CODES = built_in().codes


def refused(handed: Any, *extra: object) -> list[str]:
    """The lines on stderr; the folder was not there and is not there now."""
    done = handed.loop(*extra)
    assert done.code == 2, done.err
    assert done.out == ""
    assert not handed.out.exists()
    assert not [path for path in handed.folder.iterdir() if path.name.startswith(".")]
    return done.lines


def test_an_unknown_team_is_named_with_the_one_that_was_meant(handed: Any) -> None:
    handed.answer_rows[3][0] = "Wijkteam Nord"
    handed.write_answers()
    assert refused(handed) == [
        "antwoorden.csv, rij 5, kolom team: team «Wijkteam Nord» staat niet in de lijst met teams."
        " Bedoel je «Wijkteam Noord»?"
    ]


def test_a_team_that_stands_there_twice(handed: Any) -> None:
    with handed.teams.open("a", encoding="utf-8") as file:
        file.write("wijkteam  noord,De Maasbrug,,Rotterdam,4\n")
    assert refused(handed) == [
        "teams.csv, rij 5, kolom team: team «wijkteam noord» staat al in rij 2, in dezelfde "
        "gemeente."
    ]


def test_a_missing_column_in_each_file(handed: Any) -> None:
    handed.answer_rows = [row[:-1] for row in handed.answer_rows]
    handed.write_answers(("team", *CODES[:-1]))
    (line,) = refused(handed)
    assert line.startswith(f"antwoorden.csv, kolom {CODES[-1]}: ") and "ontbreekt" in line
    handed.teams.write_text("team,wijk,gemeente,leden\nNoord,,Rotterdam,4\n", encoding="utf-8")
    (line,) = refused(handed)
    assert line.startswith("teams.csv") and "organisatie" in line


def test_an_answer_outside_the_scale_and_a_text_each_get_their_own_line(handed: Any) -> None:
    handed.answer_rows[0][1] = "7"
    handed.answer_rows[4][2] = "vaak"
    handed.write_answers()
    first, second = refused(handed)
    assert first.startswith("antwoorden.csv, rij 2, kolom IK01: ") and "7" in first
    assert second.startswith("antwoorden.csv, rij 6, kolom IK02: ") and "vaak" in second


def test_a_row_with_too_few_fields(handed: Any) -> None:
    handed.answer_rows[1] = handed.answer_rows[1][:20]
    handed.write_answers()
    (line,) = refused(handed)
    assert line.startswith("antwoorden.csv, rij 3: deze rij heeft 20 velden")


@pytest.mark.parametrize("which", ["teams", "answers"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "het bestand is leeg."),
        (b"\xff\xfe", "het bestand is leeg."),
        (b"team\n", "er staat alleen een kopregel in"),
        (b"%PDF-1.7", "dit is een PDF"),
        (b"PK\x03\x04nonsense", "beschadigd"),
        (b"team,\x00,\n", "NUL"),
        (b'team,wijk\n"Noord,1\n', "aanhalingstekens"),
    ],
)
def test_a_file_that_is_no_table(handed: Any, which: str, content: bytes, words: str) -> None:
    path: Path = getattr(handed, which)
    path.write_bytes(content)
    (line,) = refused(handed)
    assert line.startswith(path.name) and words in line


def test_a_file_that_is_too_large_is_not_even_opened(handed: Any) -> None:
    with handed.answers.open("wb") as file:
        file.truncate(200_000_000)  # a hole: it takes no room
    (line,) = refused(handed)
    assert line.startswith("antwoorden.csv: het bestand is 200 MB; we lezen er hoogstens 25 MB.")


def test_a_file_that_is_not_there_and_a_folder_in_its_place(handed: Any) -> None:
    handed.teams.unlink()
    handed.answers.unlink()
    handed.answers.mkdir()
    lines = refused(handed, "--offers", handed.folder / "aanbod.csv")
    assert "teams.csv: dit bestand bestaat niet." in lines
    assert "aanbod.csv: dit bestand bestaat niet." in lines
    handed.teams.write_text("team,organisatie,wijk,gemeente,leden\nNoord,A,,B,4\n")
    assert refused(handed) == ["antwoorden.csv: dit is een map, geen bestand."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(handed: Any) -> None:
    handed.teams.chmod(0)
    assert refused(handed) == ["teams.csv: dit bestand kan niet worden gelezen."]


def test_no_answer_at_all(handed: Any) -> None:
    handed.answer_rows = [[row[0], *[""] * len(CODES)] for row in handed.answer_rows]
    handed.write_answers()
    assert refused(handed) == ["antwoorden.csv: er staat geen enkel antwoord in."]


def test_a_name_of_three_hundred_signs(tmp_path: Path, handing: Callable[..., Any]) -> None:
    (line,) = refused(handing(tmp_path, [("Zeer" * 75, 6)]))
    assert line.startswith("teams.csv, rij 2, kolom team: de naam «ZeerZeer") and "300" in line


def test_faults_in_all_files_are_told_together(handed: Any) -> None:
    for name, header in (("vragen.csv", "code"), ("wijken.csv", "iets"), ("aanbod.csv", "titel")):
        (handed.folder / name).write_text(f"{header},twee\n1,2\n", encoding="utf-8")
    handed.teams.write_text("team\nNoord\n", encoding="utf-8")
    lines = refused(
        handed,
        *("--instrument", handed.folder / "vragen.csv"),
        *("--districts", handed.folder / "wijken.csv"),
        *("--offers", handed.folder / "aanbod.csv"),
    )
    named = [line.split(",")[0].split(":")[0] for line in lines]
    assert set(named) == {"teams.csv", "vragen.csv", "wijken.csv", "aanbod.csv"}
    assert len(lines) == len(set(lines))


def test_what_was_in_the_folder_stays_when_the_files_are_refused(handed: Any) -> None:
    handed.out.mkdir()
    (handed.out / "stad.pdf").write_text("van vorig jaar")
    handed.answer_rows[0][1] = "7"
    handed.write_answers()
    assert handed.loop().code == 2
    assert [path.name for path in handed.out.iterdir()] == ["stad.pdf"]
    assert (handed.out / "stad.pdf").read_text() == "van vorig jaar"


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_lands_when_writing_breaks_off_half_way(handed: Any, is_there: bool) -> None:
    if is_there:
        handed.out.mkdir()
        (handed.out / "stad.pdf").write_text("van vorig jaar")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, before[1]))  # a programme fits, no paper
    try:
        done = handed.loop()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.code == 2
    assert done.lines == [
        f"--out: in «{handed.out}» kan niets komen te staan: zo'n groot bestand mag hier niet."
    ]
    left = {path.name for path in handed.folder.rglob("*") if path.suffix != ".csv"}
    assert left == ({"uit", "stad.pdf"} if is_there else set())


def test_a_file_in_place_of_the_folder(handed: Any) -> None:
    handed.out.write_text("een brief")
    done = handed.loop()
    assert (done.code, done.lines) == (2, [f"--out: «{handed.out}» is een bestand; geef een map."])
    assert handed.out.read_text() == "een brief"


def test_a_budget_that_cannot_be(handed: Any) -> None:
    assert refused(handed, "--budget", "-1") == ["--budget: een budget is 0 euro of meer."]
    assert refused(handed, "--budget", "veel")[-1].endswith("'veel' is geen geldige waarde")
