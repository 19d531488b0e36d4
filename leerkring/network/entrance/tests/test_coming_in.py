"""Three ways in, and what a stranger learns from trying."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.entrance.actions import approve_domain, drop_domain, invite, revoke
from leerkring.network.entrance.models import Acceptance, JoinRequest
from leerkring.network.people.models import Person

Prove = Callable[..., str]


def test_an_invitation_lets_a_newcomer_in_and_leads_on(
    moderator: Person, client: Client, prove: Prove
) -> None:
    link = invite(by=moderator, name="Kring", welcome="Fijn dat je komt.", next="/over/")
    page = client.get(link.get_absolute_url()).content.decode()
    assert "Fijn dat je komt." in page
    assert "Mieke Bos" in page
    where = prove(client, "Nieuw@Voorbeeld.example", start=link.get_absolute_url())
    assert where == "/over/"
    person = get_user(client)
    assert (person.email, person.name) == ("nieuw@voorbeeld.example", "Nieuw Hier")
    assert EmailAddress.objects.get(user=person).verified
    assert Acceptance.objects.get().person == person


def test_the_same_invitation_serves_somebody_with_an_account(
    moderator: Person, member: Person, client: Client, prove: Prove
) -> None:
    link = invite(by=moderator, name="Kring", next="/over/")
    where = prove(client, member.email, start=link.get_absolute_url())
    assert (where, get_user(client)) == (link.get_absolute_url(), member)
    accepted = client.post(reverse("entrance:acceptance", args=[link.token]))
    assert accepted["Location"] == "/over/"
    client.post(reverse("entrance:acceptance", args=[link.token]))
    assert link.acceptances.count() == 1
    assert Person.objects.count() == 2


def test_an_invitation_for_one_serves_one(moderator: Person, prove: Prove) -> None:
    link = invite(by=moderator, name="Een", most=1)
    one, two = Client(), Client()
    two.get(link.get_absolute_url())
    prove(one, "een@voorbeeld.example", start=link.get_absolute_url())
    assert two.get(link.get_absolute_url()).status_code == 410
    assert prove(two, "twee@voorbeeld.example") == reverse("entrance:request")
    assert one.get(link.get_absolute_url()).status_code == 200  # who took it may look again


@pytest.mark.parametrize("why", ["revoked", "over"])
def test_an_invitation_that_ended_lets_nobody_in(
    why: str, moderator: Person, client: Client, prove: Prove
) -> None:
    link = invite(by=moderator, name="Oud", until=timezone.localdate())
    client.get(link.get_absolute_url())
    if why == "revoked":
        revoke(link, by=moderator)
    else:
        link.until -= timedelta(days=1)
        link.save()
    assert prove(client, "x@voorbeeld.example") == reverse("entrance:request")
    assert client.get(link.get_absolute_url()).status_code == 410


def test_the_last_day_still_counts(moderator: Person) -> None:
    link = invite(by=moderator, name="Vandaag", until=date(2026, 11, 22))
    assert link.is_open(date(2026, 11, 22))
    assert not link.is_open(date(2026, 11, 23))


def test_an_approved_domain_lets_in_who_proves_an_address_there(
    moderator: Person, client: Client, prove: Prove
) -> None:
    domain = approve_domain("maasbrug.example", organisation="", by=moderator)
    assert prove(client, "noor@Maasbrug.example") == reverse("home")
    assert get_user(client).email == "noor@maasbrug.example"
    for other in ("x@sub.maasbrug.example", "x@maasbrug.example.kwaad.example"):
        assert prove(Client(), other) == reverse("entrance:request")
    drop_domain(domain, by=moderator)
    assert prove(Client(), "laat@maasbrug.example") == reverse("entrance:request")
    assert prove(Client(), "noor@maasbrug.example") == reverse("home")


def test_nothing_is_kept_before_the_code_is_right(client: Client, db: None) -> None:
    form = {"email": "x@voorbeeld.example", "name": "X"}
    client.post(reverse("entrance:join"), form)
    client.post(reverse("entrance:code"), {"code": "BBBB-BBBB"})
    assert not Person.objects.exists()
    assert not EmailAddress.objects.exists()
    assert not get_user(client).is_authenticated


def test_a_request_needs_a_proven_address(client: Client, prove: Prove, db: None) -> None:
    page = reverse("entrance:request")
    assert client.get(page)["Location"] == reverse("entrance:join")
    client.post(page, {"motivation": "Ik wil mee."})
    assert not JoinRequest.objects.exists()
    assert prove(client, "x@voorbeeld.example") == page
    client.post(page, {"motivation": "Ik wil mee.", "organisation": "De Kade"})
    asked = JoinRequest.objects.get()
    assert (asked.email, asked.motivation) == ("x@voorbeeld.example", "Ik wil mee.")
    assert not Person.objects.exists()


def test_asking_again_before_the_answer_changes_the_one_request(prove: Prove, db: None) -> None:
    for text in ("Eerst.", "Beter."):
        browser = Client()
        browser.post(prove(browser, "x@voorbeeld.example"), {"motivation": text})
    assert JoinRequest.objects.get().motivation == "Beter."


def test_a_stranger_cannot_tell_whether_an_address_has_an_account(
    member: Person, moderator: Person
) -> None:
    """The same answers, the same page and the same mail, on the two forms for newcomers."""
    link = invite(by=moderator, name="Kring")
    for start in (reverse("entrance:join"), link.get_absolute_url()):
        seen = []
        for email in (member.email, "niemand@leerkring.example"):
            browser = Client()
            first = browser.post(start, {"email": email, "name": "X"})
            page = browser.get(first["Location"]).content.decode().replace(email, "…")
            wrong = browser.post(first["Location"], {"code": "BBBB-BBBB"})
            letter = mail.outbox[-1]
            body = " ".join(word for word in letter.body.split() if "-" not in word)
            seen.append((first["Location"], len(page), wrong.status_code, letter.subject, body))
        assert seen[0] == seen[1]


def test_the_work_is_the_same_for_every_address(
    member: Person, django_assert_num_queries: Callable[..., object]
) -> None:
    for email in (member.email, "niemand@leerkring.example"):
        browser = Client()
        browser.get(reverse("entrance:join"))
        # a session that is new: looked for, and kept
        with django_assert_num_queries(4):
            browser.post(reverse("entrance:join"), {"email": email, "name": "X"})


def test_codes_to_one_address_stop_after_five_in_a_quarter(client: Client, db: None) -> None:
    form = {"email": "x@voorbeeld.example", "name": "X"}
    answers = [client.post(reverse("entrance:join"), form).status_code for _ in range(7)]
    assert answers == [302] * 5 + [422] * 2
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("name", ["\x00", " ", "\u202e", "x" * 200])
def test_a_name_that_is_none_is_refused(name: str, client: Client, db: None) -> None:
    answer = client.post(reverse("entrance:join"), {"email": "x@voorbeeld.example", "name": name})
    assert answer.status_code == 422
    assert mail.outbox == []


def test_who_is_in_need_not_come_in(member: Person, client: Client) -> None:
    client.force_login(member, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Je doet al mee" in client.get(reverse("entrance:join")).content.decode()


def test_an_invitation_does_not_take_a_second_step_away(
    moderator: Person, member: Person, client: Client, prove: Prove
) -> None:
    """Somebody who set a code from an app is asked for it here too."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(member, generate_totp_secret())
    link = invite(by=moderator, name="Kring")
    assert prove(client, member.email, start=link.get_absolute_url()) == reverse("mfa_authenticate")
    assert not get_user(client).is_authenticated
