from datetime import date, timedelta

import pytest
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.actions import join_team
from leerkring.practice.pulses import tasks
from leerkring.practice.pulses.actions import close_pulse
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import OpenAnswer, Pulse
from leerkring.practice.pulses.queries import effect_among, pulses_of_team
from leerkring.practice.pulses.tests.conftest import a_session, asked, open_now, send, someone

pytestmark = pytest.mark.django_db
SIX_WEEKS = timedelta(weeks=6)


def test_after_six_weeks_the_team_is_told_once_and_all_of_one_link() -> None:
    session = a_session()
    join_team(person=someone("Ander lid"), team=session.team, since=date(2026, 1, 1))
    pulse = asked(Kind.EFFECT, session)
    assert tasks.run_due(timezone.now()) == ""
    later = session.starts_at + SIX_WEEKS + timedelta(minutes=1)
    assert tasks.run_due(later) == "1 groep gevraagd naar het effect."
    assert tasks.run_due(later) == ""
    notices = Notice.objects.select_related("occasion", "person")
    assert {notice.person.name for notice in notices} == {"Lid", "Ander lid"}
    assert {notice.occasion.url for notice in notices} == {f"/p/{pulse.code}/"}


def test_killed_while_telling_it_is_told_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    session = a_session()
    asked(Kind.EFFECT, session)
    later = session.starts_at + SIX_WEEKS + timedelta(minutes=1)

    def killed(pulse: Pulse) -> int:
        tell(pulse)
        raise KeyboardInterrupt

    tell = tasks.tell_people
    monkeypatch.setattr(tasks, "tell_people", killed)
    with pytest.raises(KeyboardInterrupt):
        tasks.run_due(later)
    assert Notice.objects.count() == 0
    monkeypatch.undo()
    tasks.run_due(later)
    assert Notice.objects.count() == 1


def test_a_link_closes_by_itself() -> None:
    pulse = asked()
    assert tasks.run_due(pulse.closes_at - timedelta(minutes=1)) == ""
    assert tasks.run_due(pulse.closes_at) == "1 korte peiling gesloten."
    assert Pulse.objects.get(pk=pulse.pk).is_closed
    assert tasks.run_due(pulse.closes_at) == ""


def test_open_answers_are_forgotten_after_a_year() -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 4)] * 5, text="Meer koffie.")
    close_pulse(pulse, by=None)
    tasks.run_due(timezone.now() + timedelta(days=364))
    assert OpenAnswer.objects.exists()
    tasks.run_due(timezone.now() + timedelta(days=366))
    assert not OpenAnswer.objects.exists()


def test_nothing_due_costs_three_queries(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(4):
        tasks.run_due(timezone.now())


def test_the_effect_is_read_from_the_last_closed_pulse() -> None:
    session = a_session()
    pulse = open_now(asked(Kind.EFFECT, session))
    send(pulse, *[(4, 3, 2)] * 6)
    assert effect_among(pulses_of_team(session.team)) is None
    close_pulse(pulse, by=None)
    effect = effect_among(pulses_of_team(session.team))
    assert effect is not None
    assert effect.outcome.answered == 6
    assert [line.code for line in effect.outcome.lines] == ["IK", "WIJ", "WIJK"]
