"""The pages behind a link: what they answer to whom, how often, and how heavy they are."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.network.people.models import Person
from leerkring.practice.answering.actions import PosterIsFull, finish, hang_poster, take_link
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Draft, Link, OwnLine, Poster, Sending
from leerkring.practice.answering.own_lines import key_behind, own_line
from leerkring.practice.answering.tests.conftest import Asked, fill
from leerkring.practice.scans.models import Response

JSON = {"HTTP_ACCEPT": "application/json"}
BEHIND_A_DOOR = (
    "welcome",
    "statement",
    "answer",
    "overview",
    "handing_in",
    "result",
    "no_mail",
    "knowledge",
)
MOST_BYTES = 30_000


def url(name: str, door: Secret | str, number: int = 1) -> str:
    key = door.link if isinstance(door, Secret) else door
    numbered = {"number": number} if name in ("statement", "answer") else {}
    return reverse(f"answering:{name}", kwargs={"door": key, **numbered})


def give(client: Client, door: Secret, number: int, value: object, **headers: str) -> HttpResponse:
    return client.post(url("answer", door, number), {"value": value}, **headers)


def everything() -> list[tuple[object, ...]]:
    models = (Response, Draft, Link, OwnLine, Poster, Sending)
    return [row for model in models for row in model.objects.order_by("pk").values_list()]


@pytest.fixture
def door(asked: Asked) -> Secret:
    return asked.door()


@pytest.mark.parametrize("name", BEHIND_A_DOOR)
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_nothing_behind_a_link_is_stored_on_the_way_or_told_on(
    name: str, method: str, door: Secret, client: Client
) -> None:
    """Also where it redirects, refuses or knows no such link."""
    for key in (door.link, "onbekend"):
        response = getattr(client, method)(url(name, key))
        if response.status_code == 405:
            continue
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("name", BEHIND_A_DOOR)
def test_looking_changes_nothing(name: str, door: Secret, client: Client) -> None:
    fill(door, 3, 3)
    before = everything()
    for method in (client.get, client.head):
        response = method(url(name, door), follow=method is client.get)
        assert response.status_code < 500
    assert everything() == before
    assert client.head(url("welcome", door)).content == b""


@pytest.mark.parametrize("name", [*BEHIND_A_DOOR, "poster"])
def test_other_methods_are_refused(name: str, door: Secret, client: Client) -> None:
    for method in (client.put, client.delete, client.patch):
        assert method(url(name, door)).status_code == 405
    if name in ("welcome", "statement", "overview", "result"):
        assert client.post(url(name, door)).status_code == 405


@pytest.mark.parametrize("key", ["onbekend", "A" * 22, "é", "x" * 300])
def test_a_link_that_is_not_known_is_404_with_a_way_on(
    key: str, asked: Asked, client: Client
) -> None:
    response = client.get(url("welcome", key))
    assert response.status_code == 404
    assert "Deze link werkt niet" in response.content.decode()
    assert client.post(url("answer", key), {"value": 3}, **JSON).status_code == 404


def test_an_answer_takes_one_round_trip_and_two_queries(door: Secret, client: Client) -> None:
    """The first, a later one, and the same again; also for who has signed in."""
    client.force_login(
        Person.objects.create_user("noor@voorbeeld.nl"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    for number, value in ((1, 3), (2, 4), (2, 4), (36, 255)):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            response = give(client, door, number, value, **JSON)
        assert (response.status_code, response.json()) == (200, {"kept": number})
        queries = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"]]
        assert len(queries) <= 2, queries


@pytest.mark.parametrize("name", ["welcome", "statement", "overview"])
def test_a_page_takes_two_queries(
    name: str, door: Secret, client: Client, django_assert_max_num_queries: Callable
) -> None:
    fill(door, 3)
    with django_assert_max_num_queries(2):
        assert client.get(url(name, door)).status_code == 200


@pytest.mark.parametrize("name", ["welcome", "statement"])
def test_the_first_load_is_light(name: str, door: Secret, client: Client) -> None:
    """The page as it is (the server does not compress it), and what it links to, compressed."""
    page = client.get(url(name, door)).content
    linked = set(re.findall(rb'(?:href|src)="/static/([^"]+)"', page))
    modules = {path for path in linked if path.endswith(b".js")}
    while modules:  # a script may ask for others
        path = modules.pop().decode()
        text = open_static(path)
        folder = path.rpartition("/")[0]
        found = {
            f"{folder}/{name.decode()}".encode() for name in re.findall(rb'"\./([\w.]+)"', text)
        }
        modules |= found - linked
        linked |= found
    assert len(linked) >= 2
    compressed = sum(len(gzip.compress(open_static(path.decode()))) for path in linked)
    assert len(page) + compressed <= MOST_BYTES


def open_static(path: str) -> bytes:
    found = finders.find(path)
    assert found, path
    return Path(str(found)).read_bytes()


def test_with_a_script_an_answer_is_kept_and_nothing_more_is_sent(
    door: Secret, client: Client
) -> None:
    assert give(client, door, 1, 4, **JSON).content == b'{"kept": 1}'
    assert give(client, door, 1, 4, **JSON).status_code == 200
    assert Draft.objects.count() == 1


def test_without_a_script_the_next_statement_follows(door: Secret, client: Client) -> None:
    response = client.post(url("answer", door, 1), {"value": 4}, follow=True)
    assert response.status_code == 200
    assert response.context["number"] == 2
    last = client.post(url("answer", door, 36), {"value": 4})
    assert last["Location"] == url("overview", door)
    assert client.get(url("statement", door, 1)).context["given"] == 4


@pytest.mark.parametrize("value", ["", "6", "0", "-1", "veel", "3.5", "9" * 30])
def test_what_is_not_on_the_scale_is_said_and_not_kept(
    value: str, door: Secret, client: Client
) -> None:
    page = give(client, door, 1, value)
    assert page.status_code == 422
    assert "Kies een antwoord" in page.content.decode()
    assert give(client, door, 1, value, **JSON).status_code == 422
    assert not Draft.objects.exists()


@pytest.mark.parametrize("number", [0, 37, 10**12])
def test_a_statement_that_does_not_exist(number: int, door: Secret, client: Client) -> None:
    assert client.get(url("statement", door, number))["Location"] == url("overview", door)
    for headers in ({}, JSON):
        assert give(client, door, number, 3, **headers).status_code == 404


def test_reloading_an_address_that_only_takes_answers_leads_back(
    door: Secret, client: Client
) -> None:
    assert client.get(url("answer", door, 7))["Location"] == url("statement", door, 7)
    assert client.get(url("handing_in", door))["Location"] == url("overview", door)


def test_one_goes_on_where_one_stopped_on_any_device(door: Secret, client: Client) -> None:
    for number in (1, 2, 3):
        give(client, door, number, 3)
    page = Client().get(url("welcome", door))
    assert (page.context["answered"], page.context["next"]) == (3, 4)


def test_handing_in_shows_ones_own_result_and_the_key(door: Secret, client: Client) -> None:
    fill(door, *[2] * 36)
    page = client.post(url("handing_in", door), follow=True)
    key = key_behind(door)
    assert key
    assert key.words in page.content.decode()
    again = client.post(url("handing_in", door), follow=True)
    assert again.context["key"] == key.words
    assert Response.objects.count() == 1


def test_after_handing_in_a_door_leads_to_the_result_and_takes_no_answers(
    door: Secret, client: Client
) -> None:
    fill(door, 3)
    finish(door)
    page = client.get(url("welcome", door))
    assert page.status_code == 410
    assert url("result", door) in page.content.decode()
    assert give(client, door, 1, 5).status_code == 410
    assert give(client, door, 1, 5, **JSON).status_code == 410


def test_before_handing_in_there_is_no_result(door: Secret, client: Client) -> None:
    fill(door, 3)
    assert client.get(url("result", door)).status_code == 410


@pytest.mark.parametrize("name", BEHIND_A_DOOR)
def test_after_closing_a_door_says_so(name: str, asked: Asked, client: Client) -> None:
    done, started = asked.door(person=1), asked.door(person=2)
    for one in (done, started):
        fill(one, 3)
    finish(done)
    end_round(asked.round, by=None)
    for one in (done, started):
        method = client.post if name in ("answer", "handing_in") else client.get
        page = method(url(name, one), {"value": 3})
        if name != "no_mail":
            assert page.status_code == 410
            assert "gesloten" in page.content.decode()
            assert "Bekijk je eigen uitkomst</a>" not in page.content.decode()


def test_a_poster_gives_a_door_until_the_team_is_full(asked: Asked, client: Client) -> None:
    poster = hang_poster(asked.round, asked.teams["Zuid"])
    assert client.get(url("poster", poster)).status_code == 200
    assert not Link.objects.exists()
    came = client.post(url("poster", poster))
    assert client.get(came["Location"]).status_code == 200
    assert client.post(url("poster", poster)).status_code == 302
    assert client.post(url("poster", poster)).status_code == 409
    assert Link.objects.count() == 2
    with pytest.raises(PosterIsFull):
        take_link(Poster.objects.get())


def test_a_poster_takes_nobody_in_after_the_last_day_or_after_closing(
    asked: Asked, client: Client, at: Callable[..., None]
) -> None:
    poster = hang_poster(asked.round, asked.teams["Zuid"])
    at(2026, 11, 1, 0, 0)
    assert client.post(url("poster", poster)).status_code == 200
    assert not Link.objects.exists()
    end_round(asked.round, by=None)
    assert client.get(url("poster", poster)).status_code == 404


def test_no_more_mail_is_asked_for_with_a_button(asked: Asked, client: Client) -> None:
    door = asked.door()
    waiting = Sending.objects.waiting().filter(invitee__email="noord1@voorbeeld.nl")
    assert not client.get(url("no_mail", door)).context["is_off"]
    assert waiting.count() == 3
    assert client.post(url("no_mail", door)).context["is_off"]
    assert waiting.count() == 0
    assert Sending.objects.waiting().count() == 45
    assert client.get(url("welcome", door)).status_code == 200


class TestOwnLine:
    """The pages that only ask for a key."""

    @pytest.fixture
    def key(self, door: Secret) -> Secret:
        fill(door, *[2] * 36)
        return finish(door)

    def test_a_key_opens_the_result_and_a_wrong_one_says_so(
        self, key: Secret, client: Client
    ) -> None:
        page = client.post(reverse("answering:line"), {"key": key.words.lower()})
        assert page.status_code == 200
        assert page["Cache-Control"] == "no-store"
        wrong = client.post(reverse("answering:line"), {"key": Secret.new().words})
        assert wrong.status_code == 422
        assert client.post(reverse("answering:line"), {"key": "half"}).status_code == 422
        assert client.put(reverse("answering:line")).status_code == 405

    def test_a_key_is_saved_as_a_file(self, key: Secret, client: Client) -> None:
        file = client.post(reverse("answering:line_saved"), {"key": key.words})
        assert key.words in file.content.decode()
        assert "attachment" in file["Content-Disposition"]
        assert file["Cache-Control"] == "no-store"
        assert client.post(reverse("answering:line_saved"), {"key": "x"}).status_code == 302

    def test_two_keys_become_one_line(self, key: Secret, asked: Asked, client: Client) -> None:
        other = asked.door(person=2)
        fill(other, *[4] * 36)
        older = finish(other)
        form = {"key": older.words, "newer": key.words}
        page = client.post(reverse("answering:line_joined"), form)
        assert page.status_code == 200
        assert len(own_line(older) or []) == 2
        assert own_line(key) is None

    def test_who_mistypes_the_older_key_keeps_the_newer_one_in_sight(
        self, key: Secret, client: Client
    ) -> None:
        form = {"key": "half", "newer": key.words}
        page = client.post(reverse("answering:line_joined"), form)
        assert page.status_code == 422
        assert key.words in page.content.decode()
        nothing = client.post(reverse("answering:line_joined"), {"key": "x", "newer": "y"})
        assert nothing.status_code == 422

    def test_a_result_is_thrown_away_and_its_door_says_that_answers_are_in(
        self, key: Secret, door: Secret, client: Client
    ) -> None:
        assert client.post(reverse("answering:line_forgotten"), {"key": key.words}).context["found"]
        again = client.post(reverse("answering:line_forgotten"), {"key": key.words})
        assert not again.context["found"]
        page = client.get(url("result", door))
        assert page.status_code == 410
        assert page.context["has_result"] is False

    def test_throwing_away_asks_for_a_post(self, key: Secret, client: Client) -> None:
        for name in ("line_forgotten", "line_joined", "line_saved"):
            assert client.get(reverse(f"answering:{name}"), {"key": key.words}).status_code == 405
        assert OwnLine.objects.count() == 1


def test_a_post_from_elsewhere_is_refused(door: Secret) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(url("answer", door), {"value": 3}).status_code == 403
    assert not Draft.objects.exists()
    assert "csrf" in " ".join(site.MIDDLEWARE).lower()
