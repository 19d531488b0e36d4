"""A paper that is flagged: who decides, going off the site until it is corrected, and losing a
passage."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.foundation.moderation.actions import flag
from leerkring.foundation.moderation.deciding_queries import deciders
from leerkring.foundation.moderation.models import Decision
from leerkring.foundation.moderation.registry import Flaggable, flaggable_row
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.search.queries import search
from leerkring.loop.newspapers.actions import (
    NotCorrected,
    approve,
    begin_edition,
    edit,
    publish,
    publish_city_paper,
)
from leerkring.loop.newspapers.editing import Change
from leerkring.loop.newspapers.flaggable import what_stays
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.queries import composed, newest_papers, published_by_team
from leerkring.loop.newspapers.rules import may_edit, may_publish
from leerkring.loop.newspapers.tests.publishing import bring_out
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.models import Session

BrowserOf = Callable[[str], Client]
Named = Callable[[str], Person]
PASSAGE = "één gezicht"


@pytest.fixture
def out(edition: Edition, person: Named) -> Publication:
    """For the team and for everyone, brought out by who facilitated."""
    bring_out(edition, "team", by=person("Leider Noord"))
    return bring_out(edition, "openbaar", by=person("Leider Noord"))


def entry_of(row: Any) -> Flaggable:
    entry = flaggable_row(row)
    assert entry
    return entry


def moderator(person: Named) -> Person:
    found = person("Moderator")
    found.moderates = True
    found.save()
    return found


def test_whoever_made_a_paper_decides_nothing_about_it(out: Publication, person: Named) -> None:
    entry, both = entry_of(out), {person("Coördinator").pk, moderator(person).pk}
    assert deciders(entry, out, ()) == both
    assert deciders(entry, out, [person("Coördinator").pk]) == {person("Moderator").pk}
    member = person("Lid Noord")
    member.moderates = True
    member.save()
    assert deciders(entry, out, ()) == both
    out.by = person("Coördinator")  # to bring out what others wrote is not to make it
    assert deciders(entry, out, ()) == both
    programme = out.edition.programme
    city = publish_city_paper(programme, audience="openbaar", by=person("Coördinator"))
    assert deciders(entry, city, ()) == {person("Moderator").pk, member.pk}
    Person.objects.update(moderates=False)
    assert deciders(entry, city, ()) == {person("Coördinator").pk}


def decide(out: Publication, browser_of: BrowserOf, person: Named) -> None:
    flag(out, entry_of(out), reason="privacy", text="", by=person("Lezer"))
    page = reverse("moderation:case", args=["newspapers.publication", out.pk])
    browser = browser_of("Coördinator")
    assert "De krant gaat van de site" in browser.get(page).content.decode()
    said = {"outcome": "weg", "message": "Dank je.", "to_writer": "Er staat een naam in."}
    assert browser.post(page, said).status_code == 302


def test_a_paper_goes_off_the_site_for_all_and_comes_back_corrected(
    out: Publication, browser_of: BrowserOf, person: Named
) -> None:
    edition, address, leader = out.edition, out.get_absolute_url(), person("Leider Noord")
    own = edition.publications.get(audience="team")
    decide(out, browser_of, person)
    edition = Edition.objects.get(pk=edition.pk)
    for page in (address, f"{address[:-1]}.pdf", own.get_absolute_url()):
        assert Client().get(page).status_code == 302
        assert browser_of("Lid Noord").get(page).status_code == 404
    assert not newest_papers(leader) and not published_by_team(edition.programme)
    assert not search(leader, "gezicht").hits
    told = Notice.objects.get(person=person("Lid Noord"), occasion__event="moderation.ruled")
    assert told.occasion.title == "Een moderator haalde je wijkkrant van de site"
    ruling = browser_of("Lid Noord").get(told.occasion.url).content.decode()
    assert edition.get_absolute_url() in ruling
    heard = {one.person.name for one in Notice.objects.filter(occasion=told.occasion)}
    assert heard == {"Lid Noord", "Leider Noord"}
    assert Notice.objects.filter(person=person("Lezer")).count() == 1

    assert may_edit(leader, edition) and begin_edition(edition.participation) == edition
    assert may_publish(leader, edition, "openbaar") and not edition.approvals.exists()
    desk = browser_of("Lid Noord").get(edition.get_absolute_url()).content.decode()
    assert "haalde deze krant van de site" in desk and "Namens het team akkoord" in desk
    approve(edition, audience="openbaar", by=None)
    with pytest.raises(NotCorrected):
        publish(edition, audience="openbaar", by=leader)
    edit(edition, {"wij-willen": Change(headline="Eén voordeur")})
    approve(edition, audience="openbaar", by=None)
    again = publish(edition, audience="openbaar", by=leader)
    assert (again.pk, again.get_absolute_url()) == (out.pk, address)
    assert "Eén voordeur" in Client().get(address).content.decode()
    assert len(search(leader, "voordeur").hits) == 1
    # for the team it is off the site until it is brought out for them too
    assert browser_of("Lid Noord").get(own.get_absolute_url()).status_code == 404
    assert not may_edit(leader, edition) and may_publish(leader, edition, "team")


def test_a_passage_goes_out_of_the_page_the_print_and_the_desk(
    out: Publication, person: Named, django_capture_on_commit_callbacks: Any
) -> None:
    edition, before, name = out.edition, out.pdf.read(), out.pdf.name
    out.pdf.close()
    with django_capture_on_commit_callbacks(execute=True):
        assert entry_of(out).redact(out, PASSAGE)  # type: ignore[misc]
    for publication in Publication.objects.filter(edition=edition):
        assert PASSAGE not in publication.content and PASSAGE not in publication.headline
        assert "▮ verwijderd" in publication.paper.lead.headline
        assert publication.pdf.read() != before
    assert not out.pdf.storage.exists(name)
    assert PASSAGE not in composed(edition).as_json() and not edition.approvals.exists()
    assert not search(person("Lid Noord"), "gezicht").hits
    assert search(person("Lid Noord"), "gezin").hits


def test_our_own_words_in_a_paper_lose_nothing(out: Publication) -> None:
    """«wijk» is a dimension, and «team» an audience: the paper can still be read."""
    for word in ("wijk", "team", "ik"):
        entry_of(out).redact(out, word)  # type: ignore[misc]
    page = Client().get(Publication.objects.get(pk=out.pk).get_absolute_url())
    assert page.status_code == 200


def test_a_citys_paper_is_beside_what_it_repeats(out: Publication, person: Named) -> None:
    city = publish_city_paper(out.edition.programme, audience="openbaar", by=None)
    assert list(entry_of(out).beside(out)) == [city]
    assert list(entry_of(city).beside(city)) == [out]
    entry_of(city).hide(city, person("Coördinator"))
    assert not Publication.objects.standing().filter(pk=city.pk)
    entry_of(out).hide(out, person("Coördinator"))
    assert not entry_of(city).beside(city)


def test_people_react_below_a_paper_and_only_who_may_read_it(
    out: Publication, browser_of: BrowserOf
) -> None:
    own = out.edition.publications.get(audience="team")
    add = reverse("remarks:add", args=["newspapers.publication", own.pk])
    assert browser_of("Lid Noord").post(add, {"text": "Trots op ons."}).status_code == 302
    assert browser_of("Lid Oost").post(add, {"text": "Wij ook."}).status_code == 404
    shown = browser_of("Lid Noord").get(own.get_absolute_url()).content.decode()
    assert "Trots op ons." in shown and "Deze krant melden" in shown
    everyones = Client().get(out.get_absolute_url()).content.decode()
    assert "Trots op ons." not in everyones and "om te reageren" in everyones
    assert "Deze krant melden" not in everyones
    # what is printed from the page leaves them out
    assert shown.index('<div class="krant-below screen-only">') < shown.index("Trots op ons.")
    told = Notice.objects.filter(occasion__event="remarks.remarked")
    assert {notice.person.name for notice in told} == {"Leider Noord"}
    assert not Decision.objects.exists()


def test_who_takes_a_passage_out_reads_that_the_notes_of_the_session_keep_it(
    out: Publication, browser_of: BrowserOf, person: Named
) -> None:
    flag(out, entry_of(out), reason="privacy", text="", by=person("Lezer"))
    url = reverse("moderation:redaction", args=["newspapers.publication", out.pk])
    session = out.edition.participation.session
    address = f'href="{session.get_absolute_url()}"'
    moderator(person)
    page = browser_of("Moderator").get(url).content.decode()
    assert "aantekeningen van de sessie" in page and address not in page
    session.facilitator = person("Coördinator")
    session.save()
    assert session in Session.objects.writable_by(person("Coördinator"))
    stays = what_stays(out, person("Coördinator"))
    assert stays and stays.url == session.get_absolute_url()
