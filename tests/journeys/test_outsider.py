"""Who is in no circle, signed in or not, finds nothing of what is said in one, by any road."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import choose_theme
from tests.journeys.conftest import Stage, WalkIn
from tests.journeys.test_newcomer import DESK, PHONE, look_twice

WORD = "Zilverreiger"
MEMBER = "Samira Oudkerk"  # in the closed circle and in the hidden one
HIDDEN = ("Partners rond de Lombardkade", "Klankbord secret")
CLOSED = "Lerend netwerk Hechting"
ROADS = (
    *("/", "/themas/", "theme", "/werkgroepen/", "/deelnemers/", "/kalender/", "/prikbord/"),
    *("/updates/", "/blogs/", "/praktijkvoorbeelden/", "/vragen/", "/vragen/?stand=open"),
    *("/bijeenkomsten/", "/dilemmas/", "circle members", "circle open", "person"),
)
FEEDS = ("/blogs/feed.atom", "/vragen/feed.atom", "/kalender/openbaar.ics")
SEARCHES = ("zilverreiger", "zilverreigers vijver", '"rond de lombardkade"', "klankbord secret")


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """Addresses of what is said in circles, once for every outsider."""
    return {}


@pytest.fixture
def closed(walk_in: WalkIn, stage: Stage, said: dict[str, str]) -> Iterator[dict[str, str]]:
    """A member writes and asks in the closed circle and in the hidden one; who may, finds it."""
    if not said:
        member = walk_in("professional")
        for key in ("members", "hidden"):
            said[f"question {key}"] = ask(member, stage, key)
            said[f"blog {key}"] = write(member, stage, key)
        member.goto("/zoeken/?q=zilverreiger")
        expect(member.locator(".hits").get_by_role("link", name=WORD)).to_have_count(4)
    yield said


def ask(page: Page, stage: Stage, key: str) -> str:
    page.goto(stage.url(f"circle {key}"))
    page.get_by_role("link", name="Stel een vraag").first.click()
    page.get_by_label("Je vraag, in één zin").fill(f"{WORD} gezien bij de {key}-vijver?")
    choose_theme(page, "Thuiszitters")
    page.get_by_label("Alleen de werkgroep").check()
    page.get_by_role("button", name="Stel je vraag").click()
    anders = page.get_by_role("button", name="Mijn vraag is anders")
    expect(page.get_by_role("heading", level=1).or_(anders).first).to_be_visible()
    if anders.count():
        anders.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORD)
    return urlsplit(page.url).path


def write(page: Page, stage: Stage, key: str) -> str:
    page.goto(stage.url(f"circle {key}"))
    page.get_by_role("link", name="Schrijf een blog").click()
    page.get_by_label("Titel").fill(f"{WORD} in de {key}-polder")
    page.get_by_role("button", name="Begin met schrijven").click()
    page.locator(".editor").get_by_role("textbox").first.fill("Hij stond heel stil.")
    page.get_by_label("Alleen de werkgroep").check()
    choose_theme(page, "Thuiszitters")
    page.get_by_role("button", name="Bekijk en breng uit").click()
    page.get_by_role("button", name="Breng uit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORD)
    page.get_by_label("Je reactie").fill(f"Een {WORD}, echt waar.")
    page.get_by_role("button", name="Reageren").click()
    expect(page.locator(".remark__text")).to_have_count(1)
    return urlsplit(page.url).path


def secrets_in(text: str, *more: str) -> list[str]:
    return [word for word in (WORD, *HIDDEN, *more) if word.casefold() in text.casefold()]


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("who", ["visitor", "outsider"])
def test_an_outsider_finds_nothing_of_a_circle(
    walk_in: WalkIn, stage: Stage, closed: dict[str, str], who: str, width: int
) -> None:
    page = walk_in(who, width=width)
    for place in ROADS:
        page.goto(stage.url(place))
        assert secrets_in(page.locator("body").inner_text()) == [], place
        assert secrets_in(page.content()) == [], f"{place}, in what the browser does not show"
    for words in SEARCHES:
        page.goto(f"/zoeken/?q={words}")
        hits = " ".join(page.locator(".hits").all_inner_texts())
        assert secrets_in(hits) == [], words
    for place in FEEDS:
        answer = page.request.get(place)
        assert answer.ok, place
        assert secrets_in(answer.text(), CLOSED) == [], place
    page.goto(stage.url("circle members"))
    assert MEMBER not in page.locator("main").inner_text()
    for place in direct(stage, closed):
        answer = page.request.get(place, max_redirects=0)
        assert answer.status == (302 if who == "visitor" else 404), place
        assert secrets_in(answer.text()) == [], place


def direct(stage: Stage, closed: dict[str, str]) -> list[str]:
    """What one can type, or was sent: pages, who is there, dates, and what a moderator sees."""
    hidden, members = stage.named["circle hidden"], stage.named["circle members"]
    numbers = {key: re.sub(r"\D.*", "", path.split("/")[2]) for key, path in closed.items()}
    return [
        *closed.values(),
        *(hidden, f"{hidden}leden/", f"{members}leden/", f"{members}uitnodigen/"),
        *(stage.named[key] for key in ("post kring", "question circle", "draft", "case")),
        f"/stukken/{numbers['blog hidden']}/versies/",
        f"/melden/posts.post/{numbers['blog members']}/",
        f"/melden/questions.question/{numbers['question hidden']}/",
        f"/modereren/posts.post/{numbers['blog hidden']}/passage/",
        f"/modereren/questions.question/{numbers['question hidden']}/passage/",
    ]


def test_a_moderator_who_counts_on_reads_nothing_of_a_circle_of_others(walk_in: WalkIn) -> None:
    """The only guide of two circles asked something there; nobody flagged it."""
    page = walk_in("coordinator")
    places = [f"/modereren/questions.question/{number}/passage/" for number in range(1, 40)]
    answers = [page.request.get(place) for place in places]
    assert {answer.status for answer in answers} == {200, 404}
    shown = " ".join(answer.text() for answer in answers)
    assert "Wie kent members?" in shown  # a circle of their own
    assert "Wie kent secret?" not in shown and "Wie kent apart?" not in shown
    assert "Klankbord" not in shown


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_what_one_may_not_see_is_said_kindly(
    walk_in: WalkIn, stage: Stage, closed: dict[str, str], width: int
) -> None:
    outsider = walk_in("outsider", width=width).context.new_page()  # a 404 is meant here
    outsider.goto(closed["blog hidden"])
    expect(outsider.get_by_role("heading", level=1)).to_be_visible()
    look_twice(outsider, "not-found")
    visitor = walk_in("visitor", closed["question members"], width=width)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    look_twice(visitor, "sign-in-first")
    visitor.goto(stage.url("circle members"))
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Aanmelden")
