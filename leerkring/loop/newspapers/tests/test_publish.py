"""Bringing out a paper: for whom, as it is now, for good."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from leerkring.foundation.activity.models import Activity
from leerkring.loop.newspapers.actions import (
    NotAgreed,
    NothingToRead,
    approve,
    begin_edition,
    edit,
    publish,
    publish_city_paper,
)
from leerkring.loop.newspapers.editing import Change
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.queries import (
    city_paper,
    composed,
    newest_papers,
    papers_of,
    published_by_team,
)
from leerkring.loop.newspapers.rules import may_edit, may_publish
from leerkring.loop.newspapers.tests.publishing import bring_out
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import keep_photo
from leerkring.practice.scans.models import FrozenResult, Response
from leerkring.practice.scans.results import Audience

Team = Callable[[str], Participation]
Write = Callable[..., None]
Named = Callable[[str], Person]
TEAM, PUBLIC = Audience.TEAM, Audience.PUBLIC


def test_what_is_published_is_the_paper_as_it_was(edition: Edition, person: Named) -> None:
    expected = composed(edition)
    publication = bring_out(edition, TEAM, by=person("Leider Noord"))
    kept = Publication.objects.get(pk=publication.pk)
    assert kept.paper == expected
    assert (kept.title, kept.headline) == ("Noord", expected.lead.headline)
    assert kept.pdf.read().startswith(b"%PDF-1.7")
    assert Activity.objects.get(verb="newspapers.published").by == person("Leider Noord")


def test_nothing_that_happens_later_changes_it(edition: Edition, write: Write) -> None:
    publication = bring_out(edition, TEAM)
    before = publication.paper
    write(edition.participation.session, "Iets heel anders.")
    edit(edition, {"wij-willen": Change(headline="Anders")})
    Response.objects.all().delete()
    FrozenResult.objects.all().delete()
    assert Publication.objects.get(pk=publication.pk).paper == before


def test_the_paper_for_everyone_shows_only_what_is_released_for_everyone(
    team: Team, write: Write
) -> None:
    """Oost has seven answers: enough for the team, too few for everyone."""
    oost = team("oost")
    write(oost.session)
    edition = begin_edition(oost)
    assert composed(edition, TEAM).chart is not None
    public = composed(edition, PUBLIC)
    assert public.chart is None
    assert public.chart_withheld
    assert "openbaar" in public.colophon[-1]


def test_a_larger_team_has_its_chart_for_everyone(edition: Edition) -> None:
    assert composed(edition, PUBLIC).chart is not None


def test_each_audience_gets_it_once(edition: Edition, person: Named) -> None:
    bring_out(edition, TEAM)
    out = bring_out(edition, PUBLIC)
    assert bring_out(edition, PUBLIC) == out  # pressed twice
    assert edition.publications.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(edition=edition, audience=PUBLIC)
    leader = person("Leider Noord")
    assert not may_edit(leader, edition)
    assert not may_publish(leader, edition, TEAM)
    assert not may_publish(leader, edition, PUBLIC)


def test_a_photo_stands_in_both_papers(edition: Edition, samples_photo: bytes) -> None:
    keep_photo(edition.participation.session, data=samples_photo, alt="Een muur vol briefjes")
    papers = [bring_out(edition, audience).paper for audience in Audience]
    assert papers[0].picture == papers[1].picture
    assert papers[0].picture.jpeg.startswith(b"\xff\xd8")


def test_who_reads_what(edition: Edition, person: Named, team: Team) -> None:
    own = bring_out(edition, TEAM)
    for name in ("Lid Noord", "Leider Noord", "Coördinator"):
        assert Publication.objects.visible_to(person(name)).get() == own
    for name in ("Lid Oost", "Buitenstaander"):
        assert not Publication.objects.visible_to(person(name)).exists()
    assert not Publication.objects.visible_to(AnonymousUser()).exists()
    everyone = bring_out(edition, PUBLIC)
    assert Publication.objects.visible_to(AnonymousUser()).get() == everyone
    assert Publication.objects.visible_to(person("Lid Oost")).get() == everyone


def test_the_rack_has_each_edition_once_as_wide_as_it_went(edition: Edition, person: Named) -> None:
    own = bring_out(edition, TEAM)
    assert list(newest_papers(person("Lid Noord"))) == [own]
    everyone = bring_out(edition, PUBLIC)
    assert list(newest_papers(person("Lid Noord"))) == [everyone]
    assert list(papers_of(edition.participation, person("Lid Noord"))) == [everyone, own]
    assert published_by_team(edition.programme) == {
        edition.participation_id: ("openbaar", everyone.pk)
    }


def test_the_longest_headline_fits(edition: Edition) -> None:
    edit(edition, {"wij-willen": Change(headline="w" * 160)})
    publication = bring_out(edition, TEAM)
    publication.full_clean(validate_unique=False, validate_constraints=False, exclude=["by"])


def test_the_city_paper_is_made_of_what_everyone_may_read(
    edition: Edition, programme: Programme, team: Team, write: Write, person: Named
) -> None:
    bring_out(edition, PUBLIC)
    oost = team("oost")
    write(oost.session, "Dit is alleen voor ons. Niemand anders leest het.")
    bring_out(begin_edition(oost), TEAM)
    first = publish_city_paper(programme, audience=PUBLIC, by=person("Coördinator"))
    assert first.edition.number == 1
    assert [link.title for link in first.paper.links] == ["Noord"]
    assert "alleen voor ons" not in first.content
    second = publish_city_paper(programme, audience=PUBLIC, by=None)
    assert second.edition.number == 2
    assert city_paper(programme, AnonymousUser()) == second
    assert edition.participation_id in published_by_team(programme)


def test_a_city_without_papers_has_none_itself(programme: Programme) -> None:
    with pytest.raises(NothingToRead):
        publish_city_paper(programme, audience=PUBLIC, by=None)
    assert not Edition.objects.exists()


def test_without_the_team_nothing_goes_out(edition: Edition, write: Write) -> None:
    with pytest.raises(NotAgreed):
        publish(edition, audience=TEAM, by=None)
    approve(edition, audience=TEAM, by=None)
    with pytest.raises(NotAgreed):
        publish(edition, audience=PUBLIC, by=None)
    write(edition.participation.session, "Dit stond er nog niet.", "wijk-plek")
    with pytest.raises(NotAgreed):
        publish(edition, audience=TEAM, by=None)
    assert not Publication.objects.exists()
