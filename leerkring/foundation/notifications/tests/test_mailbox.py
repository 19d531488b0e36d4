"""One's own day, a pause, an address that takes no mail: nothing is lost, nothing comes twice."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from leerkring.foundation.notifications.handing_over_actions import LEASE
from leerkring.foundation.notifications.mailbox_actions import choose_mail, hold, mail_again
from leerkring.foundation.notifications.models import Delivery, Mailbox
from leerkring.foundation.notifications.periods import ZONE
from leerkring.foundation.notifications.tasks import run_due
from leerkring.foundation.notifications.tests import dying
from leerkring.foundation.notifications.tests.test_digests import MONDAY, tell, titles

DAY = timedelta(days=1)
THURSDAY = 3


@pytest.fixture(autouse=True)
def server(settings, hidden):
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()
    return hidden


def choose(person, day=0, until=None, quotes=False):
    choose_mail(person, day=day, quotes_closed=quotes, paused_until=until)


def subjects(person):
    return [m.subject for m in dying.taken if m.to == [person.email]]


def test_a_digest_comes_on_the_day_that_its_reader_chose(people, thing) -> None:
    choose(people[0], THURSDAY)
    tell(people[:2], thing(), title="Bericht!")
    run_due(MONDAY)
    assert (subjects(people[0]), len(subjects(people[1]))) == ([], 1)
    run_due(MONDAY + 3 * DAY - timedelta(minutes=1))
    assert subjects(people[0]) == []
    run_due(MONDAY + 3 * DAY)
    assert subjects(people[0]) == ["Je weekoverzicht: Bericht!"]
    run_due(MONDAY + 9 * DAY)
    assert len(dying.taken) == 2


def test_whoever_changes_day_in_the_middle_of_a_week_misses_nothing(people, thing) -> None:
    anna = people[0]
    tell([anna], thing(), title="Een!")
    run_due(MONDAY)
    tell([anna], thing(), title="Twee!", at=MONDAY + DAY)
    choose(anna, THURSDAY)
    run_due(MONDAY + 3 * DAY)
    tell([anna], thing(), title="Drie!", at=MONDAY + 4 * DAY)
    choose(anna)
    run_due(MONDAY + 5 * DAY)
    run_due(MONDAY + 7 * DAY)
    assert [title for title, _ in titles()] and set(titles().values()) == {1}
    assert [s[-5:] for s in subjects(anna)] == [" Een!", "Twee!", "rie!"[-5:].rjust(5, "D")]


def test_in_a_pause_no_mail_goes_and_after_it_one_mail_holds_everything(people, thing) -> None:
    """Of every frequency: what would have gone at once does not come as a heap of mails."""
    anna, bram = people[:2]
    choose(anna, until=(MONDAY + 10 * DAY).date())
    for event in ("tests.answer", "tests.answer", "tests.news", "tests.remark"):
        tell([anna, bram], thing(), event=event, title=f"{event} {Delivery.objects.count()}!")
    for day in range(10):
        run_due(MONDAY + day * DAY + timedelta(hours=3))
    run_due(MONDAY + 10 * DAY - timedelta(minutes=1))
    assert subjects(anna) == []
    assert len(subjects(bram)) == 4
    run_due(MONDAY + 10 * DAY)
    assert len(subjects(anna)) == 1
    assert subjects(anna)[0].startswith("Wat er was toen je geen mail kreeg: ")
    assert set(titles().values()) == {1}
    assert len(titles()) == 8
    assert Mailbox.objects.get().paused_until is None


def test_after_a_pause_mail_goes_as_before(people, thing) -> None:
    anna = people[0]
    choose(anna, until=(MONDAY + DAY).date())
    tell([anna], thing(), title="Toen!")
    run_due(MONDAY + DAY)
    tell([anna], thing(), event="tests.answer", title="Nu!", at=MONDAY + DAY)
    run_due(MONDAY + DAY + timedelta(minutes=1))
    tell([anna], thing(), title="Later!", at=MONDAY + DAY)
    run_due(MONDAY + 7 * DAY)
    assert [s.split(": ")[-1] for s in subjects(anna)] == ["Toen!", "Nu!", "Later!"]


def test_a_pause_in_which_nothing_came_ends_without_a_mail(people) -> None:
    choose(people[0], until=(MONDAY + DAY).date())
    run_due(MONDAY + DAY)
    assert dying.taken == []
    assert Mailbox.objects.get().paused_until is None


def test_a_pause_can_be_ended_early_also_before_seven(people, thing, monkeypatch) -> None:
    anna = people[0]
    choose(anna, until=(MONDAY + 90 * DAY).date())
    tell([anna], thing(), event="tests.answer", title="Nu!")
    run_due(MONDAY)
    mail_again(anna)
    assert Mailbox.objects.get().paused_until < datetime.now(ZONE).date() + DAY
    run_due(datetime.now(ZONE))
    assert len(subjects(anna)) == 1


def test_what_an_address_refused_waits_until_the_address_is_good(people, thing) -> None:
    anna = people[0]
    tell([anna], thing(), title="Geweigerd!")
    dying.behaviour[:] = ["refuses"]
    run_due(MONDAY)
    assert Mailbox.objects.get().refused_address == anna.email
    tell([anna], thing(), event="tests.answer", title="Ook dit!", at=MONDAY)
    for day in range(1, 9):
        run_due(MONDAY + day * DAY)
    assert dying.taken == []  # and not one more knock on that door
    mail_again(anna)
    run_due(datetime.now(ZONE) + DAY)
    assert len(subjects(anna)) == 1
    assert {title for title, _ in titles()} == {"Geweigerd!", "Ook dit!"}
    assert set(titles().values()) == {1}


def test_another_address_is_tried_by_itself(people, thing) -> None:
    anna = people[0]
    tell([anna], thing(), title="Geweigerd!")
    dying.behaviour[:] = ["refuses"]
    run_due(MONDAY)
    anna.email = "anna.nieuw@leerkring.example"
    anna.save(update_fields=["email"])
    run_due(MONDAY + DAY)
    assert [m.to for m in dying.taken] == [["anna.nieuw@leerkring.example"]]
    assert Mailbox.objects.get().refused_at is None


def test_an_own_pause_goes_on_when_the_address_is_good_again(people, thing) -> None:
    anna = people[0]
    choose(anna, until=(MONDAY + 9 * DAY).date())
    hold(anna)
    mail_again(anna)
    box = Mailbox.objects.get()
    assert (box.refused_at, box.paused_until) == (None, (MONDAY + 9 * DAY).date())


def test_the_page_keeps_what_was_chosen_and_refuses_a_day_that_was(people, client) -> None:
    anna = people[0]
    client.force_login(anna, backend="allauth.account.auth_backends.AuthenticationBackend")
    from leerkring.foundation.notifications.tests.test_pages import SETTINGS, fill_in

    body = fill_in(client.get(SETTINGS).content.decode()) | {"day": "3", "quotes_closed": "on"}
    until = datetime.now(ZONE).date() + 5 * DAY
    assert client.post(SETTINGS, body | {"paused_until": until.isoformat()}).status_code == 302
    box = Mailbox.objects.get()
    assert (box.day, box.quotes_closed, box.paused_until) == (3, True, until)
    assert "Je krijgt even geen mail" in client.get("/meldingen/").content.decode()
    for bad in ("2020-01-01", "2199-01-01", "gisteren"):
        assert client.post(SETTINGS, body | {"paused_until": bad}).status_code == 422
    client.post("/meldingen/instellingen/weer-mail/")
    assert "Je krijgt even geen mail" not in client.get("/meldingen/").content.decode()


def test_whose_address_was_refused_reads_what_to_do(people, client: Client) -> None:
    anna = people[0]
    client.force_login(anna, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "komt niet bij je aan" not in client.get("/meldingen/").content.decode()
    hold(anna)
    for url in ("/meldingen/", "/meldingen/instellingen/"):
        page = client.get(url).content.decode()
        assert "komt niet bij je aan" in page and anna.email in page
    assert mail.outbox == []


def test_killed_here_and_there_after_a_pause_everything_still_comes_once(people, thing) -> None:
    anna, bram = people[:2]
    choose(anna, until=MONDAY.date())
    choose(bram, THURSDAY)
    hold(people[2])
    for event in ("tests.answer", "tests.remark"):
        tell(people[:3], thing(), event=event, title=f"{event}!")
    mail_again(people[2])
    Mailbox.objects.filter(person=people[2]).update(paused_until=MONDAY.date())
    statement = 0
    for statement in dying.deaths(lambda: run_due(MONDAY), every=3):
        run_due(MONDAY + LEASE)
        run_due(MONDAY + 3 * DAY)
        assert set(titles().values()) == {1}, statement
        assert len(titles()) == 6, statement
        assert not Delivery.objects.waiting().exists(), statement
    assert statement > 25


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tell"), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("wait"), st.integers(1, 60), st.just(0)),
        st.tuples(st.just("die"), st.integers(1, 40), st.just(0)),
        st.tuples(st.just("day"), st.integers(0, 2), st.integers(0, 6)),
        st.tuples(st.just("pause"), st.integers(0, 2), st.integers(1, 6)),
        st.tuples(st.just("again"), st.integers(0, 2), st.just(0)),
        st.tuples(st.just("refused"), st.integers(0, 2), st.just(0)),
    ),
    min_size=4,
    max_size=12,
)


@given(steps=STEPS)
@hypothesis_settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_whatever_is_chosen_when_every_notice_comes_exactly_once(steps, people, thing) -> None:
    point = transaction.savepoint()
    dying.taken.clear()
    dying.behaviour.clear()
    events, now = ("tests.remark", "tests.news", "tests.answer"), MONDAY
    for number, (verb, one, two) in enumerate(steps):
        if verb == "tell":
            tell(people[: one + 1], thing(), event=events[two], at=now, title=f"Nr. {number}.")
        elif verb == "wait":
            now += timedelta(hours=one)
            run_due(now)
        elif verb == "die":
            try:
                with dying.killed_at(one):
                    run_due(now)
            except dying.Killed:
                now += LEASE
        else:
            _chosen(verb, people[one], two, now)
    dying.behaviour.clear()
    run_due(now + LEASE)
    for person in people:
        mail_again(person)
    Mailbox.objects.exclude(paused_until=None).update(paused_until=now.date() - DAY)
    for day in range(9):
        run_due(now + timedelta(days=day, hours=8))
    wanted = {
        (d.notice.occasion.title, d.person.email): 1
        for d in Delivery.objects.select_related("notice__occasion", "person")
    }
    assert titles() == wanted
    transaction.savepoint_rollback(point)


def _chosen(verb, person, number, now):
    box = Mailbox.objects.filter(person=person).first() or Mailbox()
    if verb == "day":
        choose(person, number, box.paused_until)
    elif verb == "pause":
        choose(person, box.day, (now + number * DAY).date())
    elif verb == "again":
        mail_again(person)
    else:
        dying.behaviour[:] = ["refuses"]
