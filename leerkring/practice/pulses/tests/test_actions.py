from datetime import timedelta

import pytest
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.practice.pulses.actions import (
    Full,
    NotNow,
    TooLate,
    ask_pulse,
    close_pulse,
    hand_in,
    sort_into_themes,
    take_back,
)
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse, Receipt
from leerkring.practice.pulses.queries import open_answers_of, outcome_of
from leerkring.practice.pulses.tests.conftest import a_session, asked, open_now, send
from leerkring.practice.scans.models import Response

pytestmark = pytest.mark.django_db
ROW = (4, 3, 5)


def fresh(pulse: Pulse) -> Pulse:
    return Pulse.objects.with_all().get(pk=pulse.pk)


def test_asking_twice_gives_the_same_link() -> None:
    session = a_session()
    assert asked(session=session).code == asked(session=session).code
    assert Activity.objects.filter(verb="pulses.asked").count() == 1


def test_beforehand_is_before_and_afterwards_is_after() -> None:
    with pytest.raises(NotNow):
        asked(Kind.BEFORE)
    coming = a_session("Later", starts_at=timezone.now() + timedelta(days=3))
    with pytest.raises(NotNow):
        asked(Kind.AFTER, coming)
    assert asked(Kind.BEFORE, coming).closes_at == coming.starts_at - timedelta(hours=12)


def test_a_double_tap_counts_once() -> None:
    pulse = asked()
    for _ in range(3):
        hand_in(pulse, mark="zelfde", answers=bytes(ROW), text="Meer koffie.")
    assert Response.objects.filter(round=pulse.round).count() == 1
    assert pulse.open_answers.count() == 1


def test_there_are_no_more_answers_than_places() -> None:
    pulse = asked(places=2)
    send(pulse, ROW, ROW)
    with pytest.raises(Full):
        send(pulse, ROW)
    hand_in(pulse, mark="telefoon 1", answers=bytes(ROW), text="")  # sent before: still fine
    assert Response.objects.filter(round=pulse.round).count() == 2


def test_a_team_has_as_many_places_as_members() -> None:
    assert asked(session=a_session(size=7)).places == 7
    assert asked(session=a_session("Zonder maat", size=None)).places == 25


@pytest.mark.parametrize("hours", [-1, 24 * 8])
def test_nothing_comes_in_outside_its_days(hours: int) -> None:
    pulse = asked()
    pulse.opens_at = timezone.now() - timedelta(hours=hours)
    pulse.closes_at = pulse.opens_at + timedelta(days=7)
    pulse.save()
    with pytest.raises(TooLate):
        send(pulse, ROW)


def test_a_closed_pulse_takes_nothing_in_and_is_closed_once() -> None:
    pulse = asked()
    send(pulse, *[ROW] * 5)
    close_pulse(pulse, by=None)
    close_pulse(pulse, by=None)
    with pytest.raises(TooLate):
        hand_in(pulse, mark="laat", answers=bytes(ROW), text="")
    assert not Receipt.objects.exists()


def test_rows_do_not_tell_who_wrote_last() -> None:
    pulse = asked()
    for number, text in enumerate(["c", "a", "b"]):
        hand_in(pulse, mark=str(number), answers=bytes(ROW), text=text)
    before = set(OpenAnswer.objects.values_list("pk", flat=True))
    hand_in(pulse, mark="3", answers=bytes(ROW), text="d")
    assert before.isdisjoint(OpenAnswer.objects.values_list("pk", flat=True))


def test_what_four_people_wrote_is_never_read_and_gone_at_closing() -> None:
    pulse = asked()
    send(pulse, *[ROW] * 4, text="Meer koffie.")
    close_pulse(pulse, by=None)
    outcome = outcome_of(fresh(pulse))
    assert outcome.withheld and outcome.answered is None and outcome.lines == ()
    assert not OpenAnswer.objects.exists()


def test_what_five_people_wrote_is_read_after_closing_only() -> None:
    pulse = asked()
    send(pulse, *[ROW] * 5, text="Meer koffie.")
    assert outcome_of(fresh(pulse)) is None
    assert open_answers_of(fresh(pulse), None) == {}
    close_pulse(pulse, by=None)
    outcome = outcome_of(fresh(pulse))
    assert outcome.answered == 5
    [[answer]] = open_answers_of(fresh(pulse), outcome).values()
    assert answer.text == "Meer koffie."


def test_open_answers_are_grouped_by_hand() -> None:
    pulse = asked()
    send(pulse, *[ROW] * 5, text="Meer koffie.")
    hand_in(pulse, mark="nog een", answers=bytes(ROW), text="Te kort.")
    close_pulse(pulse, by=None)
    answer = OpenAnswer.objects.get(text="Te kort.")
    sort_into_themes(pulse, {answer.pk: "tijd"})
    groups = open_answers_of(fresh(pulse), outcome_of(fresh(pulse)))
    assert {theme: [a.text for a in group] for theme, group in groups.items()} == {
        "tijd": ["Te kort."],
        "": ["Meer koffie."],
    }


def test_the_effect_question_can_be_taken_back_as_long_as_it_waits() -> None:
    session = a_session()
    take_back(asked(Kind.EFFECT, session), by=None)
    assert not Pulse.objects.around(session).exists()
    with pytest.raises(TooLate):
        take_back(open_now(ask_pulse(session, Kind.EFFECT, by=None)), by=None)


def test_chosen_topics_are_told_as_tenths_with_the_most_chosen_first() -> None:
    session = a_session(starts_at=timezone.now() + timedelta(days=3))
    pulse = asked(Kind.BEFORE, session, topics=("rust", "wie doet wat"))
    send(pulse, (1, 2), (1, 2), (2, 2), (1, 1), (1, 2))
    close_pulse(pulse, by=None)
    lines = outcome_of(fresh(pulse)).lines
    assert [(line.statement, line.told) for line in lines] == [
        ("wie doet wat", "8 van de 10 mensen of meer kozen dit."),
        ("rust", "2 van de 10 mensen of minder kozen dit."),
    ]
