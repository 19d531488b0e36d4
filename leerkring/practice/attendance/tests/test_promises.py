"""A guest without an account promises something, and is asked once how it went."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from leerkring.foundation.notifications.tests import dying
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import GuestPromise, Letter, Reply
from leerkring.practice.attendance.promise_actions import keep_promise
from leerkring.practice.attendance.promise_queries import tally_with_guests
from leerkring.practice.attendance.tasks import run_due
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people, someone
from leerkring.practice.commitments.actions import look_back as look_back_on
from leerkring.practice.commitments.actions import make_commitment
from leerkring.practice.meetings.models import Invitation, Meeting

pytestmark = pytest.mark.django_db
ASKS = "Wat ga jij vanaf morgen anders of beter doen?"


def held(weeks: int = 1) -> Meeting:
    return a_meeting("Werkdag", starts_at=timezone.now() - timedelta(weeks=weeks))


def promise(invitation: Invitation, sentence: str = "Eerst bellen.", days: int = 0) -> GuestPromise:
    day = timezone.localdate() + timedelta(days=days)
    return keep_promise(invitation, sentence=sentence, look_back_on=day)


def reached(days: int = 0) -> list[str]:
    run_due(timezone.now() + timedelta(days=days))
    return [one.to[0].split("@")[0] for one in mail.outbox]


def send(client: Client, invitation: Invitation, sentence: str, **more: str) -> Any:
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    sent = {"sentence": sentence, "look_back_on": day, **more}
    return client.post(f"{reply_path(invitation.pk)}voornemen/", sent)


def test_a_guest_promises_after_the_meeting_is_asked_once_and_answers_by_the_link(
    client: Client,
) -> None:
    (sam,) = ask(held(), "Sam")
    link = reply_path(sam.pk)
    assert ASKS in client.get(link).content.decode()
    assert send(client, sam, "Vanaf morgen bel ik eerst.").status_code == 302
    assert "Vanaf morgen bel ik eerst." in client.get(link).content.decode()
    assert reached(29) == []
    for days in (30, 31, 70, 200):
        assert reached(days) == ["sam"]
    own = GuestPromise.objects.get()
    letter = mail.outbox[0]
    assert f"{link}voornemen/{own.pk}/" in letter.body and letter.body.count("http") == 1
    assert not Letter.objects.exists()  # thrown away, and still not asked again
    page = f"{link}voornemen/{own.pk}/"
    assert "Vanaf morgen bel ik eerst." in client.get(page).content.decode()
    client.post(page, {"outcome": "gelukt", "learnt": "Bellen scheelt een mail."})
    own.refresh_from_db()
    assert (own.outcome, own.learnt) == ("gelukt", "Bellen scheelt een mail.")


def test_nobody_is_asked_about_what_was_let_go_taken_away_or_by_who_wants_no_mail(
    client: Client,
) -> None:
    meeting = held()
    let_go, gone, no, busy, refused = ask(meeting, "Los", "Weg", "Nee", "Bezig", "Terug")
    for invitation in (let_go, gone, no, busy, refused):
        promise(invitation, days=1)
    for invitation, outcome in ((let_go, "los"), (busy, "bezig")):
        (own,) = invitation.promises.all()
        client.post(f"{reply_path(invitation.pk)}voornemen/{own.pk}/", {"outcome": outcome})
    client.post(f"{reply_path(gone.pk)}voornemen/{gone.promises.get().pk}/weg/")
    Reply.objects.create(invitation=no, says="nee")
    put = {"meeting": meeting, "invitation": refused.pk, "email": refused.email}
    Letter.objects.create(**put, kind="report", sequence=0).refuse("550")
    assert reached(1) == ["bezig"]


def test_a_letter_that_waits_does_not_go_once_all_in_it_was_let_go(settings: Any) -> None:
    (sam,) = ask(held(), "Sam")
    first, second = promise(sam, "Eén."), promise(sam, "Twee.")
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour[:] = ["later"]
    run_due(timezone.now())
    letter = Letter.objects.get()  # one, about both
    GuestPromise.objects.filter(pk__in=[first.pk, second.pk]).update(outcome="los")
    run_due(timezone.now() + timedelta(hours=5))
    letter.refresh_from_db()
    assert not dying.taken and letter.given_up_at is not None


def test_it_is_made_between_the_start_and_six_weeks_by_who_has_no_account(client: Client) -> None:
    early, late = a_meeting("Later"), held(weeks=7)
    (noor,) = ask_people(held(), "Noor")
    (no,) = ask(held(), "Nee")
    Reply.objects.create(invitation=no, says="nee")
    for invitation in (*ask(early, "Vroeg"), *ask(late, "Laat"), noor, no):
        assert ASKS not in client.get(reply_path(invitation.pk)).content.decode()
        send(client, invitation, "Bellen.")
    assert not GuestPromise.objects.exists()


def test_there_are_three_at_most_and_another_link_opens_none(client: Client) -> None:
    sam, kim = ask(held(), "Sam", "Kim")
    own, _, _ = (promise(sam, str(number)) for number in range(3))
    with pytest.raises(ValidationError, match="al 3"):
        promise(sam, "Een vierde.")
    for ending in ("", "anders/", "weg/"):
        path = f"{reply_path(kim.pk)}voornemen/{own.pk}/{ending}"
        assert client.post(path, {"outcome": "los", "sentence": "Weg."}).status_code == 404
    assert sam.promises.count() == 3


def test_words_change_until_they_were_asked_about(client: Client) -> None:
    (sam,) = ask(held(), "Sam")
    own = promise(sam, days=20)
    change = {"sentence": "Elke week bellen.", "look_back_on": timezone.localdate().isoformat()}
    client.post(f"{reply_path(sam.pk)}voornemen/{own.pk}/anders/", change)
    assert reached() == ["sam"] and "Elke week bellen." in mail.outbox[0].body
    change["sentence"] = "Iets anders."
    answer = client.post(f"{reply_path(sam.pk)}voornemen/{own.pk}/anders/", change)
    own.refresh_from_db()
    assert (answer.status_code, own.sentence) == (422, "Elke week bellen.")


def test_a_trace_of_a_person_is_asked_about_and_a_known_name_is_not_told(client: Client) -> None:
    someone("Zwaantje Oudkerk")
    (sam,) = ask(held(), "Sam")
    assert send(client, sam, "Ik bel 06 12345678 vaker.").status_code == 422
    assert send(client, sam, "Ik bel oudkerk vaker.").status_code == 302
    page = f"{reply_path(sam.pk)}voornemen/{GuestPromise.objects.get().pk}/"
    told = {"outcome": "bezig", "learnt": "Mail naar jan@voorbeeld.example werkt."}
    assert client.post(page, told).status_code == 422


def test_guests_are_counted_from_five_people_on() -> None:
    meeting = held()
    guests = ask(meeting, "A", "B", "C", "D", "E")
    visitor = someone("Bezoeker")
    for guest in guests[:4]:
        promise(guest), promise(guest)
    assert tally_with_guests([meeting.pk], reader=visitor).total == 0
    promise(guests[4])
    GuestPromise.objects.filter(invitation=guests[0]).update(outcome="gelukt")
    counted = tally_with_guests([meeting.pk], reader=visitor)
    assert (counted.total, counted.done) == (9, 2)
    GuestPromise.objects.update(outcome="gelukt")
    counted = tally_with_guests([meeting.pk], reader=visitor)
    assert (counted.total, counted.done) == (9, 7)  # never as if all of them did


def test_of_two_meetings_together_nothing_follows_about_the_few_of_one() -> None:
    """Five people at one, whose number its report tells, and four at the other."""
    visitor, pks = someone("Bezoeker"), []
    for many in (5, 4):
        meeting = held()
        pks.append(meeting.pk)
        for number in range(many):
            made = make_commitment(
                text="Bellen", person=someone(f"Mens {many} {number}"), meeting=meeting.pk
            )
            if number % 2:
                look_back_on(made, outcome="los", by=made.person)
    first, second = (tally_with_guests([pk], reader=visitor) for pk in pks)
    assert (first.total, second.total) == (5, 0)
    assert tally_with_guests(pks, reader=visitor) == first
