"""Who is asked, from a file: everything that can be wrong is said at once."""

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.answering.people_files import PersonRow, read_people

TEAMS = ("Wijkteam Noord", "Wijkteam Oost")


def read(text: str) -> tuple[PersonRow, ...]:
    return read_people(read_table(text.encode(), "mensen.csv"), TEAMS)


def faults(text: str) -> list[str]:
    with pytest.raises(BadTable) as refused:
        read(text)
    return [str(fault) for fault in refused.value.faults]


def test_a_team_and_an_address_a_row_and_nothing_else_is_taken_in() -> None:
    rows = read(
        "Naam;Team;E-mail\nNoor;wijkteam  NOORD;Noor@Voorbeeld.NL\nAd;Wijkteam Oost;a@b.nl\n"
    )
    assert rows == (
        PersonRow("Wijkteam Noord", "noor@voorbeeld.nl"),
        PersonRow("Wijkteam Oost", "a@b.nl"),
    )
    assert "Noor" not in repr(rows).replace("Noord", "")


@pytest.mark.parametrize("heading", ["e-mail", "email", "E-mailadres", "Mail"])
def test_the_column_of_addresses_has_several_names(heading: str) -> None:
    assert read(f"team,{heading}\nWijkteam Noord,a@b.nl\n")[0].email == "a@b.nl"


@pytest.mark.parametrize("text", ["team\nWijkteam Noord\n", "e-mail\na@b.nl\n", "naam\nx\n"])
def test_both_columns_are_needed(text: str) -> None:
    assert faults(text)


def test_all_faults_come_together_with_their_row_and_column() -> None:
    found = faults(
        "team,e-mail\n"
        "Wijkteam Nord,a@b.nl\n"
        "Wijkteam Noord,geen adres\n"
        "Wijkteam Noord,\n"
        "Wijkteam Oost,o@b.nl\n"
        "wijkteam oost,O@B.NL\n"
    )
    assert [line.split(":")[0] for line in found] == [
        "mensen.csv, rij 2, kolom team",
        "mensen.csv, rij 3, kolom e-mail",
        "mensen.csv, rij 4, kolom e-mail",
        "mensen.csv, rij 6, kolom e-mail",
    ]
    assert "Wijkteam Noord" in found[0]
    assert "rij 5" in found[3]


def test_one_person_may_work_in_two_teams() -> None:
    assert len(read("team,e-mail\nWijkteam Noord,a@b.nl\nWijkteam Oost,a@b.nl\n")) == 2


def test_an_address_longer_than_a_column_takes_is_refused() -> None:
    longest = f"{'a' * 60}@{'.'.join(['b' * 60] * 3)}.{'c' * 7}.nl"
    assert len(longest) == 254
    assert read(f"team,e-mail\nWijkteam Noord,{longest}\n")
    (fault,) = faults(f"team,e-mail\nWijkteam Noord,{longest.replace('.nl', 'c.nl')}\n")
    assert "geen e-mailadres" in fault
