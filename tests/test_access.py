"""Every address of the house, asked for by every member of the cast, against one table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from leerkring.foundation.search.registry import searchables
from tests.access_table import ROWS, body
from tests.cast import CAST, SIGNED_IN, World

AsMember = Callable[[str], Client]
Places = dict[str, dict[str, Any]]
LOGIN = f"{reverse(settings.LOGIN_URL)}?next="


@dataclass(frozen=True)
class Row:
    """One line of the table; `gets` in the order of the cast."""

    method: str
    name: str
    about: str
    gets: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.method} {self.name} {self.about}"


def read_rows() -> list[Row]:
    """The columns are fixed: 5 for the method, 37 for the name, 15 for the object."""
    lines = [line for line in ROWS.splitlines()[1:] if line]
    return [
        Row(line[:5].strip(), line[5:42].strip(), line[42:57].strip(), tuple(line[57:].split()))
        for line in lines
    ]


TABLE = read_rows()


def named(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The name of every address, with its namespace; one without a name shows its pattern."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from named(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}" if pattern.name else str(pattern.pattern)


def ask(browser: Client, row: Row, url: str) -> HttpResponse:
    return browser.get(url) if row.method == "GET" else browser.post(url, body(row.name))


def what_came(response: HttpResponse, url: str) -> str:
    if response.status_code == 302 and unquote(response["Location"]) == LOGIN + url:
        return "in"
    return str(response.status_code)


def test_the_table_holds_every_address_and_no_other() -> None:
    assert sorted({row.name for row in TABLE}) == sorted(set(named(get_resolver().url_patterns)))


def test_the_table_says_something_of_everyone_in_the_cast() -> None:
    assert [str(row) for row in TABLE if len(row.gets) != len(CAST)] == []
    assert len(set(map(str, TABLE))) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_everyone_gets_what_the_table_says(
    row: Row, places: Places, as_member: AsMember, forget_tries: Callable[[], None]
) -> None:
    url = reverse(row.name, kwargs=places[row.about])
    came = []
    for person in CAST:
        with transaction.atomic():  # each finds the world as it was
            came.append(what_came(ask(as_member(person), row, url), url))
            transaction.set_rollback(True)
        forget_tries()
    assert tuple(came) == row.gets


@pytest.mark.parametrize("row", [r for r in TABLE if "404" in r.gets[:-1]], ids=str)
def test_out_of_sight_looks_the_same_as_not_there(
    row: Row, places: Places, as_member: AsMember
) -> None:
    """Nobody learns by trying numbers what exists."""
    browser = as_member(CAST[row.gets.index("404")])
    asked = places[row.about]
    hidden = ask(browser, row, reverse(row.name, kwargs=asked))
    gone = {key: 987654321 if type(value) is int else value for key, value in asked.items()}
    missing = ask(browser, row, reverse(row.name, kwargs=gone))
    assert (missing.status_code, without_token(missing)) == (404, without_token(hidden))


def without_token(response: HttpResponse) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


@pytest.mark.parametrize("person", CAST)
def test_no_page_leads_anyone_to_a_closed_door(
    person: str, world: World, as_member: AsMember
) -> None:
    """Every link and picture on every page that can be reached from home opens."""
    browser = as_member(person)
    waiting, seen, closed = [("", "/")], {"/"}, []
    while waiting:
        came_from, url = waiting.pop()
        response = browser.get(url, follow=True)
        if response.status_code != 200:
            closed.append(f"{url} ({response.status_code}), linked on {came_from}")
        elif response["Content-Type"].startswith("text/html"):
            new = links_of(response.content.decode(), url) - seen
            seen |= new
            waiting += [(url, link) for link in new]
    assert closed == []


def links_of(page: str, url: str) -> set[str]:
    """Addresses on our own site, without what browsers fetch as a static file."""
    found = re.findall(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]+)"', page)
    parts = [urlsplit(link.replace("&amp;", "&")) for link in found]
    paths = {part.path or urlsplit(url).path for part in parts if not part.scheme}
    return {path for path in paths if not path.startswith("/static/")}


@pytest.mark.parametrize("person", CAST)
def test_every_form_sends_to_an_address_of_the_house(
    person: str, places: Places, as_member: AsMember
) -> None:
    browser = as_member(person)
    opened = [r for r in TABLE if r.method == "GET" and r.gets[CAST.index(person)] == "200"]
    for row in opened:
        url = reverse(row.name, kwargs=places[row.about])
        response = browser.get(url)
        if response["Content-Type"].startswith("text/html"):
            for action in re.findall(r'<form\b[^>]*\saction="([^"]+)"', response.content.decode()):
                resolve(urlsplit(action).path or url)


READERS_OF_THEIRS = {"other_team", "coordinator"}


@pytest.mark.parametrize("person", CAST)
@pytest.mark.parametrize("page", ["home", "newspapers:list"])
def test_lists_of_papers_show_a_team_paper_only_to_who_may_read_it(
    page: str, person: str, world: World, as_member: AsMember
) -> None:
    shown = as_member(person).get(reverse(page)).content.decode()
    papers = world.papers
    assert papers["own"].get_absolute_url() in shown
    assert (papers["theirs"].get_absolute_url() in shown) == (person in READERS_OF_THEIRS)


@pytest.mark.parametrize("person", SIGNED_IN)
def test_home_shows_only_programmes_teams_and_sessions_of_your_own(
    person: str, places: Places, as_member: AsMember
) -> None:
    shown = as_member(person).get(reverse("home")).content.decode()
    for kind, names in (("team", ("own", "theirs", "led")), ("session", ("own", "theirs", "led"))):
        for name in names:
            url = reverse(kind, kwargs=places[f"{kind} {name}"])
            assert url not in shown or opens(f"GET {kind} {kind} {name}", person)
    for name in ("programme", "waiting"):
        url = reverse("programme", kwargs=places[name])
        assert (f'href="{url}"' in shown) == opens(f"GET programme {name}", person)


def opens(line: str, person: str) -> bool:
    row = next(row for row in TABLE if str(row) == line)
    return row.gets[CAST.index(person)] == "200"


@pytest.mark.parametrize("person", ["outsider", "manager"])
def test_who_takes_part_in_nothing_sees_no_name_of_a_team_that_kept_its_paper(
    person: str, world: World, as_member: AsMember
) -> None:
    browser = as_member(person)
    for page in ("home", "programmes:list", "newspapers:list"):
        shown = browser.get(reverse(page)).content.decode()
        for key in ("theirs", "led", "small", "calm"):
            assert world.teams[key].team.name not in shown


@pytest.mark.parametrize("person", ["professional", "other_team", "facilitator", "coordinator"])
def test_a_programme_opens_only_the_teams_that_the_table_opens(
    person: str, places: Places, as_member: AsMember
) -> None:
    page = reverse("programme", kwargs=places["programme"])
    shown = as_member(person).get(page).content.decode()
    for key in ("own", "theirs", "led", "small"):
        url = reverse("team", kwargs=places[f"team {key}"])
        assert (f'href="{url}"' in shown) == opens(f"GET team team {key}", person)


def test_a_withheld_team_gets_no_figure_and_learns_why(places: Places, as_member: AsMember) -> None:
    url = reverse("team", kwargs=places["team small"])
    shown = as_member("coordinator").get(url).content.decode()
    result = re.search(r"3 (?:van|antwoorden|mensen)|gemiddelde? \d", shown)
    assert result is None
    assert "te weinig" in shown.lower() or "minstens" in shown.lower() or "minder dan" in shown


def test_a_public_paper_is_the_public_version_for_its_own_team_too(world: World) -> None:
    assert world.papers["own"].paper.audience == "openbaar"
    assert world.papers["theirs"].paper.audience == "team"


TEAM_PAGES = [row for row in TABLE if (row.method, row.name) == ("GET", "team")]


@pytest.mark.parametrize("person", CAST)
def test_search_finds_the_sessions_of_which_the_team_page_opens(
    person: str, places: Places, as_member: AsMember
) -> None:
    shown = as_member(person).get(reverse("search:show"), {"soort": "sessie"}).content.decode()
    for row in TEAM_PAGES:
        with_session = row.about not in ("stray team", "team asking")
        found = f'href="{reverse("team", kwargs=places[row.about])}"' in shown
        assert found == (with_session and opens(str(row), person)), row


@pytest.mark.parametrize("person", CAST)
def test_everything_that_search_finds_opens(person: str, world: World, as_member: AsMember) -> None:
    browser, found = as_member(person), []
    for kind in searchables():
        page = browser.get(reverse("search:show"), {"soort": kind.kind}).content.decode()
        found += re.findall(r'class="hit__title"><a href="([^"#]+)', page)
    assert len(found) > 5
    assert [url for url in found if browser.get(url, follow=True).status_code != 200] == []
