"""Lists of people as they come: pasted, from a mail program, from a spreadsheet."""

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.attendance.people_lines import Asked, read_lines, read_people


@pytest.mark.parametrize(
    "line",
    [
        "Ilse de Wit, ilse@wal.example, De Wal",
        "Ilse de Wit;Ilse@Wal.example;De Wal",
        "Ilse de Wit\tilse@wal.example\tDe Wal",
        '"Ilse de Wit" <ilse@wal.example>, De Wal',
    ],
)
def test_a_line_is_read_however_it_is_separated(line: str) -> None:
    assert read_lines(line).people == (Asked("Ilse de Wit", "ilse@wal.example", "De Wal"),)


def test_a_bare_address_is_enough_and_a_header_and_empty_lines_are_passed_over() -> None:
    found = read_lines("naam, e-mailadres, organisatie\n\nbo@wal.example\n")
    assert found.people == (Asked("bo", "bo@wal.example"),)


def test_a_surname_after_a_comma_stays_with_the_name() -> None:
    assert read_lines("Wit, Ilse; ilse@wal.example").people[0].name == "Wit, Ilse"


def test_who_stands_there_twice_is_named_and_invited_once() -> None:
    found = read_lines("Ilse, i@wal.example\nBo, bo@wal.example\nIlse W., I@wal.example, De Wal")
    assert found.people[0] == Asked("Ilse", "i@wal.example", "De Wal")
    assert len(found.people) == 2
    assert found.notes == (
        "Rij 1 en 3 hebben hetzelfde adres (i@wal.example). We nodigen één keer uit, als Ilse.",
    )


def test_one_wrong_line_takes_nobody_in_and_every_fault_is_named() -> None:
    with pytest.raises(BadTable) as caught:
        read_lines("Ilse, i@wal.example\nBo, bo(at)wal.example\nKim\n" + "n" * 130 + ",k@wal.nl")
    assert [str(fault) for fault in caught.value.faults] == [
        "je lijst, rij 2, kolom e-mailadres: «bo(at)wal.example» is geen e-mailadres.",
        "je lijst, rij 3, kolom e-mailadres: «kim» is geen e-mailadres.",
        "je lijst, rij 4, kolom naam: dit is langer dan 120 tekens.",
    ]


def test_an_empty_list_and_one_that_is_too_long_are_refused() -> None:
    with pytest.raises(BadTable, match="er staat niemand in"):
        read_lines(" \n\n")
    with pytest.raises(BadTable, match="meer dan 1000 regels"):
        read_lines("\n".join(f"p{n}@wal.example" for n in range(1002)))


def test_a_file_may_have_its_columns_in_any_order_and_others_beside_them() -> None:
    data = b"Organisatie;telefoon;E-mail;Naam\nDe Wal;06;Ilse@wal.example;Ilse\n"
    found = read_people(read_table(data, "lijst.csv"))
    assert found.people == (Asked("Ilse", "ilse@wal.example", "De Wal"),)


def test_a_file_without_addresses_says_which_columns_it_has() -> None:
    table = read_table(b"naam;plaats\nIlse;Delft\n", "lijst.csv")
    with pytest.raises(BadTable, match=r"lijst.csv, kolom e-mailadres.*«naam», «plaats»"):
        read_people(table)
