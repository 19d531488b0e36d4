import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.network.people.team_files import TeamRow, read_teams

HEADER = "team,organisatie,wijk,gemeente,leden\n"


def teams_of(*lines, header=HEADER):
    return read_teams(read_table((header + "\n".join(lines)).encode(), "teams.csv"))


def faults_of(*lines, header=HEADER):
    with pytest.raises(BadTable) as caught:
        teams_of(*lines, header=header)
    return [str(fault) for fault in caught.value.faults]


def test_teams_are_read_with_their_place_and_size():
    assert teams_of("Zuid,De  Brug,wk0599MA,Rotterdam,8", "", "Noord,De Brug,,Rotterdam,") == (
        TeamRow("Zuid", "De Brug", "WK0599MA", "Rotterdam", 8, 2),
        TeamRow("Noord", "De Brug", "", "Rotterdam", None, 4),
    )


def test_a_district_may_be_named_in_words():
    assert teams_of("Zuid,B,Hoek van Holland,Rotterdam,8")[0].district == "Hoek van Holland"


def test_the_order_and_capitals_of_columns_do_not_matter():
    (team,) = teams_of("4;R;B;Zuid;", header="Leden;Gemeente;Organisatie;TEAM;Wijk\n")
    assert team == TeamRow("Zuid", "B", "", "R", 4, 2)


@pytest.mark.parametrize("name", ["=cmd()", "../../x", "-1+1", "Ömer 👩‍👧", "CON", "x" * 120])
def test_an_odd_name_is_a_name(name):
    assert teams_of(f"{name},B,,R,5")[0].name == name


def test_a_name_of_300_characters_is_refused():
    assert faults_of(f"{'x' * 300},B,,R,5") == [
        f"teams.csv, rij 2, kolom team: de naam «{'x' * 39}…» is te lang: 300 tekens; "
        "hoogstens 120 mag."
    ]


def test_a_hidden_control_sign_is_refused():
    assert "stuurteken" in faults_of("Zu\x07id,B,,R,5")[0]
    assert "stuurteken" in faults_of("Zuid,B,Wi\u202ejk,R,5")[0]


def test_a_team_named_twice_in_one_municipality_is_refused_whatever_its_capitals():
    assert faults_of("Zuid,B,,R,5", "Noord,B,,R,5", "ZUID ,C,,r,6") == [
        "teams.csv, rij 4, kolom team: team «ZUID» staat al in rij 2, in dezelfde gemeente."
    ]
    assert len(teams_of("Zuid,B,,Rotterdam,5", "Zuid,B,,Utrecht,5")) == 2


@pytest.mark.parametrize("column", ["team", "organisatie", "wijk", "gemeente", "leden"])
def test_a_missing_column_is_named(column):
    header = HEADER.replace(column, "anders")
    (fault,) = faults_of("Zuid,B,,R,5", header=header)
    assert fault.startswith(f"teams.csv, kolom {column}: deze kolom ontbreekt.")


def test_every_fault_is_told_at_once():
    faults = faults_of(",B,,R,5", "Noord,,,R,vijf", "Oost,B,,,0", "West,B,,R,501", "Q,B,,R,4.5")
    assert [fault.split(": ")[0] for fault in faults] == [
        "teams.csv, rij 2, kolom team",
        "teams.csv, rij 3, kolom organisatie",
        "teams.csv, rij 3, kolom leden",
        "teams.csv, rij 4, kolom gemeente",
        "teams.csv, rij 4, kolom leden",
        "teams.csv, rij 5, kolom leden",
        "teams.csv, rij 6, kolom leden",
    ]
    assert faults[2].endswith("«vijf» is geen heel getal.")
