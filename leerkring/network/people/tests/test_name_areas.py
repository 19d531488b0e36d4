"""Areas get their names from a CBS file."""

from collections.abc import Callable

from leerkring.network.people.actions import (
    NamedArea,
    district_of,
    municipality_named,
    name_areas,
)
from leerkring.network.people.models import District, Municipality

Town = Callable[..., Municipality]


def test_a_municipality_that_is_there_by_name_gets_its_code(municipality: Town) -> None:
    known = municipality("Merestad")
    name_areas([NamedArea("GM0001", "merestad", "")])
    known.refresh_from_db()
    assert (known.name, known.code) == ("Merestad", "GM0001")


def test_a_municipality_that_is_there_by_code_is_not_doubled(municipality: Town) -> None:
    municipality("Merestad", "GM0001")
    name_areas([NamedArea("GM0001", "Merestad (gemeente)", "")])
    assert Municipality.objects.count() == 1


def test_a_municipality_known_only_by_its_code_gets_its_name(db: None) -> None:
    made = municipality_named("gm0001")
    assert (made.name, made.code) == ("GM0001", "GM0001")
    name_areas([NamedArea("GM0001", "Merestad", "")])
    assert municipality_named("Merestad") == municipality_named("GM0001") == made


def test_a_name_that_another_municipality_has_is_not_taken(municipality: Town) -> None:
    municipality("Merestad")
    municipality_named("GM0001")
    name_areas([NamedArea("GM0001", "Merestad", "")])
    assert sorted(town.name for town in Municipality.objects.all()) == ["GM0001", "Merestad"]


def test_a_district_known_only_by_its_code_gets_its_name(municipality: Town) -> None:
    town = municipality()
    made = district_of("WK000101", town)
    name_areas([NamedArea("WK000101", "Havenkwartier", "Merestad")])
    made.refresh_from_db()
    assert (made.name, made.municipality) == ("Havenkwartier", town)


def test_a_new_district_comes_with_its_municipality(db: None) -> None:
    name_areas([NamedArea("BU00010101", "Oude Haven", "Merestad")])
    made = District.objects.get()
    assert (made.code, made.municipality.name) == ("BU00010101", "Merestad")


def test_a_district_without_a_municipality_is_left_for_later(db: None) -> None:
    name_areas([NamedArea("WK000101", "Havenkwartier", "")])
    assert not District.objects.exists()
