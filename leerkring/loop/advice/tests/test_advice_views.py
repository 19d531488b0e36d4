"""The training advice on the web: a page, a paper, a table, a catalogue; and for whom."""

import csv
import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from leerkring.loop.advice.actions import give_advice, take_in_offers
from leerkring.loop.advice.models import CatalogueOffer, TrainingAdvice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.programmes.models import Programme

BrowserOf = Callable[[str], Client]
Offers = Callable[..., Offer]
HEADER = "code,titel,aanbieder,competenties,vorm,dagdelen,plaatsen,prijs,per,omschrijving\n"
GOOD = "A1,Training,Opleiders,contact|verbinden,training,2,15,500,groep,Twee dagdelen.\n"


def address(programme: Programme, page: str = "advies/") -> str:
    return f"/programmas/{programme.pk}-{programme.slug}/{page}"


def upload(data: str | bytes) -> dict[str, SimpleUploadedFile]:
    content = data.encode() if isinstance(data, str) else data
    return {"offers": SimpleUploadedFile("aanbod.csv", content)}


def test_from_a_catalogue_to_an_advice(programme: Programme, browser_of: BrowserOf) -> None:
    adviser = browser_of("Adviseur")
    assert "Nog geen advies" in adviser.get(address(programme)).content.decode()
    taken = adviser.post(address(programme, "advies/aanbod/"), upload(HEADER + GOOD))
    assert (taken.status_code, taken.url) == (302, address(programme))
    given = adviser.post(address(programme, "advies/opstellen/"), {"budget": "5000"})
    assert (given.status_code, given.url) == (302, address(programme))
    page = adviser.get(address(programme)).content.decode()
    assert "Training" in page
    assert 'value="5000"' in page


@pytest.mark.parametrize("budget", ["", "-1", "veel", "100000001"])
def test_a_budget_that_is_none_gives_no_advice(
    programme: Programme, browser_of: BrowserOf, budget: str
) -> None:
    answer = browser_of("Adviseur").post(
        address(programme, "advies/opstellen/"), {"budget": budget}
    )
    assert answer.status_code == 302
    assert not TrainingAdvice.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        HEADER + GOOD + GOOD,
        HEADER + GOOD.replace("500", "veel"),
        "code,titel\nA1,Training\n",
        HEADER,
        b"",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_a_wrong_catalogue_is_said_and_the_old_one_stays(
    programme: Programme, browser_of: BrowserOf, offer: Offers, data: str | bytes
) -> None:
    take_in_offers(programme, [offer("OUD")])
    answer = browser_of("Adviseur").post(address(programme, "advies/aanbod/"), upload(data))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "aanbod.csv" in page or "field__error" in page
    assert CatalogueOffer.objects.get().code == "OUD"


def test_a_catalogue_over_the_limit_is_refused_unread(
    programme: Programme, browser_of: BrowserOf, settings: object
) -> None:
    settings.UPLOAD_LIMIT = 100
    answer = browser_of("Adviseur").post(
        address(programme, "advies/aanbod/"), upload(HEADER + GOOD)
    )
    assert answer.status_code == 422
    assert "groter dan" in answer.content.decode()
    assert not CatalogueOffer.objects.exists()


def test_odd_names_are_only_names_on_the_page_and_in_the_table(
    programme: Programme, browser_of: BrowserOf
) -> None:
    adviser = browser_of("Adviseur")
    odd = GOOD.replace("Training", "=cmd()").replace("Opleiders", "<script>alert(1)</script>")
    assert (
        adviser.post(address(programme, "advies/aanbod/"), upload(HEADER + odd)).status_code == 302
    )
    adviser.post(address(programme, "advies/opstellen/"), {"budget": "5000"})
    assert "<script>alert" not in adviser.get(address(programme)).content.decode()
    table = adviser.get(address(programme, "advies.csv")).content.decode()
    plan = [row for row in csv.DictReader(io.StringIO(table)) if row["deel"] == "plan"]
    assert [row["titel"] for row in plan] == ["'=cmd()"]


def test_the_advice_is_a_table_and_a_paper(
    programme: Programme, browser_of: BrowserOf, offer: Offers
) -> None:
    take_in_offers(programme, [offer()])
    give_advice(programme, budget=5000, by=None)
    adviser = browser_of("Adviseur")
    table = adviser.get(address(programme, "advies.csv"))
    assert table["Content-Type"].startswith("text/csv")
    assert "attachment" in table["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(table.content.decode())))
    assert {row["deel"] for row in rows} >= {"behoefte", "plan"}
    paper = adviser.get(address(programme, "advies.pdf"))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("page", ["advies.csv", "advies.pdf"])
def test_without_an_advice_there_is_none_to_take_away(
    programme: Programme, browser_of: BrowserOf, page: str
) -> None:
    assert browser_of("Adviseur").get(address(programme, page)).status_code == 404


def test_before_the_round_there_is_nothing_to_advise_on(
    waiting: Programme, browser_of: BrowserOf
) -> None:
    coordinator = browser_of("Coördinator")
    assert coordinator.get(address(waiting)).status_code == 404
    giving = address(waiting, "advies/opstellen/")
    assert coordinator.post(giving, {"budget": "1"}).status_code == 404


def test_who_neither_coordinates_nor_advises_finds_nothing(
    programme: Programme, browser_of: BrowserOf
) -> None:
    give_advice(programme, budget=0, by=None)
    stranger = browser_of("Buitenstaander")
    for page in ("advies/", "advies.csv", "advies.pdf"):
        assert stranger.get(address(programme, page)).status_code == 404
        assert Client().get(address(programme, page)).url.startswith("/account/login/")
    for page in ("advies/opstellen/", "advies/aanbod/"):
        assert stranger.post(address(programme, page), {"budget": "1"}).status_code == 404
    assert TrainingAdvice.objects.count() == 1
