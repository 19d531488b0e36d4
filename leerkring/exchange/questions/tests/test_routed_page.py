"""«Vragen aan jou» says of somebody only what holds for them."""

from collections.abc import Callable

import pytest
from django.test import Client

from leerkring.network.circles.models import Role
from leerkring.network.people.models import Person

pytestmark = pytest.mark.django_db
Make = Callable[..., Person]


def test_who_chose_nothing_is_led_to_the_profile(
    person: Make, expert: Make, joined: Make, browser_of: Callable[[Person], Client]
) -> None:
    def page(who: Person) -> str:
        return browser_of(who).get("/vragen/aan-mij/").content.decode()

    newcomer = page(person("Nieuw"))
    assert "Je gaf aan" not in newcomer
    assert 'href="/deelnemers/ik/">Kies waar je veel van weet</a>' in newcomer
    assert "voor een ander" not in newcomer
    assert "Je gaf aan waar je veel van weet." in page(expert("Kenner"))
    assert "Vragen die je voor een ander kunt plaatsen" in page(
        joined(person("Gids"), Role.FACILITATOR)
    )
