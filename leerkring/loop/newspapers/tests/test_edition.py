"""An edition: begun, edited, agreed with."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError

from leerkring.loop.newspapers.actions import approve, begin_edition, edit, publish
from leerkring.loop.newspapers.editing import Change
from leerkring.loop.newspapers.models import Approval, Article, Edition
from leerkring.loop.newspapers.queries import (
    agreed_audiences,
    captured,
    changes_in,
    composed,
    holding_approvals,
)
from leerkring.loop.newspapers.rules import may_approve, may_edit, may_publish
from leerkring.loop.programmes.models import Participation
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import add_quote
from leerkring.practice.scans.results import Audience

Team = Callable[[str], Participation]
Write = Callable[..., None]
Named = Callable[[str], Person]


def agreed(edition: Edition) -> set[str]:
    return {approval.audience for approval in holding_approvals(edition, composed(edition))}


def test_beginning_twice_is_one_edition(team: Team) -> None:
    first = begin_edition(team("noord"))
    assert begin_edition(team("noord")) == first
    assert first.number == 1


def test_after_one_is_out_the_next_gets_the_next_number(edition: Edition, team: Team) -> None:
    approve(edition, audience=Audience.TEAM, by=None)
    publish(edition, audience=Audience.TEAM, by=None)
    following = begin_edition(team("noord"))
    assert following.number == 2
    assert begin_edition(team("noord")) == following
    assert begin_edition(team("oost")).number == 1


def test_each_number_exists_once(edition: Edition) -> None:
    with pytest.raises(IntegrityError):
        Edition.objects.create(
            programme=edition.programme, participation=edition.participation, number=1
        )


def test_it_is_dated_on_the_day_of_the_session(edition: Edition) -> None:
    assert edition.dated.isoformat() == "2026-10-06"


def test_without_changes_the_paper_is_what_was_captured(edition: Edition) -> None:
    assert composed(edition) == captured(edition)
    assert composed(edition).lead.headline == "Wij willen één gezicht voor elk gezin"


def test_an_edit_changes_the_paper_and_the_rest_stays_what_was_captured(
    edition: Edition, write: Write
) -> None:
    edit(edition, {"wij-willen": Change(headline="Eén gezicht"), "ik-waar": Change()})
    assert [article.slot for article in edition.articles.all()] == ["wij-willen"]
    lead = composed(edition).lead
    assert lead.headline == "Eén gezicht"
    assert lead.text == captured(edition).lead.text
    write(edition.participation.session, "Iets heel anders. En meer.", "ik-waar")
    assert "En meer." in composed(edition).as_json()


def test_a_new_edit_comes_instead_of_the_one_before(edition: Edition) -> None:
    edit(edition, {"wij-willen": Change(headline="Eén gezicht")})
    edit(edition, {"ik-waar": Change(left_out=True)})
    assert changes_in(edition) == {"ik-waar": Change(left_out=True)}


def test_what_is_left_out_is_not_in_the_paper(edition: Edition) -> None:
    edit(edition, {"ik-waar": Change(left_out=True)})
    assert "kop thee" in captured(edition).as_json()
    assert "kop thee" not in composed(edition).as_json()


def test_a_place_is_changed_once(edition: Edition) -> None:
    Article.objects.create(edition=edition, slot="lead")
    with pytest.raises(IntegrityError):
        Article.objects.create(edition=edition, slot="lead")


def test_agreeing_twice_is_one_agreement_by_who_was_last(edition: Edition, person: Named) -> None:
    approve(edition, audience=Audience.TEAM, by=person("Lid Noord"))
    approve(edition, audience=Audience.TEAM, by=person("Nog een lid"))
    assert Approval.objects.get().by == person("Nog een lid")
    assert agreed(edition) == {"team"}


def test_an_edit_takes_the_agreement_back(edition: Edition) -> None:
    approve(edition, audience=Audience.PUBLIC, by=None)
    edit(edition, {"wij-willen": Change(headline="Eén gezicht")})
    assert not edition.approvals.exists()


def test_what_is_captured_later_takes_the_agreement_back_too(
    edition: Edition, write: Write
) -> None:
    session = edition.participation.session
    approve(edition, audience=Audience.PUBLIC, by=None)
    quote = add_quote(session, entry_id=uuid4(), text="Dit nog.", speaker="")
    assert agreed(edition) == set()
    quote.delete()
    assert agreed(edition) == {"openbaar"}
    write(session, "Iets heel anders.", "wijk-plek")
    assert agreed(edition) == set()
    approve(edition, audience=Audience.PUBLIC, by=None)
    assert agreed(edition) == {"openbaar"}


def test_an_agreement_for_everyone_covers_the_team_and_not_the_other_way(
    edition: Edition,
) -> None:
    approve(edition, audience=Audience.TEAM, by=None)
    assert agreed_audiences(edition) == {"team"}
    edition.approvals.all().delete()
    approve(edition, audience=Audience.PUBLIC, by=None)
    assert agreed_audiences(edition) == {"team", "openbaar"}


@pytest.mark.parametrize(
    ("name", "edits", "agrees", "publishes"),
    [
        ("Lid Noord", True, True, False),
        ("Leider Noord", True, False, True),
        ("Coördinator", True, False, True),
        ("Lid Oost", False, False, False),
        ("Leider Oost", False, False, False),
    ],
)
def test_who_may_do_what(
    edition: Edition, person: Named, name: str, edits: bool, agrees: bool, publishes: bool
) -> None:
    someone = person(name)
    assert may_edit(someone, edition) is edits
    assert may_approve(someone, edition) is agrees
    assert may_publish(someone, edition, Audience.TEAM) is publishes
