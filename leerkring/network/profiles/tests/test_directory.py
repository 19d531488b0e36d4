"""The list of people: who is in it for whom, and that no search betrays what is hidden."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.network.profiles import directory_queries
from leerkring.network.profiles.directory_queries import Sought, found, how_many, page_of
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.queries import portrait_of, suggested
from leerkring.network.profiles.visibility import FIELDS, Reach

Make = Callable[..., Profile]
LIST = "/deelnemers/"
# reader -> the least reach that lets them see something
READERS = {
    "visitor": Reach.EVERYONE,
    "stranger": Reach.SIGNED_IN,
    "tied": Reach.TIES,
    "self": Reach.NOBODY,
}
LOOKING = {
    "name": {"q": "noor"},
    "organisation": {"organisatie": "dicht"},
    "sector": {"werkveld": "wijkteam"},
    "region": {"regio": "mere"},
    "expertise": {"thema": "hechting"},
    "themes": {"volgt": "armoede"},
    "position": {"q": "Coach"},
    "sentence": {"q": "LUISTER"},
    "organisation in words": {"q": "dicht"},
}


@pytest.fixture
def readers(
    person: Callable[..., Any], ties: dict[int, set[int]]
) -> Callable[[Profile], dict[str, Any]]:
    def make(noor: Profile) -> dict[str, Any]:
        tied = person("Tije Bekend")
        ties[tied.pk] = {noor.person_id}
        return {
            "visitor": AnonymousUser(),
            "stranger": person("Vreemde Vos"),
            "tied": tied,
            "self": noor.person,
        }

    return make


def everybody(reader: Any) -> list[str]:
    return [portrait.name for portrait in page_of(reader, found(reader, Sought())).people]


@pytest.mark.parametrize("reach", list(Reach))
@pytest.mark.parametrize("field", list(LOOKING))
def test_a_filter_finds_nobody_by_a_field_that_the_reader_does_not_see(
    field: str, reach: Reach, profile: Make, readers: Any, browser_of: Any, client: Client
) -> None:
    noor = profile(**{"name_seen": 3, f"{field.split()[0]}_seen": int(reach)})
    for who, reader in readers(noor).items():
        if who != "visitor":
            browser_of(reader)
        shown = client.get(LIST, LOOKING[field])
        seen = reach >= READERS[who]
        assert (noor.url in shown.content.decode()) == seen, who
        assert shown.context["number"] == int(seen), who


@pytest.mark.parametrize("reach", list(Reach))
def test_who_hides_their_name_is_found_by_no_field_however_wide(
    reach: Reach, profile: Make, readers: Any
) -> None:
    noor = profile(**{field.column: 3 for field in FIELDS} | {"name_seen": int(reach)})
    theme = noor.expertise.get().theme_id
    looked = (
        Sought(),
        Sought(words="wit"),
        Sought(organisation="Dichtbij"),
        Sought(sector="wijkteam"),
        Sought(region="Merestad"),
        Sought(theme=theme),
    )
    for who, reader in readers(noor).items():
        seen = reach >= READERS[who]
        assert [how_many(found(reader, sought)) for sought in looked] == [seen] * len(looked), who
        assert suggested(reader).organisations == (["Dichtbij"] if seen else []), who


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("organisation", "Dichtbij"),
        ("position", "Gezinscoach"),
        ("sector", "Wijkteam"),
        ("region", "Merestad"),
        ("sentence", "Ik luister graag."),
        ("expertise", "Hechting"),
        ("themes", "Armoede"),
        ("email", "noor-de-wit@voorbeeld.nl"),
    ],
)
@pytest.mark.parametrize("reach", list(Reach))
def test_a_page_tells_a_field_to_whom_it_reaches_and_to_nobody_else(
    field: str, words: str, reach: Reach, profile: Make, readers: Any
) -> None:
    noor = profile(**{"name_seen": 3, f"{field}_seen": int(reach)})
    for who, reader in readers(noor).items():
        shown = str(portrait_of(reader, noor.person_id))
        assert (words in shown) == (reach >= READERS[who]), who


def test_names_are_found_by_the_beginning_of_any_word_without_accents(profile: Make) -> None:
    profile("Zoë van 't Hoff", name_seen=3)
    visitor = AnonymousUser()
    for words, seen in (("zoe", 1), ("HOF zo", 1), ("ZOË", 1), ("off", 0), ("%", 1), ("", 1)):
        assert how_many(found(visitor, Sought(words=words))) == seen, words


def test_somebody_whose_account_ended_is_not_in_the_list(profile: Make) -> None:
    noor = profile(name_seen=3)
    noor.person.is_active = False
    noor.person.save()
    assert everybody(AnonymousUser()) == []


def test_pages_follow_each_other_there_and_back(
    profile: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory_queries, "PAGE", 2)
    for name in ("Bo", "Ali", "Cas", "Ali", "Dee"):
        Profile.objects.filter(pk=profile(f"{name} {Profile.objects.count()}").pk)
    reader = Profile.objects.get(sort_name=" bo 0").person
    rows = found(reader, Sought())
    names: list[list[str]] = []
    page = page_of(reader, rows)
    while True:
        names.append([portrait.name for portrait in page.people])
        if page.after is None:
            break
        page = page_of(reader, rows, after=page.after)
    assert names == [["Ali 1", "Ali 3"], ["Bo 0", "Cas 2"], ["Dee 4"]]
    back = page_of(reader, rows, before=page.before)
    assert [portrait.name for portrait in back.people] == ["Bo 0", "Cas 2"]
    first = page_of(reader, rows, before=back.before)
    assert ([p.name for p in first.people], first.before) == (["Ali 1", "Ali 3"], None)


def test_a_hidden_name_is_no_place_in_the_alphabet(profile: Make) -> None:
    """Else one could find it by going on from it."""
    hidden = profile("Maud Verborgen", name_seen=0)
    for name in ("Ali", "Zeb"):
        profile(name, name_seen=3)
    visitor = AnonymousUser()
    rows = found(visitor, Sought())
    for place in ({"after": hidden.person_id}, {"before": hidden.person_id}):
        assert [p.name for p in page_of(visitor, rows, **place).people] == ["Ali", "Zeb"]


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "x" * 5000,
        "na=99999999999999999999999",
        "na=-1",
        "voor=een",
        "na=¹",
        "thema=bestaat-niet",
        "werkveld=onzin",
        "q=%E2%80%AEnoor",
        "organisatie=%25&regio=_",
    ],
)
def test_strange_searches_are_answered(query: str, profile: Make, client: Client) -> None:
    profile(name_seen=3)
    assert client.get(f"{LIST}?{query}").status_code == 200


@pytest.mark.django_db
def test_an_impossible_number_is_nobody(client: Client) -> None:
    url = reverse("profiles:show", args=[10**30, "niemand"])
    assert client.get(url).status_code == 302


def test_the_list_asks_as_often_for_three_people_as_for_one(
    profile: Make, ties: dict[int, set[int]], browser_of: Any
) -> None:
    noor = profile("Noor")
    ties[noor.person_id] = {1, 2, 3}
    browser = browser_of(noor.person)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(LIST).status_code == 200
        return len(captured)

    once = queries()
    profile("Ali")
    profile("Bo")
    assert queries() == once
    assert once <= 11, once


def test_words_of_name_and_work_together_find_one_person(
    profile: Make, person: Callable[..., Any]
) -> None:
    profile("Noor de Wit")
    profile("Noor Bos", position="Coördinator")
    reader = person("Lezer")
    for words in ("noor coördinator", "bos dichtbij", "COÖRDINATOR bo"):
        page = page_of(reader, found(reader, Sought(words.lower())))
        assert [portrait.name for portrait in page.people] == ["Noor Bos"], words
    assert page_of(reader, found(reader, Sought("wit coördinator"))).people == ()
