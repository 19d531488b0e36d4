"""Going to another employer: the account stays, what belongs to the job stays behind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from leerkring.foundation.activity.models import Activity
from leerkring.network.people.actions import join_team, organisation_named
from leerkring.network.people.models import Municipality, Organisation, Team
from leerkring.network.profiles import registry
from leerkring.network.profiles.actions import change_employer
from leerkring.network.profiles.models import Profile

SINCE = date(2026, 11, 2)
PAGE = "/deelnemers/ik/werkgever/"


@dataclass
class Room:
    """Things that a room above keeps: who holds what, by number."""

    holders: dict[int, Any] = field(default_factory=dict)
    heirs: set[int] | None = None

    def things_of(self, person: Any) -> list["Thing"]:
        return [Thing(pk) for pk, holder in self.holders.items() if holder == person]

    def hand_to(self, thing: "Thing", other: Any) -> None:
        self.holders[thing.pk] = other


@dataclass(frozen=True)
class Thing:
    pk: int

    def __str__(self) -> str:
        return f"Werkgroep {self.pk}"


LABEL = "Werkgroepen van jou"


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    registry.register_handover(
        LABEL, made.things_of, made.hand_to, heirs=lambda thing: made.heirs or set()
    )
    yield made
    registry._handovers.pop(LABEL)


@pytest.fixture
def mover(profile: Callable[..., Profile]) -> Any:
    return profile("Noor").person


def a_team(name: str, organisation: Organisation) -> Team:
    town, _ = Municipality.objects.get_or_create(slug="merestad", defaults={"name": "Merestad"})
    slug = name.lower()
    return Team.objects.create(name=name, slug=slug, organisation=organisation, municipality=town)


def test_account_and_profile_stay_and_old_teams_close(mover: Any) -> None:
    old, new = organisation_named("Dichtbij"), organisation_named("Verderop")
    for team in (a_team("Noord", old), a_team("Zuid", new)):
        join_team(person=mover, team=team, since=date(2026, 1, 5))
    profile = change_employer(mover, to=new, since=SINCE, handovers={})
    assert (profile.person, profile.organisation) == (mover, new)
    assert [team.name for team in Team.objects.of(mover)] == ["Zuid"]
    assert mover.memberships.get(team__name="Noord").until == SINCE
    line = Activity.objects.get(verb="profiles.changed_employer")
    assert (line.by, line.about_id) == (mover, str(profile.pk))


def test_what_must_stay_goes_to_who_was_chosen(mover: Any, room: Room, profile: Any) -> None:
    heir = profile("Ali").person
    room.holders, room.heirs = {1: mover, 2: heir}, {heir.pk}
    given = {(LABEL, "1"): heir}
    change_employer(mover, to=None, since=SINCE, handovers=given)
    assert room.holders == {1: heir, 2: heir}


def test_without_an_heir_nothing_changes(mover: Any, room: Room, profile: Any) -> None:
    heir = profile("Ali").person
    room.holders, room.heirs = {1: mover}, {heir.pk}
    with pytest.raises(ValidationError, match="Werkgroep 1: kies wie dit overneemt"):
        change_employer(mover, to=None, since=SINCE, handovers={})
    assert Profile.objects.get(person=mover).organisation is not None


def test_nobody_gets_what_they_may_not_have(mover: Any, room: Room, profile: Any) -> None:
    hidden = profile("Bo", name_seen=0).person
    stranger = profile("Cas").person
    room.holders, room.heirs = {1: mover}, {hidden.pk}
    for wrong in (hidden, stranger, mover):
        with pytest.raises(ValidationError, match="kan dit niet overnemen"):
            change_employer(mover, to=None, since=SINCE, handovers={(LABEL, "1"): wrong})
    assert room.holders == {1: mover}


def test_what_nobody_can_take_over_holds_nobody_back(mover: Any, room: Room) -> None:
    room.holders = {1: mover}
    change_employer(mover, to=None, since=SINCE, handovers={})
    assert room.holders == {1: mover}


def test_the_same_employer_is_no_change(mover: Any) -> None:
    with pytest.raises(ValidationError, match="Daar werk je al"):
        change_employer(mover, to=mover.profile.organisation, since=SINCE, handovers={})


def test_the_page_has_a_checklist_and_does_it(
    mover: Any, room: Room, profile: Any, browser_of: Callable[[Any], Client]
) -> None:
    heir = profile("Ali").person
    room.holders, room.heirs = {1: mover}, {heir.pk}
    browser = browser_of(mover)
    shown = browser.get(PAGE).content.decode()
    assert LABEL in shown and "Werkgroep 1" in shown and "Ali" in shown
    sent = {"organisation": "Verderop", "since": "2026-11-02"}
    assert browser.post(PAGE, sent).status_code == 422
    assert browser.post(PAGE, {**sent, "overdracht-0-1": str(heir.pk)}).status_code == 302
    assert room.holders == {1: heir}
    assert str(Profile.objects.get(person=mover).organisation) == "Verderop"


@pytest.mark.parametrize(
    "wrong",
    [{"since": "2999-01-01"}, {"since": ""}, {"since": "x"}, {"organisation": "dichtbij"}],
)
def test_a_wrong_date_or_the_same_organisation_is_refused(
    wrong: dict[str, str], mover: Any, browser_of: Callable[[Any], Client]
) -> None:
    sent = {"organisation": "Verderop", "since": "2026-11-02", **wrong}
    assert browser_of(mover).post(PAGE, sent).status_code == 422
    assert not Organisation.objects.filter(name="Verderop").exists()
