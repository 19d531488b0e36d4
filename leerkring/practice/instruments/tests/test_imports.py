"""A file in, a draft out: all of it or nothing, and what stays behind is said."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from leerkring.practice.instruments.downloads import BY_KEY, file_of
from leerkring.practice.instruments.models import ImportPreview, InstrumentDraft
from leerkring.practice.instruments.reading import read_upload
from leerkring.practice.instruments.sheets import instrument_of
from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.practice.scans.tests.formats.some_instruments import instruments

pytestmark = pytest.mark.django_db
UPLOAD = "/vragenlijsten/inlezen/"


def hand_over(browser, data, name="vragen.csv"):
    return browser.post(UPLOAD, {"file": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("form", ["xlsform", "limesurvey", "csv"])
def test_an_instrument_goes_out_and_comes_back_the_same_through_the_site(browser, form):
    name, data = file_of(built_in(), BY_KEY[form])
    preview = hand_over(browser, data, name)
    assert preview.status_code == 302
    assert "We nemen alles over" in browser.get(preview.url).content.decode()
    made = browser.post(preview.url)
    draft = InstrumentDraft.objects.get()
    assert made.url == reverse("instruments:draft", args=[draft.pk])
    back = instrument_of(draft.sheet)
    assert (back.items, back.targets) == (built_in().items, built_in().targets)
    assert not ImportPreview.objects.exists()


@pytest.mark.parametrize("form", ["xlsform", "limesurvey", "csv"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instrument=instruments())
def test_any_instrument_goes_out_and_comes_back_the_same(form, instrument):
    name, data = file_of(instrument, BY_KEY[form])
    back = read_upload(data, name)
    assert back.not_taken_over == ()
    assert back.instrument.items == instrument.items
    assert (back.instrument.language, back.instrument.ends) == (
        instrument.language,
        instrument.ends,
    )


def test_what_stays_behind_is_listed_before_anything_is_taken_over(browser):
    text = write_instrument(built_in()).replace("\n", ",x\n").replace("doel,x", "doel,notitie", 1)
    preview = hand_over(browser, text.encode())
    shown = browser.get(preview.url).content.decode()
    assert "Wat we niet overnemen" in shown
    assert "De kolom «notitie» (rij 2, 3, 4, 5, 6 en nog 31): die kennen we niet." in shown
    assert not InstrumentDraft.objects.exists()


BOMB = b'<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><document>&b;</document>'
HEAD = "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel\n"
MANY = HEAD + "".join(f"Q{n},Ik,c,Ik.,nee,1,5,3\n" for n in range(151))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x00", "bestand"),
        (b"%PDF-1.7", "dit is een PDF"),
        (BOMB, "geen leesbare XML"),
        (b"PK\x03\x04niets", "vragen.csv"),
        (b"a,b\n1,2\n", "kolom code: deze kolom ontbreekt"),
        (
            f"{HEAD}A1,Ons,c,S.,nee,1,5,3\n".encode(),
            "rij 2, kolom dimensie: «Ons» is geen dimensie",
        ),
        (f"{HEAD}A1,Ik,c,{'x' * 400},nee,1,5,3\n".encode(), "rij 2, kolom stelling"),
        (MANY.encode(), "er staan 151 stellingen in"),
    ],
    ids=["null", "pdf", "entities", "zip", "columns", "dimension", "long", "many"],
)
def test_a_file_that_cannot_be_is_refused_in_dutch_and_nothing_is_kept(browser, data, words):
    refused = hand_over(browser, data)
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert not ImportPreview.objects.exists()


def test_an_empty_file_and_no_file_are_refused(browser):
    assert hand_over(browser, b"").status_code == 422
    assert browser.post(UPLOAD).status_code == 422


def test_a_preview_belongs_to_who_handed_it_over(browser, editor):
    url = hand_over(browser, write_instrument(built_in()).encode()).url
    editor.pk = None
    editor.email = "ander@voorbeeld.nl"
    editor.save()
    browser.force_login(editor, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert browser.get(url).status_code == 404
    assert browser.post(url).status_code == 404


def test_a_name_that_turns_text_around_is_shown_straight(browser):
    refused = hand_over(browser, b"%PDF", "a\u202evsc.exe")
    assert "\u202e" not in refused.content.decode().split("Dit bestand nemen")[1][:500]
