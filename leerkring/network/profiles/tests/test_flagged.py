"""A profile that is flagged: what is hidden stays hidden until its person tells something else."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from leerkring.foundation.files.checking import check
from leerkring.foundation.files.kinds import Group
from leerkring.foundation.moderation.actions import flag
from leerkring.foundation.moderation.registry import Flaggable, flaggable
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.search.queries import search
from leerkring.network.profiles.covering_actions import redact
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.photo_actions import show_face
from leerkring.network.profiles.queries import portrait_of
from leerkring.network.profiles.visibility import FIELDS

OWN = "/deelnemers/ik/"
FILLED = {
    "name": "Noor de Wit",
    "questions_a_month": "2",
    **{field.column: "2" for field in FIELDS},
}
SENTENCE = "Koop bij Kwibus."
Browser = Callable[[Any], Client]


def a_face(colour: str) -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (40, 60), colour).save(out, "PNG")
    return SimpleUploadedFile("gezicht.png", out.getvalue())


@pytest.fixture
def entry() -> Flaggable:
    found = flaggable("profiles.profile")
    assert found
    return found


@pytest.fixture
def noor(profile: Callable[..., Profile]) -> Profile:
    made = profile("Noor de Wit", sentence=SENTENCE, position="Gezinscoach van Kwibus")
    show_face(made, check(a_face("red"), only=[Group.PICTURE]))
    return made


@pytest.fixture
def judge(person: Any) -> Any:
    made = person("Mo Derator")
    made.moderates = True
    made.save()
    return made


def test_what_a_moderator_hides_is_gone_for_all_until_something_else_is_told(
    noor: Profile, entry: Flaggable, person: Any, judge: Any, browser_of: Browser
) -> None:
    reader = person("Lezer")
    page = browser_of(reader).get(noor.url).content.decode()
    report = reverse("moderation:flag", args=["profiles.profile", noor.pk])
    assert report in page and report not in browser_of(noor.person).get(noor.url).content.decode()
    assert browser_of(reader).post(report, {"reason": "reclame"}).status_code == 302
    case = reverse("moderation:case", args=["profiles.profile", noor.pk])
    assert SENTENCE in browser_of(judge).get(case).content.decode()
    said = {"outcome": "weg", "message": "Dank je.", "to_writer": "Dit is reclame."}
    assert browser_of(judge).post(case, said).status_code == 302

    seen = portrait_of(reader, noor.person_id)
    assert seen and (seen.sentence, seen.photo, seen.position) == ("", None, noor.position)
    assert browser_of(reader).get(f"{noor.url}foto/").status_code == 404
    assert search(reader, "Gezinscoach").hits and not search(reader, "koop").hits
    told = {one.person_id: one.occasion for one in Notice.objects.exclude(person=judge)}
    assert told[reader.pk].event == "moderation.decided"
    assert told[noor.person_id].title == "Een moderator verborg de zin en de foto op je profiel"
    ruling = browser_of(noor.person).get(told[noor.person_id].url).content.decode()
    assert "Dit is reclame." in ruling and OWN in ruling

    own = browser_of(noor.person)
    assert f"Er stond: «{SENTENCE}»" in own.get(OWN).content.decode()
    refused = own.post(OWN, {**FILLED, "sentence": " koop  bij KWIBUS. "})
    assert (refused.status_code, "Schrijf een andere zin" in refused.content.decode()) == (
        422,
        True,
    )
    refused = own.post(OWN, {**FILLED, "sentence": "Dag.", "photo": a_face("red")})
    assert refused.status_code == 422 and "een andere foto" in refused.content.decode()
    assert Profile.objects.get(pk=noor.pk).sentence == ""
    sent = {**FILLED, "sentence": "Ik luister graag.", "photo": a_face("blue")}
    assert own.post(OWN, sent).status_code == 302
    seen = portrait_of(reader, noor.person_id)
    assert seen and seen.sentence == "Ik luister graag." and seen.photo
    assert "verborg je zin" not in own.get(OWN).content.decode()
    assert own.post(OWN, {**FILLED, "sentence": SENTENCE}).status_code == 422


def test_a_passage_goes_out_of_name_words_and_what_was_hidden(
    noor: Profile, entry: Flaggable, judge: Any
) -> None:
    entry.hide(noor, judge)
    noor = Profile.objects.get(pk=noor.pk)
    noor.person.name = "Kwibus de Wit"
    noor.person.save()
    assert entry.redact and entry.redact(noor, "kwibus") == 3
    noor = Profile.objects.get(pk=noor.pk)
    assert noor.person.name == "▮ verwijderd de Wit"
    assert (noor.position, noor.cover.sentence) == (
        "Gezinscoach van ▮ verwijderd",
        "Koop bij ▮ verwijderd.",
    )
    assert not search(judge, "Kwibus").hits


def test_a_form_that_was_open_meanwhile_does_not_bring_it_back(
    noor: Profile, entry: Flaggable, judge: Any, browser_of: Browser
) -> None:
    own = browser_of(noor.person)
    opened = own.get(OWN).context["seen"]
    typed = {**FILLED, "position": noor.position, "sentence": "Koop  bij Kwibus, elke dag!"}
    entry.hide(noor, judge)
    redact(noor, "Kwibus")
    looked = own.post(OWN, {**typed, "seen": opened, "voorbeeld": "ja"})
    assert looked.context["seen"] == opened  # who only looks was told nothing
    refused = own.post(OWN, {**typed, "seen": opened})
    page = refused.content.decode()
    assert refused.status_code == 422 and "een moderator haalde er iets uit" in page
    assert typed["sentence"] in page and "Er staat hier nu niets." in page
    assert "Er staat nu: «Gezinscoach van ▮ verwijderd»" in page
    kept = Profile.objects.get(pk=noor.pk)
    assert (kept.position, kept.sentence, kept.photo) == ("Gezinscoach van ▮ verwijderd", "", None)
    told = {**FILLED, "sentence": "Dag.", "seen": refused.context["seen"]}
    assert own.post(OWN, told).status_code == 302


def test_what_a_moderator_may_not_see_opens_by_a_flag_alone(
    profile: Any, entry: Flaggable, person: Any, judge: Any, browser_of: Browser
) -> None:
    shy = profile("Sam Schuw", sentence="Alleen voor mijn kringen.", sentence_seen=1)
    pages = [
        reverse(f"moderation:{name}", args=["profiles.profile", shy.pk])
        for name in ("case", "redaction")
    ]
    assert [browser_of(judge).get(page).status_code for page in pages] == [404, 404]
    flag(shy, entry, reason="onheus", text="", by=person("Lezer"))
    shown = browser_of(judge).get(pages[0]).content.decode()
    assert "Alleen voor mijn kringen." in shown and "Dat je keek, is te zien" in shown
    assert browser_of(shy.person).get(pages[0]).status_code == 404
