"""Reading papers on the web: the rack, a page, a photo, a PDF, the city's paper."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.tests.publishing import bring_out
from leerkring.loop.programmes.models import Programme
from leerkring.practice.gatherings.actions import keep_photo

BrowserOf = Callable[[str], Client]


@pytest.fixture
def own(edition: Edition, samples_photo: bytes) -> Publication:
    """Published for the team, with a photo."""
    keep_photo(edition.participation.session, data=samples_photo, alt="Een muur vol briefjes")
    return bring_out(edition, "team")


@pytest.fixture
def everyones(own: Publication) -> Iterator[Publication]:
    return bring_out(own.edition, "openbaar")


def addresses(publication: Publication) -> list[str]:
    page = publication.get_absolute_url()
    return [page, f"{page[:-1]}.pdf", f"/wijkkranten/{publication.pk}/foto.jpg"]


def test_everyone_reads_a_public_paper(everyones: Publication) -> None:
    page, pdf, photo = (Client().get(address) for address in addresses(everyones))
    assert 'alt="Een muur vol briefjes"' in page.content.decode()
    assert everyones.headline in page.content.decode()
    assert pdf["Content-Type"] == "application/pdf"
    assert 'filename="noord.pdf"' in pdf["Content-Disposition"]
    assert b"".join(pdf.streaming_content).startswith(b"%PDF-1.7")
    assert photo["Content-Type"] == "image/jpeg"
    assert photo.content == everyones.paper.picture.jpeg


def test_a_photo_is_asked_for_anew_and_sent_once(everyones: Publication) -> None:
    *_, address = addresses(everyones)
    photo = Client().get(address)
    assert photo["Cache-Control"] == "private, no-cache"
    assert Client().get(address, headers={"If-None-Match": photo["ETag"]}).status_code == 304
    assert Client().get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_paper_of_the_team_is_read_by_the_team(own: Publication, browser_of: BrowserOf) -> None:
    for name, status in (("Lid Noord", 200), ("Lid Oost", 404), ("Buitenstaander", 404)):
        browser = browser_of(name)
        assert [browser.get(address).status_code for address in addresses(own)] == [status] * 3
    for address in addresses(own):
        assert Client().get(address).url.startswith("/account/login/")


def test_the_rack_shows_what_may_be_read(own: Publication, browser_of: BrowserOf) -> None:
    assert own.headline in browser_of("Lid Noord").get("/wijkkranten/").content.decode()
    assert own.headline not in Client().get("/wijkkranten/").content.decode()
    everyone = bring_out(own.edition, "openbaar")
    assert everyone.get_absolute_url() in Client().get("/wijkkranten/").content.decode()


def test_a_paper_without_a_photo_has_none(edition: Edition) -> None:
    publication = bring_out(edition, "openbaar")
    assert Client().get(f"/wijkkranten/{publication.pk}/foto.jpg").status_code == 404


def test_the_coordinator_brings_out_the_city_paper(
    everyones: Publication, programme: Programme, browser_of: BrowserOf
) -> None:
    address = f"/programmas/{programme.pk}-{programme.slug}/stadskrant/"
    assert browser_of("Lid Noord").post(address).status_code == 404
    assert browser_of("Coördinator").get(address).status_code == 405
    out = browser_of("Coördinator").post(address)
    assert out.status_code == 302
    page = Client().get(out.url)
    assert page.status_code == 200
    assert everyones.get_absolute_url() in page.content.decode()
