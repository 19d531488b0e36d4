"""Which district somebody means: by its code, by its name in the town, or a new one."""

from collections.abc import Callable

import pytest

from leerkring.network.people.actions import district_of
from leerkring.network.people.models import District, Municipality

Town = Callable[..., Municipality]


def test_no_text_is_no_district(municipality: Town) -> None:
    assert district_of("", municipality()) is None
    assert not District.objects.exists()


def test_a_known_code_finds_the_district_whatever_its_capitals(municipality: Town) -> None:
    town = municipality()
    known = District.objects.create(code="WK059902", name="Delfshaven", municipality=town)
    assert district_of("wk059902", town) == known


def test_a_known_name_finds_it_in_the_same_town_only(municipality: Town) -> None:
    here, there = municipality(), municipality("Waterdam")
    known = District.objects.create(code="WK000101", name="Centrum", municipality=here)
    assert district_of("centrum", here) == known
    elsewhere = district_of("Centrum", there)
    assert elsewhere != known
    assert elsewhere.municipality == there


def test_a_name_of_both_a_wijk_and_a_buurt_means_the_wijk(municipality: Town) -> None:
    town = municipality()
    for code in ("BU00010100", "WK000101", ""):
        District.objects.create(code=code, name="Centrum", municipality=town)
    assert district_of("Centrum", town).code == "WK000101"


def test_an_unknown_code_is_kept_as_code_and_for_now_as_name(municipality: Town) -> None:
    new = district_of("WK0599AB", municipality())
    assert (new.code, new.name) == ("WK0599AB", "WK0599AB")


@pytest.mark.parametrize("name", ["Buitenhof", "Buitenhof-Zuid en omgeving", "Wkoek", "BU-buurt"])
def test_a_name_that_begins_like_a_code_is_a_name(municipality: Town, name: str) -> None:
    town = municipality()
    new = district_of(name, town)
    assert (new.code, new.name) == ("", name)
    assert district_of(name.upper(), town) == new
