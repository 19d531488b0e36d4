"""What moderators do at the desk, and what becomes of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.queries import visible_of
from leerkring.network.entrance.actions import (
    ask_to_join,
    claim_letter,
    decide,
    invite,
)
from leerkring.network.entrance.models import TRY_AGAIN, ApprovedDomain, InvitationLink, JoinRequest
from leerkring.network.entrance.tasks import run_due
from leerkring.network.people.models import Person


@pytest.fixture
def asked(db: None) -> JoinRequest:
    return ask_to_join(
        email="femke@kade.example", name="Femke", organisation="De Kade", motivation="Samen leren."
    )


def test_granting_makes_an_account_and_the_worker_mails(desk: Client, asked: JoinRequest) -> None:
    url = reverse("entrance:decision", args=[asked.pk])
    assert "Samen leren." in desk.get(url).content.decode()
    desk.post(url, {"granted": "ja", "answer": "Kom gerust langs."})
    assert Person.objects.get(email="femke@kade.example").name == "Femke"
    assert mail.outbox == []
    assert run_due(timezone.now()) == "1 antwoord op aanvragen verstuurd."
    letter = mail.outbox[0]
    assert letter.to == ["femke@kade.example"]
    assert "Je bent welkom." in letter.body
    assert "Kom gerust langs." in letter.body
    assert run_due(timezone.now()) == ""


def test_refusing_makes_no_account_and_mails_as_well(desk: Client, asked: JoinRequest) -> None:
    desk.post(reverse("entrance:decision", args=[asked.pk]), {"granted": "nee"})
    assert not Person.objects.filter(email="femke@kade.example").exists()
    run_due(timezone.now())
    assert "niet door" in mail.outbox[0].body


def test_a_request_is_decided_once(desk: Client, asked: JoinRequest, moderator: Person) -> None:
    assert decide(asked, granted=False, answer="", by=moderator)
    assert not decide(asked, granted=True, answer="", by=moderator)
    url = reverse("entrance:decision", args=[asked.pk])
    assert desk.post(url, {"granted": "ja"}).status_code == 404
    assert not Person.objects.filter(email="femke@kade.example").exists()


def test_granting_somebody_who_came_in_another_way_changes_nothing(
    asked: JoinRequest, moderator: Person
) -> None:
    Person.objects.create_user("femke@kade.example", "Femke de Eerste")
    assert decide(asked, granted=True, answer="", by=moderator)
    assert Person.objects.get(email="femke@kade.example").name == "Femke de Eerste"


def test_after_a_refusal_one_may_ask_again(asked: JoinRequest, moderator: Person) -> None:
    decide(asked, granted=False, answer="", by=moderator)
    again = ask_to_join(email="FEMKE@kade.example", name="F", organisation="", motivation="Toch.")
    assert again.pk != asked.pk


def test_a_worker_that_is_killed_leaves_the_mail_for_ten_minutes(
    asked: JoinRequest, moderator: Person
) -> None:
    decide(asked, granted=True, answer="", by=moderator)
    assert claim_letter(asked)  # and then the lights go out
    assert not claim_letter(asked)
    assert run_due(timezone.now()) == ""
    JoinRequest.objects.update(try_after=timezone.now() - timedelta(seconds=1))
    assert run_due(timezone.now() + TRY_AGAIN) == "1 antwoord op aanvragen verstuurd."


def test_a_mail_that_fails_is_tried_again(
    asked: JoinRequest, moderator: Person, settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    decide(asked, granted=True, answer="", by=moderator)
    assert run_due(timezone.now()) == ""
    assert JoinRequest.objects.get().told_at is None


def test_nothing_due_costs_one_query(db: None) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert run_due(timezone.now()) == ""
    assert len(captured) == 1


def test_a_moderator_makes_a_link_and_takes_it_back(desk: Client) -> None:
    form = {"name": "Voor de kring", "welcome": "Dag!", "next": "/over/", "most": "3", "until": ""}
    assert desk.post(reverse("entrance:links"), form).status_code == 302
    link = InvitationLink.objects.get()
    assert link.address in desk.get(reverse("entrance:links")).content.decode()
    desk.post(reverse("entrance:revocation", args=[link.pk]))
    page = desk.get(reverse("entrance:links")).content.decode()
    assert link.address not in page
    assert "ingetrokken" in page


@pytest.mark.parametrize(
    "next_", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad", "over/", "/a b", "/\t/kwaad"]
)
def test_a_link_never_leads_to_another_site(next_: str, desk: Client, moderator: Person) -> None:
    answer = desk.post(reverse("entrance:links"), {"name": "X", "next": next_})
    with pytest.raises(ValidationError):
        invite(by=moderator, name="X", next=next_)
    assert answer.status_code == 422
    assert not InvitationLink.objects.exists()


@pytest.mark.parametrize("more", [{"most": "0"}, {"until": "2020-01-01"}])
def test_a_link_that_could_serve_nobody_is_refused(more: dict[str, str], desk: Client) -> None:
    answer = desk.post(reverse("entrance:links"), {"name": "X", "next": "/", **more})
    assert answer.status_code == 422


def test_what_a_moderator_writes_is_shown_as_it_is(desk: Client, client: Client) -> None:
    bad = "<script>alert(1)</script>"
    desk.post(reverse("entrance:links"), {"name": bad, "welcome": bad + "\u202e", "next": "/"})
    link = InvitationLink.objects.get()
    assert link.welcome == bad
    for page in (client.get(link.get_absolute_url()), desk.get(reverse("entrance:links"))):
        assert bad not in page.content.decode()


def test_a_domain_is_approved_once_and_shown_to_who_wants_to_join(
    desk: Client, client: Client
) -> None:
    for _ in range(2):
        desk.post(reverse("entrance:domains"), {"domain": "@Kade.example", "organisation": "Kade"})
    assert ApprovedDomain.objects.get().domain == "kade.example"
    assert "Kade (kade.example)" in client.get(reverse("entrance:join")).content.decode()


@pytest.mark.parametrize(("page", "budget"), [("requests", 4), ("links", 4), ("domains", 4)])
def test_a_list_costs_the_same_for_one_row_and_for_three(
    page: str, budget: int, desk: Client, moderator: Person
) -> None:
    counted = []
    for numbers in (range(1), range(1, 3)):
        for n in numbers:
            invite(by=moderator, name=str(n))
            ask_to_join(email=f"{n}@a.example", name="N", organisation="", motivation="M")
            ApprovedDomain.objects.create(domain=f"{n}.example")
        with CaptureQueriesContext(connection) as captured:
            desk.get(reverse(f"entrance:{page}"))
        counted.append(len(captured))
    assert counted[0] == counted[1] <= budget


def test_more_links_than_a_page_holds_are_behind_a_link(desk: Client, moderator: Person) -> None:
    links = [InvitationLink(name=f"Link {n}", by=moderator) for n in range(51)]
    InvitationLink.objects.bulk_create(links)
    first = desk.get(reverse("entrance:links"))
    assert "Link 50" in first.content.decode()
    older = desk.get(reverse("entrance:links") + first.context["older"]).content.decode()
    assert "Link 0<" in older
    assert "Link 50" not in older


def test_moderators_hear_once_that_somebody_asks_to_come_in(moderator: Person) -> None:
    asking = {"email": "nieuw@voorbeeld.invalid", "name": "Nieuw", "organisation": ""}
    asked = ask_to_join(**asking, motivation="Ik wil leren.")
    ask_to_join(**asking, motivation="Ik wil graag leren.")
    (notice,) = Notice.objects.filter(occasion__event="entrance.asked")
    assert notice.person == moderator
    assert "Nieuw" not in notice.occasion.title + notice.occasion.sentence
    assert visible_of(moderator, [notice]) == [notice]
    decide(asked, granted=False, answer="", by=moderator)
    assert visible_of(moderator, [notice]) == []
