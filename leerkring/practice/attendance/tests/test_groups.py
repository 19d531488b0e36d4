"""Mixed groups of a meeting: bounds in words, wishes, pins, memory, and who stays away."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.entry_actions import accept
from leerkring.network.circles.entry_actions import invite as invite_to_circle
from leerkring.practice.attendance.acquaintance_queries import SMALL
from leerkring.practice.attendance.group_actions import (
    make_groups,
    renew_groups,
    show_groups,
    told_of,
    wish,
)
from leerkring.practice.attendance.group_queries import own_tables, seats_of, who_sit, wishes_for
from leerkring.practice.attendance.models import Grouping, Seat
from leerkring.practice.attendance.presence_actions import tap, walk_in
from leerkring.practice.attendance.tests.conftest import (
    a_meeting,
    ask,
    ask_people,
    crowd,
    says,
    someone,
)
from leerkring.practice.meetings.library import library
from leerkring.practice.meetings.models import Block, Cancellation, Invitation, Meeting, Strand

pytestmark = pytest.mark.django_db


def tables_of(grouping: Grouping) -> list[list[set[str]]]:
    return [
        [{seat.invitation.name for seat in table} for table in tables]
        for tables in seats_of(grouping).values()
    ]


def made(meeting: Any, tables: int, rounds: int) -> Grouping:
    return make_groups(meeting, tables=tables, rounds=rounds, by=None)


def test_nobody_sits_with_a_colleague_or_with_the_same_person_twice() -> None:
    meeting = a_meeting()
    crowd(meeting, Wal=4, Kade=4, Brug=4, Sluis=4)
    grouping = made(meeting, 4, 3)
    assert grouping.words[:2] == [
        "Niemand zit met iemand van de eigen organisatie.",
        "Niemand zit twee keer bij dezelfde persoon.",
    ]
    assert [len(table) for tables in tables_of(grouping) for table in tables] == [4] * 12


def test_an_organisation_with_half_the_people_is_told_what_cannot_be_avoided() -> None:
    meeting = a_meeting()
    crowd(meeting, Wal=6, Kade=3, Brug=3)
    assert made(meeting, 4, 1).words[0] == (
        "2 paren van dezelfde organisatie zijn onvermijdelijk: "
        "van Wal komen er 6 van de 12 mensen, en er zijn 4 tafels. Beter kan niet."
    )


def test_pins_win_wishes_come_true_and_who_stays_out_has_no_seat() -> None:
    meeting = a_meeting()
    people = crowd(meeting, Wal=4, Kade=4, Brug=4)
    first, second, third, fourth = people[0], people[1], people[5], people[11]
    wish(meeting, kind="vast", one=first, table=3)
    wish(meeting, kind="vast", one=second, table=3, round_number=2)
    wish(meeting, kind="samen", one=third, other=people[9])
    wish(meeting, kind="apart", one=people[2], other=people[6])
    wish(meeting, kind="niet", one=fourth)
    grouping = made(meeting, 3, 2)
    tables = tables_of(grouping)
    assert all(first.name in round_[2] for round_ in tables)
    assert second.name in tables[1][2]
    assert sum({third.name, people[9].name} <= t for round_ in tables for t in round_) >= 1
    assert not any({people[2].name, people[6].name} <= t for round_ in tables for t in round_)
    assert not Seat.objects.filter(invitation=fourth).exists()


def test_who_met_at_an_earlier_table_or_shares_a_circle_is_kept_apart() -> None:
    earlier = a_meeting("Eerder", starts_at=timezone.now() + timedelta(days=1))
    for name in ("Een", "Twee", "Drie", "Vier"):
        says(ask(earlier, name)[0])
    made(earlier, 1, 1)
    meeting = a_meeting()
    people = ask(meeting, "Een", "Twee", "Vijf") + ask_people(meeting, "Lid A", "Lid B", "Zes")
    for one in people:
        says(one)
    circle = start_circle(
        "werkgroep", Settings.usual_for("werkgroep", "Samen", "Leren."), by=someone("Lid A")
    )
    accept(invite_to_circle(circle, person=someone("Lid B"), by=None), agreed=True)
    met = wishes_for(meeting, who_sit(meeting))[0].met
    names = {one.pk.hex: one.name for one in people}
    found = {frozenset(names[key] for key in pair) for pair in met}
    assert found == {frozenset({"Een", "Twee"}), frozenset({"Lid A", "Lid B"})}
    grouping = made(meeting, 3, 1)
    assert not any(pair <= table for pair in found for table in tables_of(grouping)[0])


def of_a_circle(*members: str, **chosen: Any) -> tuple[Meeting, list[Invitation]]:
    """A meeting of a circle, to which all its members come."""
    circle = start_circle(
        "werkgroep", Settings.usual_for("werkgroep", "Samen", "Leren."), by=someone(members[0])
    )
    for name in members[1:]:
        accept(invite_to_circle(circle, person=someone(name), by=None), agreed=True)
    meeting = a_meeting(circle=circle, **chosen)
    invited = ask_people(meeting, *members)
    for one in invited:
        says(one)
    return meeting, invited


def test_the_circle_of_the_meeting_itself_makes_nobody_an_acquaintance() -> None:
    meeting, _ = of_a_circle("Lid A", "Lid B")
    assert wishes_for(meeting, who_sit(meeting))[0].met == frozenset()


def test_with_a_guest_or_an_outsider_the_members_of_the_circle_know_each_other() -> None:
    meeting, invited = of_a_circle("Lid A", "Lid B", guests_each=1)
    says(invited[0], guests=1)
    assert met_in(meeting) == {frozenset({"Lid A", "Lid B"})}
    says(invited[0])
    assert met_in(meeting) == set()
    come(meeting, "Van buiten")
    assert met_in(meeting) == {frozenset({"Lid A", "Lid B"})}


def test_an_outsider_who_stays_away_leaves_only_members_of_the_circle() -> None:
    """Then nobody is kept from anybody, though the outsider has a seat until it is renewed."""
    meeting, invited = of_a_circle(
        "Lid A", "Lid B", "Lid C", starts_at=timezone.now() - timedelta(minutes=5)
    )
    come(meeting, "Van buiten")
    grouping = made(meeting, 2, 1)
    assert "paar" in grouping.words[1]
    for one in invited:
        tap(one, tap_id=uuid4(), is_here=True, at=None)
    renew_groups(grouping, begun=0)
    assert "paar" not in grouping.words[1]
    assert "De kring van deze bijeenkomst telt niet mee" in grouping.words[1]


def test_when_two_stay_away_and_one_walks_in_the_others_keep_their_tables() -> None:
    meeting = a_meeting(starts_at=timezone.now() - timedelta(minutes=5))
    people = crowd(meeting, Wal=5, Kade=5, Brug=5, Sluis=5)
    grouping = made(meeting, 4, 3)
    before = tables_of(grouping)
    for one in people[2:]:
        tap(one, tap_id=uuid4(), is_here=True, at=None)
    walk_in(meeting, name="Opeens", organisation="Elders", key=None, by=None)
    done = renew_groups(grouping, begun=1)
    gone = {people[0].name, people[1].name}
    after = tables_of(grouping)
    assert (done.arrived, done.gone) == (("Opeens",), 2)
    assert [t - {"Opeens"} for t in after[0]] == [t - gone for t in before[0]]
    assert sum("Opeens" in table for tables in after for table in tables) == 3
    assert told_of(done).startswith("Erbij: Opeens. 2 mensen zijn eraf.")


def test_before_it_begins_who_is_not_there_yet_is_still_expected() -> None:
    meeting = a_meeting()
    people = crowd(meeting, Wal=2, Kade=2)
    tap(people[0], tap_id=uuid4(), is_here=True, at=None)
    assert len(who_sit(meeting)) == 4


def test_a_guest_sits_at_a_table_too() -> None:
    meeting = a_meeting(guests_each=1)
    for one in ask(meeting, "Een", "Twee"):
        says(one, guests=1)
    grouping = made(meeting, 2, 1)
    assert Seat.objects.filter(round__grouping=grouping).count() == 4
    assert grouping.words[1].endswith("Wie de 2 meegebrachte gasten kennen, weten we niet.")


def test_people_see_the_names_at_their_own_table_once_they_are_shown() -> None:
    meeting = a_meeting()
    people = crowd(meeting, Wal=2, Kade=2)
    grouping = made(meeting, 2, 1)
    assert own_tables(people[0]) == []
    show_groups(grouping, shown=True)
    (own,) = own_tables(people[0])
    (mine,) = [table for table in tables_of(grouping)[0] if people[0].name in table]
    assert set(own.others) == mine - {people[0].name} and own.table in (1, 2)


def test_rounds_are_spread_over_the_blocks_with_groups() -> None:
    meeting = a_meeting()
    for position, title in enumerate(("Kennismaken", "Verdiepen")):
        Block.objects.create(
            meeting=meeting, position=position, kind="groups", title=title, minutes=30
        )
    crowd(meeting, Wal=3, Kade=3)
    grouping = made(meeting, 2, 3)
    blocks = [str(row.block) for row in grouping.rounds.select_related("block")]
    assert blocks == ["Kennismaken", "Kennismaken", "Verdiepen"]


def test_fewer_people_than_tables_are_refused_and_the_groups_stay() -> None:
    meeting = a_meeting()
    crowd(meeting, Wal=2, Kade=2)
    made(meeting, 2, 1)
    with pytest.raises(ValidationError, match="4 mensen: te weinig voor 5 tafels"):
        made(meeting, 5, 1)
    assert Grouping.objects.get(meeting=meeting).tables == 2
    Invitation.objects.filter(meeting=meeting).delete()
    with pytest.raises(ValidationError, match="Nog niemand"):
        made(meeting, 1, 1)


def met_in(meeting: Meeting) -> set[frozenset[str]]:
    sitting = who_sit(meeting)
    names = {one.key: one.name for one in sitting}
    found = wishes_for(meeting, sitting)[0].met
    return {frozenset(names[key] for key in pair) for pair in found}


def come(meeting: Meeting, *names: str) -> dict[str, Invitation]:
    found = dict(zip(names, ask(meeting, *names), strict=True))
    for one in found.values():
        says(one)
    return found


def test_who_were_at_a_small_meeting_or_in_one_session_met() -> None:
    """At a large meeting two people meet nobody by being there; in one session of it they do."""
    tomorrow = timezone.now() + timedelta(days=1)
    come(a_meeting("Werkbezoek", starts_at=tomorrow), "Anna", "Bram")
    large = a_meeting("Grote dag", starts_at=tomorrow)
    crowd(large, Noord=23)
    block = Block.objects.create(meeting=large, position=0, title="Naast elkaar", minutes=30)
    strand = Strand.objects.create(block=block, position=0, title="Jeugd")
    for name, one in come(large, "Bram", "Cor", "Dana").items():
        if name != "Dana":
            says(one, strands=frozenset({strand.pk}))
    next_one = a_meeting("Volgende")
    come(next_one, "Anna", "Bram", "Cor", "Dana")
    assert met_in(next_one) == {frozenset({"Anna", "Bram"}), frozenset({"Bram", "Cor"})}


@pytest.mark.parametrize("form", ["werkbezoek", "teamsessie", "intervisie"])
def test_who_were_at_a_full_visit_of_the_house_met_and_one_more_makes_it_large(form: str) -> None:
    """Guests count: with one more than a visit is for, nobody meets everybody."""
    largest = max(one.largest for one in library() if one.code == form)
    visit = a_meeting("Eerder", starts_at=timezone.now() + timedelta(days=1), guests_each=20)
    crowd(visit, Noord=largest - 2)
    come(visit, "Anna", "Bram")
    next_one = a_meeting("Volgende")
    come(next_one, "Anna", "Bram")
    assert met_in(next_one) == {frozenset({"Anna", "Bram"})}
    says(Invitation.objects.get(meeting=visit, name="Anna"), guests=SMALL + 1 - largest)
    assert met_in(next_one) == set()


def test_who_did_not_come_met_nobody() -> None:
    earlier = a_meeting("Werkbezoek", starts_at=timezone.now() + timedelta(days=1))
    there = come(earlier, "Anna", "Bram", "Cor")
    for name in ("Anna", "Bram"):
        tap(there[name], tap_id=uuid4(), is_here=True, at=None)
    next_one = a_meeting("Volgende")
    come(next_one, "Anna", "Bram", "Cor")
    assert met_in(next_one) == {frozenset({"Anna", "Bram"})}


def test_nobody_met_at_a_meeting_that_was_cancelled() -> None:
    earlier = a_meeting("Werkbezoek", starts_at=timezone.now() + timedelta(days=1))
    come(earlier, "Anna", "Bram")
    next_one = a_meeting("Volgende")
    come(next_one, "Anna", "Bram")
    assert met_in(next_one) == {frozenset({"Anna", "Bram"})}
    Cancellation.objects.create(meeting=earlier, reason="Storm")
    assert met_in(next_one) == set()


def test_who_sent_only_their_guest_met_nobody() -> None:
    earlier = a_meeting("Werkbezoek", starts_at=timezone.now() + timedelta(days=1), guests_each=1)
    there = come(earlier, "Anna", "Bram")
    says(there["Bram"], guests=1)
    tap(there["Anna"], tap_id=uuid4(), is_here=True, at=None)
    tap(there["Bram"], tap_id=uuid4(), is_here=True, at=None, guest=1)
    next_one = a_meeting("Volgende")
    come(next_one, "Anna", "Bram")
    assert met_in(next_one) == set()
