"""The files of a coordinator are read together: all or nothing, every fault at once."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from leerkring.foundation.tables.faults import BadTable
from leerkring.loop.programmes.intake import Intake, places_of, units_of
from leerkring.practice.scans.results import UnitKind

Read = Callable[..., Intake]
Teams = Callable[..., str]
Answers = Callable[..., str]


def faults_of(read: Read, **files: str | bytes) -> list[str]:
    with pytest.raises(BadTable) as caught:
        read(**files)
    return [str(fault) for fault in caught.value.faults]


def test_good_files_give_teams_answers_and_slugs_in_the_same_order(read: Read) -> None:
    intake = read()
    assert [team.name for team in intake.teams] == ["Noord", "Oost", "Zuid"]
    assert intake.slugs == intake.answers.teams == ("noord", "oost", "zuid")
    assert [int((intake.answers.team == n).sum()) for n in range(3)] == [12, 7, 4]
    assert intake.instrument.codes == ("IK1", "IK2", "WIJ1", "WIJ2", "WK1", "WK2")
    assert intake.figures is None


def test_the_faults_of_all_files_are_told_at_once(read: Read) -> None:
    faults = faults_of(
        read,
        teams="team,organisatie,wijk,gemeente,leden\nNoord,,,Merestad,veel\n",
        instrument="code,dimensie\nIK1,Ik\n",
        districts="Codering\nWK000101\n",
    )
    told = {fault.split(",")[0].split(":")[0] for fault in faults}
    assert told == {"teams.csv", "instrument.csv", "districts.csv"}


def test_the_faults_of_teams_and_answers_are_told_at_once_where_that_can_be(
    read: Read, teams_csv: Teams
) -> None:
    faults = faults_of(read, answers="team,IK1\nNergens,9\n", districts="Codering\nWK000101\n")
    assert any(fault.startswith("answers.csv") for fault in faults)
    assert any(fault.startswith("districts.csv") for fault in faults)


def test_an_unknown_team_is_named_with_its_row(read: Read, answers_csv: Answers) -> None:
    faults = faults_of(read, answers=answers_csv({"Noord": 1, "Noordd": 1}))
    assert len(faults) == 1
    assert faults[0].startswith("answers.csv, rij 3, kolom team")
    assert "«Noordd»" in faults[0]
    assert "Bedoel je «Noord»?" in faults[0]


def test_a_team_twice_is_refused(read: Read, teams_csv: Teams) -> None:
    (fault,) = faults_of(read, teams=teams_csv("Noord", "Oost", "Zuid", "NOORD "))
    assert fault.startswith("teams.csv, rij 5, kolom team")


@pytest.mark.parametrize(
    ("cells", "row", "column"),
    [
        ("Noord,7,1,1,1,1,1", 2, "IK1"),
        ("Noord,1,drie,1,1,1,1", 2, "IK2"),
        ("Noord,1,1,1,1", 2, None),
        ('Noord,1,1,1,1,1,1\n"Noord",1,1,1,1,1,0', 3, "WK2"),
    ],
)
def test_a_wrong_cell_is_named_with_row_and_column(
    read: Read, cells: str, row: int, column: str | None
) -> None:
    (fault,) = faults_of(read, answers=f"team,IK1,IK2,WIJ1,WIJ2,WK1,WK2\n{cells}\n")
    place = f"answers.csv, rij {row}" + (f", kolom {column}" if column else "")
    assert fault.startswith(f"{place}: ")


@pytest.mark.parametrize("column", ["team", "IK1", "WK2"])
def test_a_missing_column_is_named(read: Read, answers_csv: Answers, column: str) -> None:
    answers = answers_csv({"Noord": 2}).replace(column, "iets", 1)
    (fault,) = faults_of(read, answers=answers)
    assert fault.startswith(f"answers.csv, kolom {column}: ")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_a_spreadsheet_writes_is_read(
    read: Read, teams_csv: Teams, answers_csv: Answers, encoding: str, separator: str
) -> None:
    teams = teams_csv("Zuid-Österweg", "Café Noord").replace(",", separator)
    answers = answers_csv({"Zuid-Österweg": 6, "Café Noord": 6}, separator=separator)
    intake = read(teams=teams.encode(encoding), answers=answers.encode(encoding))
    assert [team.name for team in intake.teams] == ["Zuid-Österweg", "Café Noord"]
    assert len(intake.answers) == 12


@pytest.mark.parametrize("file", ["teams", "answers", "instrument"])
@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused_by_name(read: Read, file: str, content: bytes) -> None:
    faults = faults_of(read, **{file: content})
    assert any(fault.startswith(f"{file}.csv: ") for fault in faults)


def test_a_formula_without_a_result_is_refused_with_its_cell(
    read: Read, answers_csv: Answers
) -> None:
    book = Workbook()
    for line in answers_csv({"Noord": 3}).splitlines():
        book.active.append([cell.strip('"') for cell in line.split(",")])
    book.active["C3"] = "=SUM(1;1)"
    out = io.BytesIO()
    book.save(out)
    (fault,) = faults_of(read, answers=out.getvalue())
    assert "rij 3" in fault
    assert "formule" in fault


def test_a_workbook_is_read(read: Read, answers_csv: Answers) -> None:
    book = Workbook()
    for line in answers_csv({"Noord": 6}).splitlines():
        cells = [cell.strip('"') for cell in line.split(",")]
        book.active.append([int(cell) if cell.isdigit() else cell for cell in cells])
    out = io.BytesIO()
    book.save(out)
    assert len(read(answers=out.getvalue()).answers) == 6


def test_a_name_of_three_hundred_characters_is_refused(read: Read, teams_csv: Teams) -> None:
    (fault,) = faults_of(read, teams=teams_csv("Noord", "Oost", "Zuid", "a" * 300))
    assert fault.startswith("teams.csv, rij 5, kolom team")
    assert len(fault) < 250


def test_no_answer_at_all_is_refused(read: Read) -> None:
    header = "team,IK1,IK2,WIJ1,WIJ2,WK1,WK2\n"
    for answers in (header, f"{header}Noord,,,,,,\n"):
        (fault,) = faults_of(read, answers=answers)
        assert fault.startswith("answers.csv: ")


def test_figures_without_a_period_are_refused(read: Read) -> None:
    (fault,) = faults_of(read, districts="Codering,AantalInwoners\nWK000101,12480\n")
    assert fault.startswith("districts.csv: ")
    assert "periode" in fault


def test_figures_of_which_one_row_has_no_period_are_refused(read: Read) -> None:
    districts = "Codering,Perioden,AantalInwoners\nWK000101,2024,1\nWK000102,,2\n"
    (fault,) = faults_of(read, districts=districts)
    assert "periode" in fault


def test_names_that_differ_in_capitals_are_one_organisation_and_one_town(
    read: Read, teams_csv: Teams
) -> None:
    more = "Oost,DICHTBIJ,,merestad,12\nZuid,dichtbij,,MERESTAD,12\n"
    intake = read(teams=teams_csv("Noord") + more)
    units = units_of(intake)
    assert [u.kind for u in units].count(UnitKind.ORGANISATION) == 1
    assert [u.kind for u in units].count(UnitKind.MUNICIPALITY) == 1
    assert {place.organisation_name for place in places_of(intake.teams, intake.slugs)} == {
        "Dichtbij"
    }
