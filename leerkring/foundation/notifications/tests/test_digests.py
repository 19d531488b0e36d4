"""A digest never loses and never repeats, whoever dies when."""

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from leerkring.foundation.notifications.actions import notify, withdraw
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.handing_over_actions import LEASE
from leerkring.foundation.notifications.models import Delivery, Mail, Notice, Occasion
from leerkring.foundation.notifications.preference_actions import stop_mail_of
from leerkring.foundation.notifications.sending_actions import hand_over_due
from leerkring.foundation.notifications.tasks import run_due
from leerkring.foundation.notifications.tests import dying
from leerkring.foundation.notifications.writing_actions import write_due

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def server(settings, hidden):
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()
    return hidden


def tell(people, about, *, event="tests.remark", at=MONDAY - timedelta(days=2), title="Titel"):
    notify(
        event, people=[p.pk for p in people], about=about, title=title, sentence="", url="/over/"
    )
    fresh = Occasion.objects.filter(about_id=str(about.pk))
    Notice.objects.filter(occasion__in=fresh).update(at=at)
    Delivery.objects.filter(notice__occasion__in=fresh).update(at=at)


def titles():
    """(title, person) for every mail that the server took, a repeated Message-ID once."""
    mails = {m.extra_headers["Message-ID"]: m for m in dying.taken}
    found = Counter()
    for mail in mails.values():
        for title in {o.title for o in Occasion.objects.all()}:
            if title in mail.body:
                found[title, mail.to[0]] += 1
    return found


def test_a_week_is_one_mail_a_person_with_everything_in_it(people, thing) -> None:
    for n in range(3):
        tell(people[:2], thing(), title=f"Bericht {n}!")
    run_due(MONDAY)
    assert [m.to for m in dying.taken] == [["anna@leerkring.example"], ["bram@leerkring.example"]]
    assert set(titles().values()) == {1}
    assert len(titles()) == 6
    assert run_due(MONDAY + timedelta(hours=1)) == ""
    assert len(dying.taken) == 2


def test_nothing_goes_before_monday_and_direct_mail_goes_at_once(people, thing) -> None:
    tell(people[:1], thing(), title="Wacht")
    tell(people[:1], thing(), event="tests.answer", title="Nu")
    assert run_due(MONDAY - timedelta(minutes=1)) == "1 melding per mail verstuurd."
    assert [m.subject for m in dying.taken] == ["Nu"]


def test_what_is_told_after_seven_waits_for_the_next_and_is_not_lost(people, thing) -> None:
    tell(people[:1], thing(), title="Eerst")
    run_due(MONDAY)
    tell(people[:1], thing(), title="Te laat gezien", at=MONDAY - timedelta(seconds=1))
    tell(people[:1], thing(), title="Daarna", at=MONDAY + timedelta(hours=1))
    run_due(MONDAY + timedelta(days=6))
    assert len(dying.taken) == 1
    run_due(MONDAY + WEEK)
    assert len(dying.taken) == 2
    assert {title for title, _ in titles()} == {"Eerst", "Te laat gezien", "Daarna"}
    assert set(titles().values()) == {1}


def test_after_weeks_of_standing_still_everything_comes_in_one_digest(people, thing) -> None:
    for week in range(4):
        tell(people[:1], thing(), title=f"Week {week}", at=MONDAY - week * WEEK - timedelta(1))
    run_due(MONDAY + timedelta(days=3))
    assert len(dying.taken) == 1
    assert set(titles().values()) == {1}
    assert len(titles()) == 4


def test_who_may_no_longer_see_it_does_not_get_it(people, thing, hidden) -> None:
    gone, stays = thing(), thing()
    tell(people[:1], gone, title="Verborgen")
    tell(people[:1], stays, title="Zichtbaar")
    hidden.pairs.add((people[0].pk, str(gone.pk)))
    run_due(MONDAY)
    assert "Verborgen" not in dying.taken[0].body + str(dying.taken[0].alternatives)
    assert "Verborgen" not in dying.taken[0].subject
    assert Delivery.objects.get(mail=None).why == "niet meer te zien"


def test_nothing_to_see_or_nothing_left_is_no_mail(people, thing, hidden) -> None:
    gone, back = thing(), thing()
    tell(people[:1], gone)
    tell(people[:1], back)
    hidden.pairs.add((people[0].pk, str(gone.pk)))
    withdraw(back)
    run_due(MONDAY)
    assert dying.taken == []
    assert set(Delivery.objects.values_list("why", flat=True)) == {
        "niet meer te zien",
        "ingetrokken",
    }


def test_what_one_unsubscribes_from_while_it_waits_does_not_come(people, thing) -> None:
    tell(people[:1], thing())
    stop_mail_of(people[0], "tests.remark")
    run_due(MONDAY)
    assert dying.taken == []
    assert Delivery.objects.get().why == "niet meer gewenst"


def test_killed_at_any_statement_every_notice_still_comes_in_exactly_one_mail(
    people, thing
) -> None:
    """Once for each statement of the whole run: die there, and let another worker go on."""
    for n in range(2):
        tell(people[:2], thing(), title=f"Bericht {n}!")
        tell(people[:1], thing(), event="tests.answer", title=f"Antwoord {n}!")
    statement = 0
    for statement in dying.deaths(lambda: run_due(MONDAY)):
        run_due(MONDAY + LEASE)
        assert set(titles().values()) == {1}, statement
        assert len(titles()) == 2 * 2 + 2, statement
        assert not Delivery.objects.waiting().exists(), statement
        assert not Mail.objects.filter(handed_over_at=None).exists(), statement
    assert statement > 20


@pytest.mark.parametrize("word", ["dies before", "dies after"])
def test_death_around_the_hand_over_repeats_at_most_the_same_mail(word, people, thing) -> None:
    tell(people[:1], thing(), title="Bericht")
    dying.behaviour[:] = [word]
    with pytest.raises(dying.Killed):
        run_due(MONDAY)
    assert run_due(MONDAY + timedelta(minutes=1)) == ""  # claimed: nobody else takes it up yet
    run_due(MONDAY + LEASE)
    assert len({m.extra_headers["Message-ID"] for m in dying.taken}) == 1
    assert len({m.body for m in dying.taken}) == 1
    assert len(dying.taken) == (2 if word == "dies after" else 1)


def test_a_server_that_cannot_be_reached_loses_nothing(people, thing) -> None:
    tell(people, thing(), title="Bericht")
    dying.behaviour[:] = ["unreachable"]
    assert run_due(MONDAY) == ""
    assert dying.taken == []
    run_due(MONDAY + timedelta(hours=1))
    assert len(dying.taken) == 4


def test_an_address_refused_for_good_is_left_alone_and_others_are_not(people, thing) -> None:
    tell(people[:3], thing())
    dying.behaviour[:] = ["refuses", "later"]
    run_due(MONDAY)
    assert [m.to for m in dying.taken] == [["chris@leerkring.example"]]
    run_due(MONDAY + timedelta(hours=1))
    run_due(MONDAY + timedelta(days=2))
    assert [m.to for m in dying.taken[1:]] == [["bram@leerkring.example"]]
    assert Mail.objects.get(person=people[0]).given_up_at


def test_after_five_days_of_refusals_a_mail_is_given_up(people, thing) -> None:
    tell(people[:1], thing())
    dying.behaviour[:] = ["later"] * 100
    for hour in range(0, 24 * 6, 6):
        run_due(MONDAY + timedelta(hours=hour))
    assert Mail.objects.get().given_up_at
    assert 15 < Mail.objects.get().tries < 25


def test_a_mail_that_was_tried_is_looked_at_again_before_it_is_tried_again(people, thing) -> None:
    gone, stays = thing(), thing()
    tell(people[:1], gone, title="Weg", at=MONDAY - timedelta(minutes=9))
    tell(people[:1], stays, title="Blijft", at=MONDAY - timedelta(minutes=9))
    dying.behaviour.append("later")
    run_due(MONDAY)
    withdraw(gone)
    run_due(MONDAY + LEASE)
    assert "Weg" not in dying.taken[-1].body and "Blijft" in dying.taken[-1].body


def test_what_goes_out_of_sight_while_the_server_is_down_is_left_out_still(
    people, thing, hidden
) -> None:
    gone, stays = thing(), thing()
    tell(people[:1], gone, title="Verborgen")
    tell(people[:1], stays, title="Zichtbaar")
    dying.behaviour[:] = ["unreachable"]
    run_due(MONDAY)
    before = Mail.objects.get().message_id
    hidden.pairs.add((people[0].pk, str(gone.pk)))
    run_due(MONDAY + timedelta(hours=7))
    sent = dying.taken[0]
    assert "Verborgen" not in sent.body + sent.subject + str(sent.alternatives)
    assert "Zichtbaar" in sent.body
    assert sent.extra_headers["Message-ID"] == before


def test_a_mail_that_was_taken_is_not_kept(people, thing) -> None:
    tell(people[:1], thing(), title="Geheim")
    run_due(MONDAY)
    mail = Mail.objects.get()
    assert (mail.text, mail.html, mail.headers) == ("", "", {})


def test_somebody_whose_rooms_fail_holds_up_nobody_else(people, thing, hidden, monkeypatch) -> None:
    tell(people[:2], thing())
    hidden.pairs = None  # asking for what is visible fails
    assert write_due(MONDAY) == 0
    hidden.pairs = set()
    assert write_due(MONDAY) == 2


def test_two_workers_at_once_write_and_send_everything_once(people, thing) -> None:
    """The second begins where the first is in the middle of it."""
    tell(people, thing())
    write_due(MONDAY)
    busy = []

    def second(execute, sql, params, many, context):
        if not busy and sql.startswith("UPDATE") and "tries" in sql:
            busy.append(True)
            hand_over_due(MONDAY)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(second):
        hand_over_due(MONDAY)
    assert busy
    assert len(dying.taken) == 4


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tell"), st.integers(0, 3), st.integers(0, 2)),
        st.tuples(st.just("wait"), st.integers(1, 60), st.just(0)),
        st.tuples(st.just("die"), st.integers(1, 40), st.integers(0, 3)),
    ),
    min_size=3,
    max_size=14,
)


@given(steps=STEPS)
@hypothesis_settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_happens_when_every_notice_is_in_exactly_one_mail(steps, people, thing) -> None:
    point = transaction.savepoint()
    dying.taken.clear()
    events = ("tests.remark", "tests.news", "tests.answer")
    now = MONDAY
    for number, (verb, one, two) in enumerate(steps):
        if verb == "tell":
            tell(people[: one + 1], thing(), event=events[two], at=now, title=f"Nr. {number}.")
        elif verb == "wait":
            now += timedelta(hours=one)
            run_due(now)
        else:
            dying.behaviour[:] = ["takes it"] * two + [("dies before", "dies after")[one % 2]]
            try:
                with dying.killed_at(one):
                    run_due(now)
            except dying.Killed:
                now += LEASE
            dying.behaviour.clear()
    for day in range(9):
        run_due(now + timedelta(days=day, hours=8))
    wanted = {
        (d.notice.occasion.title, d.person.email): 1
        for d in Delivery.objects.select_related("notice__occasion", "person")
    }
    assert titles() == wanted
    transaction.savepoint_rollback(point)


def test_sixty_people_are_written_in_turns_and_taken_up_where_they_were_left(thing) -> None:
    model = get_user_model()
    model.objects.bulk_create(model(email=f"p{n}@leerkring.example") for n in range(60))
    tell(model.objects.all(), thing())
    assert write_due(MONDAY, most=25) == 25
    assert write_due(MONDAY, most=25) == 25
    assert write_due(MONDAY, most=25) == 10
    assert write_due(MONDAY, most=25) == 0
    assert Mail.objects.filter(kind=Frequency.WEEKLY).count() == 60
    assert timezone.is_aware(Mail.objects.first().at)
