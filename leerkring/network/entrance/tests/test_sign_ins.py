"""Where somebody is signed in, and how that ends."""

import re
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.entrance.models import SESSION_DAYS, SignIn
from leerkring.network.people.models import Person

PASSWORD = "een-lang-wachtwoord"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604"


@pytest.fixture
def ilse(db: None) -> Person:
    person = Person.objects.create_user("ilse@leerkring.example", "Ilse", PASSWORD)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def browser_of(person: Person, user_agent: str = FIREFOX, password: str = PASSWORD) -> Client:
    browser = Client(headers={"user-agent": user_agent})
    form = {"login": person.email, "password": password}
    browser.post(reverse("account_login"), form)
    assert get_user(browser) == person
    return browser


def test_every_sign_in_is_in_the_list_and_this_one_is_marked(ilse: Person) -> None:
    here = browser_of(ilse)
    browser_of(ilse, PHONE)
    page = here.get(reverse("entrance:sign_ins")).content.decode()
    found = re.findall("<tr>.*?</tr>", page, re.DOTALL)
    rows = [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in found]
    assert any("Safari op een iPhone" in row and "hier" not in row for row in rows)
    assert any("Firefox op Windows hier" in row for row in rows)


def test_no_network_address_is_kept(ilse: Person) -> None:
    browser_of(ilse).get(reverse("entrance:sign_ins"), REMOTE_ADDR="203.0.113.9")
    names = {field.name for field in SignIn._meta.fields}
    assert names == {"id", "person", "session_key", "device", "since", "seen_on"}


def test_signing_out_elsewhere_ends_that_session_and_no_other(ilse: Person) -> None:
    here, there = browser_of(ilse), browser_of(ilse, PHONE)
    row = SignIn.objects.get(device="Safari op een iPhone")
    here.post(reverse("entrance:sign_in_end", args=[row.pk]))
    assert get_user(here) == ilse
    assert not get_user(there).is_authenticated
    assert SignIn.objects.count() == Session.objects.count() == 1


@pytest.mark.parametrize(("form", "stays"), [({}, True), ({"ook": "hier"}, False)])
def test_signing_out_everywhere(form: dict[str, str], stays: bool, ilse: Person) -> None:
    here, others = browser_of(ilse), [browser_of(ilse, PHONE) for _ in range(2)]
    here.post(reverse("entrance:sign_in_end_all"), form)
    assert not any(get_user(other).is_authenticated for other in others)
    assert get_user(here).is_authenticated is stays
    assert SignIn.objects.count() == int(stays)


def test_ending_the_one_in_which_one_sits_leads_to_the_door(ilse: Person) -> None:
    here = browser_of(ilse)
    row = SignIn.objects.get()
    answer = here.post(reverse("entrance:sign_in_end", args=[row.pk]))
    assert answer["Location"] == reverse("account_login")
    assert not get_user(here).is_authenticated


def test_signing_out_takes_the_row_away(ilse: Person) -> None:
    browser_of(ilse).post(reverse("account_logout"))
    assert not SignIn.objects.exists()


def test_a_session_is_seen_once_a_day(ilse: Person) -> None:
    here = browser_of(ilse)
    SignIn.objects.update(seen_on=date(2020, 1, 1))
    here.get(reverse("account_email"))
    assert SignIn.objects.get().seen_on == date(2020, 1, 1)  # it was noted today already
    session = here.session
    session["entrance_sign_in"] = [session.session_key, "2020-01-01"]
    session.save()
    here.get(reverse("account_email"))
    assert SignIn.objects.get().seen_on == timezone.localdate()


def test_what_was_not_seen_for_five_weeks_is_not_shown(ilse: Person) -> None:
    here = browser_of(ilse)
    old = timezone.localdate() - timedelta(days=SESSION_DAYS + 1)
    SignIn.objects.create(person=ilse, session_key="oud", device="Opera op Linux", seen_on=old)
    assert "Opera" not in here.get(reverse("entrance:sign_ins")).content.decode()


def test_a_new_password_ends_the_other_sign_ins(ilse: Person) -> None:
    here, there = browser_of(ilse), browser_of(ilse, PHONE)
    new = {
        "oldpassword": PASSWORD,
        "password1": "nog-een-langer-1",
        "password2": "nog-een-langer-1",
    }
    here.post(reverse("account_change_password"), new)
    assert not get_user(there).is_authenticated
    assert get_user(here) == ilse
    row = SignIn.objects.get()
    assert row.session_key == here.session.session_key


def test_a_password_that_was_reset_ends_them_all(ilse: Person) -> None:
    there = browser_of(ilse, PHONE)
    asking = Client()
    asking.post(reverse("account_reset_password"), {"email": ilse.email})
    url = re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]
    page = asking.get(url)["Location"]
    asking.post(page, {"password1": "nog-een-langer-1", "password2": "nog-een-langer-1"})
    assert not get_user(there).is_authenticated
    assert not SignIn.objects.exists()


def test_the_list_costs_the_same_for_one_row_and_for_three(
    ilse: Person, django_assert_max_num_queries: object
) -> None:
    here = browser_of(ilse)
    for number in range(3):
        SignIn.objects.create(
            person=ilse, session_key=str(number), device="D", seen_on=timezone.localdate()
        )
        with django_assert_max_num_queries(5):  # type: ignore[operator]
            here.get(reverse("entrance:sign_ins"))
