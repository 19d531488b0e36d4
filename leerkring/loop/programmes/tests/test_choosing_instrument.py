"""Which instrument an online round asks: published here, handed over, or the one of the house."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.models import IntakeDraft, Programme
from leerkring.network.people.models import Person
from leerkring.practice.instruments.actions import copy_built_in, publish, retire
from leerkring.practice.instruments.draft_actions import save_sheet
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.practice.scans.models import InstrumentVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(programme: Programme) -> InstrumentVersion:
    draft = copy_built_in(by=None)
    sheet = replace(draft.sheet, name="Onze scan", ends=("nooit", "altijd"))
    save_sheet(draft, sheet, base=0, by=None)
    return publish(InstrumentDraft.objects.get(), by=None)


def ask(programme: Programme, browser: Client, **chosen: object):
    files = {
        "teams": "team,organisatie,wijk,gemeente,leden\nNoord,Dichtbij,WK000101,Merestad,12\n",
        "people": "team,e-mail\nNoord,een@voorbeeld.nl\n",
    }
    url = reverse("programmes:online", args=[programme.pk, programme.slug])
    handed = {
        name: SimpleUploadedFile(f"{name}.csv", text.encode()) for name, text in files.items()
    }
    return browser.post(url, {**handed, "until": "2100-01-01", **chosen})


def asked() -> str:
    return drafts.from_json(IntakeDraft.objects.get().content).instrument.name


def test_a_published_version_can_be_chosen_word_for_word(programme, coordinator, version):
    assert ask(programme, coordinator, version=version.pk).status_code == 302
    kept = drafts.from_json(IntakeDraft.objects.get().content).instrument
    assert keep_instrument(kept) == version


def test_without_a_choice_the_quickscan_of_the_house_is_asked(programme, coordinator, version):
    ask(programme, coordinator)
    assert asked() == built_in().name


def test_a_retired_version_is_no_choice(programme, coordinator, version):
    retire(version, reason="Te lang.", by=None)
    assert ask(programme, coordinator, version=version.pk).status_code == 302
    assert asked() == built_in().name  # there is nothing left to choose from


def test_a_retired_version_is_refused_as_a_file_too(programme, coordinator, version):
    retire(version, reason="Te lang.", by=None)
    own = SimpleUploadedFile("Onze scan.csv", write_instrument(version.instrument).encode())
    refused = ask(programme, coordinator, instrument=own)
    assert refused.status_code == 422
    assert "deze vragenlijst is uit gebruik. Te lang." in refused.content.decode()
    assert not IntakeDraft.objects.exists()


def test_the_quickscan_of_the_house_can_be_retired(programme, coordinator):
    retire(keep_instrument(built_in()), reason="Er is een betere.", by=None)
    assert ask(programme, coordinator).status_code == 422


def test_choosing_and_handing_over_are_not_done_both(programme, coordinator, version):
    own = SimpleUploadedFile("eigen.csv", write_instrument(built_in()).encode())
    refused = ask(programme, coordinator, version=version.pk, instrument=own)
    assert "niet allebei" in refused.content.decode()
    assert Person.objects.filter(email="een@voorbeeld.nl").count() == 0
