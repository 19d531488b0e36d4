"""All the names of a theme, and what becomes of addresses."""

import pytest
from django.core.exceptions import ValidationError

from leerkring.network.people.models import Person
from leerkring.network.themes.actions import (
    add_starters,
    add_theme,
    describe,
    follow,
    merge,
    rename,
)
from leerkring.network.themes.models import Theme
from leerkring.network.themes.queries import followers_of, theme_at, theme_named
from leerkring.network.themes.registry import relinkers
from leerkring.network.themes.starter import STARTER_THEMES

pytestmark = pytest.mark.django_db


@pytest.fixture
def schulden() -> Theme:
    return add_theme("Schulden", synonyms=["Armoede", "Geldzorgen"], by=None)


@pytest.fixture
def school() -> Theme:
    return add_theme("Jeugd en school", by=None)


@pytest.mark.parametrize("text", ["Schulden", "  schulden ", "ARMOEDE", "geldzorgen"])
def test_a_theme_is_found_by_any_of_its_names(schulden: Theme, text: str) -> None:
    assert theme_named(text) == schulden


def test_an_unknown_name_finds_nothing(schulden: Theme) -> None:
    assert theme_named("schuld") is None


@pytest.mark.parametrize("name", ["armoede", "SCHULDEN"])
def test_a_name_leads_to_one_theme_only(schulden: Theme, name: str) -> None:
    with pytest.raises(ValidationError, match="hoort al bij het thema «Schulden»"):
        add_theme(name, by=None)
    with pytest.raises(ValidationError, match="hoort al bij"):
        add_theme("Iets anders", synonyms=[name], by=None)
    assert Theme.objects.count() == 1


def test_the_same_word_twice_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(ValidationError, match="twee keer"):
        add_theme("Preventie", synonyms=["Voorkomen", "voorkomen"], by=None)
    assert not Theme.objects.exists()


def test_a_renamed_theme_keeps_its_old_name_and_address(schulden: Theme) -> None:
    rename(schulden, "Rondkomen", by=None)
    for slug in ("schulden", "rondkomen", "armoede"):
        assert theme_at(slug).slug == "rondkomen"
    assert theme_named("schulden").name == "Rondkomen"


def test_a_theme_takes_back_a_name_it_had(schulden: Theme) -> None:
    rename(schulden, "Rondkomen", by=None)
    back = rename(schulden, "Schulden", by=None)
    assert (back.name, back.slug) == ("Schulden", "schulden")
    assert theme_named("Rondkomen") == schulden


def test_a_theme_can_be_called_by_its_synonym(schulden: Theme) -> None:
    assert rename(schulden, "Armoede", by=None).slug == "armoede"
    assert "Armoede" not in Theme.objects.get().synonyms


def test_another_spelling_keeps_the_address(schulden: Theme) -> None:
    assert rename(schulden, "SCHULDEN", by=None).slug == "schulden"


def test_a_theme_never_takes_an_address_that_means_something_else() -> None:
    assert add_theme("Beheer", by=None).slug != "beheer"
    assert add_theme("Zuid", by=None).slug == "zuid"
    assert add_theme("Zuid!", by=None).slug == "zuid-2"


def test_synonyms_come_and_go_and_former_names_stay(schulden: Theme) -> None:
    rename(schulden, "Rondkomen", by=None)
    describe(schulden, description="Geld.", synonyms=["Geldzorgen", "Bestaan"], by=None)
    assert theme_named("armoede") is None
    assert theme_named("bestaan") == theme_named("geldzorgen") == theme_named("schulden")
    assert Theme.objects.get().synonyms == ["Bestaan", "Geldzorgen"]


def test_a_merged_theme_hands_over_names_addresses_and_followers(
    schulden: Theme, school: Theme
) -> None:
    both, one = (Person.objects.create_user(f"{n}@voorbeeld.invalid") for n in "ab")
    follow(schulden, person=both)
    follow(school, person=both)
    follow(schulden, person=one)
    merge(schulden, into=school, by=None)
    assert theme_at("schulden") == theme_at("armoede") == theme_named("Schulden") == school
    assert followers_of([school.pk]) == {both.pk, one.pk}
    assert followers_of([schulden.pk]) == set()
    assert list(Theme.objects.current()) == [school]


def test_a_chain_of_merges_ends_at_the_living_theme(schulden: Theme, school: Theme) -> None:
    third = add_theme("Preventie", by=None)
    merge(schulden, into=school, by=None)
    merge(school, into=third, by=None)
    assert theme_at("schulden") == third
    schulden.refresh_from_db()
    assert schulden.merged_into == third


def test_what_is_merged_cannot_be_merged_again_or_renamed(schulden: Theme, school: Theme) -> None:
    merge(schulden, into=school, by=None)
    for act in (
        lambda: merge(schulden, into=school, by=None),
        lambda: merge(school, into=schulden, by=None),
        lambda: merge(school, into=school, by=None),
        lambda: rename(schulden, "Anders", by=None),
    ):
        with pytest.raises(ValidationError):
            act()


def test_the_rooms_above_move_their_links(schulden: Theme, school: Theme) -> None:
    assert {relink.__name__ for relink in relinkers()} >= {"relink_themes", "relink_expertise"}


def test_the_starters_can_be_added_twice() -> None:
    first = add_starters(STARTER_THEMES)
    assert len(first) == 16
    assert add_starters(STARTER_THEMES) == first
    assert theme_named("buurtteam").name == "Positionering van het wijkteam"
