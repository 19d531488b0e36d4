"""A programme that fits the team, and the team's own choice beside it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from leerkring.foundation.activity.models import Activity
from leerkring.loop.programmes.actions import overrule, tailor_team
from leerkring.loop.programmes.emphasis import EmphasisChoice, choose
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Overruling, Participation
from leerkring.loop.programmes.queries import chosen_weights, participations_listed
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import save_note
from leerkring.practice.gatherings.models import Session
from leerkring.practice.gatherings.queries import minutes_of
from leerkring.practice.scans.dimensions import Dimension

MUCH_WIJK = {Dimension.SELF: 0.2, Dimension.TEAM: 0.1, Dimension.DISTRICT: 0.7}
MUCH_IK = {Dimension.SELF: 0.7, Dimension.TEAM: 0.2, Dimension.DISTRICT: 0.1}
KEY = "11111111-1111-4111-8111-111111111111"


def choice(participation: Participation, weights: dict[Dimension, float]) -> EmphasisChoice:
    advice = advice_from_json(participation.tailoring.advice)
    return choose(advice, weights, "Wij kennen onze wijk nog niet.")


def test_tailoring_again_gives_the_same_and_no_second_session(noord: Participation) -> None:
    session, advice = noord.session, noord.tailoring.advice
    before = list(session.blocks.values_list("form_code", "start_minute", "why"))
    tailor_team(noord)
    noord.refresh_from_db()
    assert (noord.session, noord.tailoring.advice) == (session, advice)
    assert list(session.blocks.values_list("form_code", "start_minute", "why")) == before
    assert Session.objects.count() == 3


def test_blocks_follow_each_other_without_a_gap(noord: Participation) -> None:
    minute = 0
    for block in noord.session.blocks.all():
        assert block.start_minute == minute
        minute += block.minutes


def test_the_choice_of_a_team_makes_another_script(noord: Participation) -> None:
    overrule(noord, choice(noord, MUCH_WIJK), by=None)
    minutes = minutes_of(Session.objects.get(pk=noord.session.pk))
    assert max(minutes, key=minutes.get) is Dimension.DISTRICT
    assert minutes[Dimension.DISTRICT] > 2 * minutes[Dimension.SELF]


def test_advice_choice_and_reason_are_all_kept(
    noord: Participation, person: Callable[[str], Person]
) -> None:
    advice, roos = noord.tailoring.advice, person("Roos")
    overrule(noord, choice(noord, MUCH_WIJK), by=roos)
    noord.tailoring.refresh_from_db()
    assert noord.tailoring.advice == advice
    kept = noord.overrulings.get()
    assert kept.weights == {"ik": 0.2, "wij": 0.1, "wijk": 0.7}
    assert (kept.reason, kept.by) == ("Wij kennen onze wijk nog niet.", roos)
    assert Activity.objects.get(verb="programmes.overruled").by == roos


def test_a_team_may_change_its_mind_and_the_newest_choice_counts(noord: Participation) -> None:
    overrule(noord, choice(noord, MUCH_WIJK), by=None)
    overrule(noord, choice(noord, MUCH_IK), by=None)
    assert chosen_weights(noord) == MUCH_IK
    assert noord.overrulings.count() == 2
    minutes = minutes_of(noord.session)
    assert max(minutes, key=minutes.get) is Dimension.SELF


def test_what_was_captured_stays_when_the_script_changes(noord: Participation) -> None:
    save_note(noord.session, question="ik-waar", text="Hier.", base=0, save_id=KEY, by=None)
    overrule(noord, choice(noord, MUCH_WIJK), by=None)
    assert noord.session.notes.get().text == "Hier."


def test_the_choice_of_one_team_changes_nothing_for_another(noord: Participation) -> None:
    other = noord.programme.participations.get(team__slug="oost")
    before = list(other.session.blocks.values_list("form_code", flat=True))
    overrule(noord, choice(noord, MUCH_WIJK), by=None)
    assert list(other.session.blocks.values_list("form_code", flat=True)) == before
    assert chosen_weights(other) is None


def test_a_choice_without_a_reason_is_refused_by_the_table(noord: Participation) -> None:
    with pytest.raises(IntegrityError):
        Overruling.objects.create(participation=noord, weights={}, reason="")


@pytest.mark.parametrize("size", [None, 1, 2, 500])
def test_a_team_of_any_size_gets_a_script(noord: Participation, size: int | None) -> None:
    noord.team.size = size
    noord.team.save()
    tailor_team(noord)
    assert noord.session.blocks.exists()


def test_the_list_of_teams_is_by_name(noord: Participation) -> None:
    listed = participations_listed(noord.programme)
    assert [row.name for row in listed] == ["Noord", "Oost", "Zuid"]
