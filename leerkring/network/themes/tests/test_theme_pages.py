"""The pages about themes, as a visitor, a member and a moderator see them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme, follow, merge, rename
from leerkring.network.themes.models import Following, Theme

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def theme() -> Theme:
    return add_theme("Thuiszitters", description="Niet naar school.", synonyms=["Verzuim"], by=None)


@pytest.fixture
def browser_of() -> Callable[..., Client]:
    def sign_in(name: str, *, moderates: bool = False) -> Client:
        person = Person.objects.create_user(f"{name}@voorbeeld.invalid", name)
        Person.objects.filter(pk=person.pk).update(moderates=moderates)
        client = Client()
        client.force_login(person, backend=BACKEND)
        return client

    return sign_in


def test_a_visitor_reads_the_page_of_a_theme(theme: Theme, client: Client) -> None:
    page = client.get("/themas/thuiszitters/").content.decode()
    assert "Niet naar school." in page
    assert "Verzuim" in page
    assert "Meld je aan" in page


def test_old_and_merged_addresses_lead_on_for_good(theme: Theme, client: Client) -> None:
    rename(theme, "Terug naar school", by=None)
    other = add_theme("Leerplicht", by=None)
    merge(other, into=theme, by=None)
    for old in ("thuiszitters", "verzuim", "leerplicht"):
        answer = client.get(f"/themas/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, "/themas/terug-naar-school/")


def test_following_is_a_press_on_a_button(theme: Theme, browser_of: Callable[..., Client]) -> None:
    browser = browser_of("a")
    for _ in range(2):
        browser.post("/themas/thuiszitters/volgen/")
    assert Following.objects.get().theme == theme
    assert "1 mens volgt" in browser.get("/themas/thuiszitters/").content.decode()
    browser.post("/themas/thuiszitters/loslaten/")
    assert not Following.objects.exists()


def test_only_moderators_find_the_desk(theme: Theme, browser_of: Callable[..., Client]) -> None:
    for url in ("/themas/beheer/", "/themas/beheer/nieuw/", f"/themas/beheer/{theme.pk}/"):
        assert browser_of(f"a{url}".replace("/", "")).get(url).status_code == 404
        assert browser_of(f"b{url}".replace("/", ""), moderates=True).get(url).status_code == 200


def test_a_moderator_adds_renames_and_merges(
    theme: Theme, browser_of: Callable[..., Client]
) -> None:
    browser = browser_of("m", moderates=True)
    browser.post("/themas/beheer/nieuw/", {"name": "LVB", "synonyms": "Moeite met leren\nlvb"})
    lvb = Theme.objects.get(slug="lvb")
    assert lvb.synonyms == ["Moeite met leren"]
    browser.post(f"/themas/beheer/{lvb.pk}/", {"name": "Moeilijk leren", "synonyms": ""})
    assert Theme.objects.get(pk=lvb.pk).slug == "moeilijk-leren"
    browser.post(f"/themas/beheer/{lvb.pk}/samenvoegen/", {"into": theme.pk})
    assert Theme.objects.get(pk=lvb.pk).merged_into == theme


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "verzuim"},
        {"name": ""},
        {"name": "x" * 1_000_000},
        {"name": "Nul\x00"},
        {"name": "Goed", "synonyms": "thuiszitters"},
        {"name": "Goed", "synonyms": "x" * 81},
        {"name": "Goed", "synonyms": "\n".join(map(str, range(31)))},
    ],
    ids=["taken", "empty", "a megabyte", "null", "taken synonym", "long", "many"],
)
def test_what_cannot_be_a_theme_is_refused_with_a_sentence(
    theme: Theme, browser_of: Callable[..., Client], sent: dict[str, str]
) -> None:
    answer = browser_of("m", moderates=True).post("/themas/beheer/nieuw/", sent)
    assert answer.status_code == 422
    assert Theme.objects.count() == 1


def test_signs_that_turn_a_text_around_and_markup_do_no_harm(
    browser_of: Callable[..., Client],
) -> None:
    browser = browser_of("m", moderates=True)
    browser.post(
        "/themas/beheer/nieuw/",
        {"name": "\u202egnalehre\u202c <script>alert(1)</script>", "description": "<b>x</b>"},
    )
    theme = Theme.objects.get()
    assert "\u202e" not in theme.name
    page = browser.get(theme.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_the_list_costs_the_same_for_one_theme_and_for_three(
    theme: Theme, browser_of: Callable[..., Client]
) -> None:
    browser, counts = browser_of("a"), []
    for name in ("LVB", "Preventie"):
        with CaptureQueriesContext(connection) as captured:
            browser.get("/themas/")
        counts.append(len(captured))
        extra = add_theme(name, synonyms=[f"{name} anders"], by=None)
        follow(extra, person=Person.objects.get())
    assert counts[0] == counts[1] <= 6


def test_a_flagged_theme_loses_what_was_written_about_it_and_keeps_its_address(
    theme: Theme, browser_of: Callable[..., Client]
) -> None:
    judge = browser_of("mo", moderates=True)
    flagging = reverse("moderation:flag", args=["themes.theme", theme.pk])
    browser_of("lid").post(flagging, {"reason": "onjuist"})
    case = reverse("moderation:case", args=["themes.theme", theme.pk])
    assert "Niet naar school." in judge.get(case).content.decode()
    judge.post(case, {"outcome": "weg", "message": "Dank je."})
    page = judge.get("/themas/thuiszitters/").content.decode()
    assert "Thuiszitters" in page and "Niet naar school." not in page


def test_other_words_are_looked_over_like_a_name(browser_of: Callable[..., Client]) -> None:
    moderator = browser_of("m", moderates=True)
    sent = {"name": "Schulden", "description": "", "synonyms": "Rood staan\nBel 06-12345678"}
    page = moderator.post(reverse("themes:new"), sent)
    assert page.status_code == 422 and not Theme.objects.exists()
    panel = page.context["form"].trace_panel
    (question,) = panel.questions
    answered = {question.name: "vervang:[telefoonnummer]", "traces-guard": panel.guard}
    assert moderator.post(reverse("themes:new"), sent | answered).status_code == 302
    words = set(Theme.objects.get().names.values_list("name", flat=True))
    assert words == {"Schulden", "Rood staan", "Bel [telefoonnummer]"}
