"""A team agrees with the paper it has seen, and with no other."""

from uuid import uuid4

import pytest

from leerkring.loop.newspapers.actions import (
    NotAgreed,
    NothingToRead,
    approve,
    edit,
    publish,
    publish_city_paper,
)
from leerkring.loop.newspapers.editing import Change
from leerkring.loop.newspapers.models import Edition
from leerkring.loop.newspapers.queries import agreed_audiences
from leerkring.practice.gatherings.actions import add_quote, save_note
from leerkring.practice.scans.results import Audience
from tests.cast import World


@pytest.fixture
def agreed(world: World) -> Edition:
    """The paper on the desk, with which its team agreed for everyone."""
    edition = world.editions["led"]
    approve(edition, audience=Audience.PUBLIC, by=None)
    return edition


def test_an_agreement_with_everyone_covers_the_team(agreed: Edition) -> None:
    assert agreed_audiences(agreed) == {"team", "openbaar"}


def test_a_note_that_changes_afterwards_asks_for_a_new_agreement(agreed: Edition) -> None:
    save_note(
        agreed.participation.session,
        question="wij-hoe",
        text="Toch nog iets heel anders.",
        base=0,
        save_id=uuid4(),
        by=None,
    )
    assert agreed_audiences(agreed) == set()
    with pytest.raises(NotAgreed):
        publish(agreed, audience=Audience.PUBLIC, by=None)
    assert not agreed.publications.exists()


def test_a_quote_that_comes_afterwards_asks_for_a_new_agreement(agreed: Edition) -> None:
    add_quote(agreed.participation.session, entry_id=uuid4(), text="Nog een stem.", speaker="")
    assert agreed_audiences(agreed) == set()


def test_an_edit_asks_for_a_new_agreement_and_agreeing_again_is_enough(agreed: Edition) -> None:
    edit(agreed, {"wij-hoe": Change(headline="Anders")})
    assert agreed_audiences(agreed) == set()
    approve(agreed, audience=Audience.TEAM, by=None)
    assert agreed_audiences(agreed) == {"team"}


def test_there_is_no_city_paper_without_a_paper_for_everyone(world: World) -> None:
    with pytest.raises(NothingToRead):
        publish_city_paper(world.waiting, audience=Audience.PUBLIC, by=None)
    assert not world.waiting.editions.exists()
