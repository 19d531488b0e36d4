"""The page with notices, the page to choose, and the link to get no more mail."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications import registry
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    Delivery,
    DigestStop,
    Notice,
    Preference,
)
from leerkring.foundation.notifications.tasks import run_due
from leerkring.foundation.notifications.unsubscribe_actions import Scope, token_of

pytestmark = pytest.mark.usefixtures("hidden")
LIST = "/meldingen/"


def tell(people, about, event="tests.remark", **more):
    more = {"title": "Titel", "sentence": "Een zin.", "url": "/over/"} | more
    return notify(event, people=[p.pk for p in people], about=about, **more)


@pytest.fixture
def anna(people, client):
    client.force_login(people[0], backend="allauth.account.auth_backends.AuthenticationBackend")
    return people[0]


def shown(client, url=LIST):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_shows_ones_own_newest_first_and_what_is_new(anna, people, thing, client) -> None:
    tell([anna], thing(), title="Eerste", by=people[1])
    tell([anna], thing(), title="Tweede")
    tell(people[1:], thing(), title="Van een ander")
    Notice.objects.filter(occasion__title="Eerste", person=anna).get().read()
    page = shown(client)
    assert page.index("Tweede") < page.index("Eerste")
    assert page.count(">Nieuw<") == 1
    assert "Bram" in page
    assert "Van een ander" not in page
    assert "Eerste" not in shown(client, LIST + "?toon=ongelezen")


def test_what_one_may_not_see_any_more_is_not_on_the_page(anna, thing, client, hidden) -> None:
    gone = thing()
    tell([anna], gone, title="Verborgen")
    notice = Notice.objects.get()
    hidden.pairs.add((anna.pk, str(gone.pk)))
    assert "Verborgen" not in shown(client)
    assert client.get(reverse("notifications:notice", args=[notice.pk])).status_code == 404


def test_what_no_room_of_this_process_knows_breaks_no_page(
    anna, thing, client, monkeypatch
) -> None:
    """Another version of the site, or a process that made something more, may have told it."""
    tell([anna], thing(), title="Van een kamer die weg is")
    monkeypatch.setattr(registry, "_events", {})
    monkeypatch.setattr(registry, "_visible", {})
    assert "Van een kamer" not in shown(client)
    assert client.get(f"/meldingen/{Notice.objects.get().pk}/").status_code == 404
    run_due(timezone.now() + timedelta(days=8))
    assert mail.outbox == []


def test_opening_one_leads_to_it_and_makes_it_read(anna, people, thing, client) -> None:
    tell(people[:2], thing())
    own, other = Notice.objects.order_by("person")
    response = client.get(reverse("notifications:notice", args=[own.pk]))
    assert (response.status_code, response["Location"]) == (302, "/over/")
    assert Notice.objects.get(pk=own.pk).read_at
    assert client.get(reverse("notifications:notice", args=[other.pk])).status_code == 404
    assert Notice.objects.get(pk=other.pk).read_at is None


def test_one_or_all_can_be_marked_as_read(anna, people, thing, client) -> None:
    for _ in range(3):
        tell(people[:2], thing())
    first = Notice.objects.filter(person=anna).first()
    client.post(reverse("notifications:reading", args=[first.pk]))
    assert Notice.objects.filter(person=anna, read_at=None).count() == 2
    client.post(reverse("notifications:reading_all"))
    assert Notice.objects.filter(person=anna, read_at=None).count() == 0
    assert Notice.objects.filter(person=people[1], read_at=None).count() == 3


def test_older_ones_are_a_page_further_each_once(anna, thing, client) -> None:
    for number in range(65):
        tell([anna], thing(), title=f"Nr. {number}.")
    seen, url = [], LIST
    while url:
        page = shown(client, url)
        seen += re.findall(r"Nr\. (\d+)\.</a>", page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        url = found and found[1].replace("&amp;", "&")
    assert seen == [str(number) for number in reversed(range(65))]


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "²", "%00"])
def test_a_strange_place_to_go_on_from_is_no_error(before, anna, client) -> None:
    shown(client, f"{LIST}?voor={before}")


def test_the_list_costs_the_same_for_one_and_for_many(anna, people, thing, client) -> None:
    def cost():
        with CaptureQueriesContext(connection) as captured:
            shown(client)
        return len(captured)

    tell([anna], thing(), by=people[1])
    one = cost()
    for _ in range(4):
        tell([anna], thing(), by=people[2])
    assert cost() == one
    assert one <= 6


def fill_in(page):
    """What a browser would post, unless somebody touches it."""
    body = {}
    for name in re.findall(r'<input type="checkbox" name="([^"]+)"[^>]*checked', page):
        body[name] = "on"
    for name, inside in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', page, re.DOTALL):
        body[name] = re.search(r'value="([^"]*)" selected', inside)[1]
    return body


SETTINGS = LIST + "instellingen/"


def test_choosing_is_kept_and_what_is_default_is_not(anna, client) -> None:
    registry.register_circles(lambda person: [(7, "Kring <Zeven>"), (8, "Acht")])
    body = fill_in(shown(client, SETTINGS))
    assert body["mail_tests.answer"] == "direct"
    body |= {"mail_tests.remark": "dag", "circle_7": "stil"}
    del body["digest_week"]
    assert client.post(SETTINGS, body).status_code == 302
    assert [(p.event, p.site, p.mail) for p in Preference.objects.all()] == [
        ("tests.remark", True, "dag")
    ]
    assert CircleLoudness.objects.get().loudness == "stil"
    assert DigestStop.objects.get().frequency == "week"
    page = shown(client, SETTINGS)
    assert fill_in(page) == body
    assert "Kring &lt;Zeven&gt;" in page
    client.post(
        SETTINGS, body | {"mail_tests.remark": "week", "digest_week": "on", "circle_7": "normaal"}
    )
    assert not Preference.objects.exists()
    assert not DigestStop.objects.exists()
    assert not CircleLoudness.objects.exists()


def test_choosing_holds_for_what_waits(anna, thing, client) -> None:
    tell([anna], thing())
    body = fill_in(shown(client, SETTINGS))
    client.post(SETTINGS, body | {"mail_tests.remark": "dag"})
    assert Delivery.objects.get().frequency == "dag"
    client.post(SETTINGS, body | {"mail_tests.remark": "nooit"})
    assert Delivery.objects.get().dropped_at


def test_nonsense_is_refused_and_nothing_is_kept(anna, client) -> None:
    body = fill_in(shown(client, SETTINGS))
    response = client.post(SETTINGS, body | {"mail_tests.remark": "soms"})
    assert response.status_code == 422
    assert not Preference.objects.exists()


def latest_mail():
    return mail.outbox[-1]


def test_a_single_mail_says_enough_and_can_be_stopped(people, thing) -> None:
    about = thing()
    tell(
        people[:1],
        about,
        "tests.answer",
        title="Een antwoord",
        sentence="Zo deden wij het.",
        by=people[1],
    )
    tell(people[:1], thing(), "tests.answer", thread=about, title="Nog een")
    run_due(timezone.now())
    first, second = mail.outbox
    html, kind = first.alternatives[0]
    for words in ("Een antwoord", "Zo deden wij het.", "Bram", "http://127.0.0.1:8000/over/"):
        assert words in first.body
        assert words in html
    assert kind == "text/html"
    headers = first.message()
    assert headers["References"] == headers["In-Reply-To"] == second.message()["References"]
    assert headers["Message-ID"] != second.message()["Message-ID"]
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<http://127.0.0.1:8000/afmelden/[^>]+/>", headers["List-Unsubscribe"])


def test_words_of_people_are_escaped_in_html_and_left_alone_in_text(people, thing) -> None:
    tell(people[:1], thing(), "tests.answer", title="<script>a & b</script>", sentence="1 < 2")
    run_due(timezone.now())
    sent = latest_mail()
    assert "<script>a & b</script>" in sent.body
    assert "<script>" not in sent.alternatives[0][0]
    assert "&lt;script&gt;a &amp; b" in sent.alternatives[0][0]


def address_in(sent):
    found = re.search(r"<https?://[^/]+(/[^>]+)>", sent.message()["List-Unsubscribe"])
    return found[1]


def test_looking_at_the_link_changes_nothing_and_posting_without_signing_in_does(
    people, thing
) -> None:
    tell(people[:1], thing(), "tests.answer")
    run_due(timezone.now())
    url = address_in(latest_mail())
    scanner = Client(enforce_csrf_checks=True)
    assert "Een antwoord op je vraag" in shown(scanner, url)
    scanner.head(url)
    assert not Preference.objects.exists()
    for _ in range(2):
        response = scanner.post(url, {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 200
    assert [(p.event, p.mail, p.site) for p in Preference.objects.all()] == [
        ("tests.answer", "nooit", True)
    ]
    tell(people[:1], thing(), "tests.answer")
    run_due(timezone.now())
    assert len(mail.outbox) == 1
    assert Notice.objects.count() == 2


def test_a_digest_that_is_stopped_stays_stopped_whatever_comes_in_it_later(
    people, thing, client
) -> None:
    tell(people[:1], thing())
    run_due(timezone.now() + timedelta(days=7))
    client.post(address_in(latest_mail()))
    registry.register(registry.Event("tests.new", "Iets nieuws", "Nieuw"))
    tell(people[:1], thing(), "tests.new")
    run_due(timezone.now() + timedelta(days=15))
    assert len(mail.outbox) == 1
    assert DigestStop.objects.get().frequency == "week"


def test_a_link_that_was_tampered_with_opens_nothing(people, client) -> None:
    token = token_of(people[0], Scope.of_event("tests.answer"))
    other = token_of(people[1], Scope.of_event("tests.answer"))
    forged = other.split(":")[0] + ":" + token.split(":")[1]
    unknown = token_of(people[0], Scope.of_event("tests.unknown"))
    for bad in (forged, token[:-1], "x", unknown, token_of(people[0], Scope(digest="direct"))):
        for send in (client.get, client.post):
            assert send(reverse("notifications:unsubscribe", args=[bad])).status_code == 404
    assert not Preference.objects.exists()
