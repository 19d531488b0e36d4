"""What the tables of people and places refuse."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from leerkring.network.people.models import District, Municipality, Organisation, Person, Team


def test_a_mail_address_is_one_account_whatever_its_capitals(db: None) -> None:
    Person.objects.create_user("Noor@Voorbeeld.NL")
    assert Person.objects.get().email == "noor@voorbeeld.nl"
    with pytest.raises(IntegrityError):
        Person.objects.create_user("NOOR@voorbeeld.nl")


def test_an_account_without_a_password_has_none_that_fits(person: Callable[..., Person]) -> None:
    noor = person()
    assert not noor.has_usable_password()
    assert not noor.check_password("")


def test_a_person_without_a_name_is_called_by_the_mail_address(db: None) -> None:
    assert str(Person.objects.create_user("noor@voorbeeld.nl")) == "noor@voorbeeld.nl"


@pytest.mark.parametrize("model", [Organisation, Municipality])
def test_a_name_is_given_once_whatever_its_capitals(db: None, model: type) -> None:
    model.objects.create(name="Dichtbij", slug="dichtbij")
    with pytest.raises(IntegrityError):
        model.objects.create(name="DICHTBIJ", slug="een-andere")


def test_a_team_is_named_once_in_its_municipality(team: Callable[..., Team]) -> None:
    noord = team()
    team("Noord", "Waterdam")
    noord.pk, noord.slug, noord.name = None, "een-andere", "NOORD"
    with pytest.raises(IntegrityError):
        noord.save()


def test_a_cbs_code_is_one_district_and_an_empty_code_any_number(
    municipality: Callable[..., Municipality],
) -> None:
    town = municipality()
    for name in ("Oost", "West"):
        District.objects.create(code="", name=name, municipality=town)
    District.objects.create(code="WK000101", name="Oost", municipality=town)
    with pytest.raises(IntegrityError):
        District.objects.create(code="WK000101", name="West", municipality=town)
