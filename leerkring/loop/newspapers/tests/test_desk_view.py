"""The editor's desk on the web: edit, agree, publish; and who finds it there."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from leerkring.loop.newspapers.actions import approve
from leerkring.loop.newspapers.models import Approval, Edition, Publication
from leerkring.loop.newspapers.queries import captured, changes_in, composed
from leerkring.loop.newspapers.tests.publishing import bring_out
from leerkring.loop.programmes.models import Participation
from leerkring.practice.gatherings.actions import add_quote

BrowserOf = Callable[[str], Client]
Team = Callable[[str], Participation]


def desk(edition: Edition, page: str = "") -> str:
    return f"/wijkkranten/redactie/{edition.pk}/{page}"


def as_shown(edition: Edition, **changes: str) -> dict[str, str]:
    """What a browser sends for the desk: every field as it was shown, line breaks as two signs."""
    paper = captured(edition)
    stories = [paper.lead, *(story for section in paper.sections for story in section.stories)]
    fields: dict[str, str] = {}
    for story in stories:
        if not story.is_blank:
            fields[f"{story.key}-headline"] = story.headline
            fields[f"{story.key}-text"] = story.text.replace("\n", "\r\n")
    return {**fields, **changes}


def test_a_paper_is_begun_from_the_page_of_the_session(team: Team, browser_of: BrowserOf) -> None:
    noord = team("noord")
    base = f"/programmas/{noord.programme.pk}-{noord.programme.slug}/teams/noord/krant/"
    leader = browser_of("Leider Noord")
    begun = leader.post(base)
    assert begun.status_code == 302
    assert leader.post(base).url == begun.url == desk(Edition.objects.get())
    assert leader.get(begun.url).status_code == 200
    assert leader.get(base).status_code == 405
    assert browser_of("Leider Oost").post(base).status_code == 404


def test_saving_without_a_change_changes_nothing(
    edition: Edition, browser_of: BrowserOf, write: Callable[..., None]
) -> None:
    write(edition.participation.session, "Eerst dit.\n- een\n- twee\n\nEn dan dat. ", "wijk-plek")
    answer = browser_of("Leider Noord").post(desk(edition), as_shown(edition))
    assert (answer.status_code, answer.url) == (302, desk(edition))
    assert changes_in(edition) == {}


def test_a_change_is_kept_and_shown(edition: Edition, browser_of: BrowserOf) -> None:
    leader = browser_of("Leider Noord")
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": "Eén gezicht"}))
    assert composed(edition).lead.headline == "Eén gezicht"
    page = leader.get(desk(edition)).content.decode()
    assert 'value="Eén gezicht"' in page
    assert '<h2 class="krant__headline">Eén gezicht</h2>' in page


def test_a_field_that_is_cleared_is_again_what_was_captured(
    edition: Edition, browser_of: BrowserOf
) -> None:
    leader, was = browser_of("Leider Noord"), captured(edition).lead
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": "Eén gezicht"}))
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": ""}))
    assert composed(edition).lead == was
    assert f'value="{was.headline}"' in leader.get(desk(edition)).content.decode()


def test_a_story_is_left_out_and_can_come_back(edition: Edition, browser_of: BrowserOf) -> None:
    leader = browser_of("Leider Noord")
    leader.post(desk(edition), as_shown(edition, **{"ik-waar-left_out": "on"}))
    assert "kop thee" not in composed(edition).as_json()
    page = leader.get(desk(edition)).content.decode()
    assert 'name="ik-waar-left_out"' in page
    leader.post(desk(edition), as_shown(edition))
    assert "kop thee" in composed(edition).as_json()


def test_a_long_note_can_be_saved_as_it_is(
    edition: Edition, browser_of: BrowserOf, write: Callable[..., None]
) -> None:
    write(edition.participation.session, "Kop. " + "woord " * 3000, "wijk-plek")
    answer = browser_of("Leider Noord").post(desk(edition), as_shown(edition))
    assert answer.status_code == 302


def test_a_headline_too_long_is_said_and_nothing_changes(
    edition: Edition, browser_of: BrowserOf
) -> None:
    entry = as_shown(edition, **{"wij-willen-headline": "w" * 161})
    answer = browser_of("Leider Noord").post(desk(edition), entry)
    assert answer.status_code == 422
    assert "w" * 161 in answer.content.decode()
    assert changes_in(edition) == {}


def test_words_of_people_are_never_markup(edition: Edition, browser_of: BrowserOf) -> None:
    leader = browser_of("Leider Noord")
    evil = "<script>alert(1)</script>"
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": evil}))
    add_quote(edition.participation.session, entry_id=uuid4(), text=evil, speaker=evil)
    page = leader.get(desk(edition)).content.decode()
    assert evil not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_team_agrees_and_the_facilitator_brings_it_out(
    edition: Edition, browser_of: BrowserOf
) -> None:
    leader, member = browser_of("Leider Noord"), browser_of("Lid Noord")
    everyone = {"audience": "openbaar"}
    assert leader.post(desk(edition, "akkoord/"), everyone).status_code == 403
    leader.post(desk(edition, "publicatie/"), everyone)
    assert not Publication.objects.exists()
    assert member.post(desk(edition, "akkoord/"), everyone).url == desk(edition)
    assert member.post(desk(edition, "publicatie/"), everyone).status_code == 403
    out = leader.post(desk(edition, "publicatie/"), everyone)
    publication = Publication.objects.get()
    assert (out.status_code, out.url) == (302, publication.get_absolute_url())
    assert Client().get(out.url).status_code == 200
    assert leader.post(desk(edition, "publicatie/"), everyone).status_code == 403


def test_an_agreement_for_the_team_does_not_reach_everyone(
    edition: Edition, browser_of: BrowserOf
) -> None:
    browser_of("Lid Noord").post(desk(edition, "akkoord/"), {"audience": "team"})
    leader = browser_of("Leider Noord")
    page = leader.get(desk(edition)).content.decode()
    assert 'name="audience" value="team"' in page
    assert 'name="audience" value="openbaar"' not in page
    leader.post(desk(edition, "publicatie/"), {"audience": "openbaar"})
    assert not Publication.objects.exists()


def test_after_an_edit_the_team_agrees_again(edition: Edition, browser_of: BrowserOf) -> None:
    leader = browser_of("Leider Noord")
    approve(edition, audience="team", by=None)
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": "Eén gezicht"}))
    assert not Approval.objects.exists()
    leader.post(desk(edition, "publicatie/"), {"audience": "team"})
    assert not Publication.objects.exists()


def test_after_a_new_quote_the_team_agrees_again(edition: Edition, browser_of: BrowserOf) -> None:
    approve(edition, audience="team", by=None)
    session = edition.participation.session
    add_quote(session, entry_id=uuid4(), text="Dit stond er nog niet.", speaker="")
    leader = browser_of("Leider Noord")
    assert "nog geen akkoord op deze versie" in leader.get(desk(edition)).content.decode()
    leader.post(desk(edition, "publicatie/"), {"audience": "team"})
    assert not Publication.objects.exists()


@pytest.mark.parametrize("page", ["akkoord/", "publicatie/"])
def test_an_audience_that_is_none_changes_nothing(
    edition: Edition, browser_of: BrowserOf, page: str
) -> None:
    approve(edition, audience="openbaar", by=None)
    for name in ("Lid Noord", "Leider Noord"):
        browser_of(name).post(desk(edition, page), {"audience": "iedereen"})
    assert Approval.objects.count() == 1
    assert not Publication.objects.exists()


def test_a_paper_that_is_out_is_not_edited_any_more(
    edition: Edition, browser_of: BrowserOf
) -> None:
    bring_out(edition, "team")
    leader = browser_of("Leider Noord")
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": "Anders"}))
    assert changes_in(edition) == {}
    assert "verandert niet meer" in leader.get(desk(edition)).content.decode()


def test_the_proof_is_a_pdf_with_the_changes(edition: Edition, browser_of: BrowserOf) -> None:
    proof = browser_of("Lid Noord").get(desk(edition, "proef.pdf"))
    assert proof["Content-Type"] == "application/pdf"
    assert proof.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", ["Lid Oost", "Leider Oost", "Buitenstaander"])
def test_who_has_nothing_to_do_with_it_finds_no_desk(
    edition: Edition, browser_of: BrowserOf, name: str
) -> None:
    stranger = browser_of(name)
    for page in ("", "proef.pdf"):
        assert stranger.get(desk(edition, page)).status_code == 404
    for page in ("", "akkoord/", "publicatie/"):
        assert stranger.post(desk(edition, page), {"audience": "team"}).status_code == 404
    assert not Approval.objects.exists()
