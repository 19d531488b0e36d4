"""The package that the worker makes, and the week before somebody is forgotten."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from leerkring.foundation.activity.actions import record
from leerkring.foundation.dossier.actions import (
    ask_for_erasure,
    ask_for_export,
    lay_ready,
    undo_erasure,
)
from leerkring.foundation.dossier.models import NEXT_TRY, ErasureRequest, ExportReady
from leerkring.foundation.dossier.packing_actions import pack
from leerkring.foundation.dossier.tasks import run_due
from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.vault import place_of, vault
from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.models import Person

NOW = timezone.now()
WEEK = timedelta(days=7)
Commits = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def person(db: None, settings: Settings, tmp_path: Path) -> Any:
    settings.FILES_ROOT = tmp_path / "files"
    return Person.objects.create_user("noor@voorbeeld.nl", "Noor <b>de Wit</b>")


def package_of(person: Any) -> ZipFile:
    out = io.BytesIO()
    pack(person, out, NOW)
    return ZipFile(io.BytesIO(out.getvalue()))


def test_the_package_holds_data_a_page_and_own_files(person: Any) -> None:
    keep_file(SimpleUploadedFile("../geheim.txt", b"dag"), by=person)
    keep_file(SimpleUploadedFile("van een ander.txt", b"niet"), by=None)
    package = package_of(person)
    assert package.namelist() == ["bestanden/001-geheim.txt", "gegevens.json", "gegevens.html"]
    assert package.read("bestanden/001-geheim.txt") == b"dag"
    data = json.loads(package.read("gegevens.json"))
    account = next(kind for kind in data["kinds"] if kind["label"] == "Je account")
    assert account["rows"][0]["email"] == person.email


def test_the_page_escapes_and_fetches_nothing_from_elsewhere(person: Any) -> None:
    page = package_of(person).read("gegevens.html").decode()
    assert "Noor &lt;b&gt;de Wit" in page
    assert "<b>de Wit" not in page
    assert re.findall(r"<(?:script|link|img|iframe)\b|url\(|@import|https?://", page) == []


def test_the_worker_makes_it_once_and_tells(person: Any) -> None:
    ask_for_export(person, now=NOW)
    assert run_due(NOW) == "1 keer gegevens klaargezet."
    assert run_due(NOW + NEXT_TRY) == ""
    ready = ExportReady.objects.get()
    assert ready.until == NOW + WEEK
    assert Notice.objects.get().person == person
    assert StoredFile.objects.count() == 1


def test_a_worker_that_was_killed_halfway_is_followed_by_another(person: Any) -> None:
    asked = ask_for_export(person, now=NOW)
    assert type(asked).objects.all().claim(asked.pk, NOW)  # and then it is gone
    assert run_due(NOW) == ""
    assert run_due(NOW + NEXT_TRY) != ""


def test_two_workers_lay_one_package_ready(person: Any) -> None:
    asked = ask_for_export(person, now=NOW)
    files = [keep_file(SimpleUploadedFile("a.txt", b"dag"), by=None) for _ in range(2)]
    assert lay_ready(asked, files[0], now=NOW)
    assert lay_ready(asked, files[1], now=NOW) is None
    assert Notice.objects.count() == 1


def test_after_a_week_the_package_is_gone_with_its_bytes(
    person: Any, django_capture_on_commit_callbacks: Commits
) -> None:
    ask_for_export(person, now=NOW)
    run_due(NOW)
    number = StoredFile.objects.get().pk
    with django_capture_on_commit_callbacks(execute=True):
        run_due(NOW + WEEK)
    assert not StoredFile.objects.exists()
    assert not vault().exists(place_of(number))
    assert not Notice.objects.exists()


def test_asking_again_makes_it_anew(person: Any) -> None:
    first = ask_for_export(person, now=NOW)
    assert ask_for_export(person, now=NOW) == first
    run_due(NOW)
    assert ask_for_export(person, now=NOW).pk != first.pk
    assert not ExportReady.objects.exists()


def test_nobody_is_forgotten_within_a_week_or_after_coming_back_on_it(person: Any) -> None:
    ask_for_erasure(person, {}, now=NOW)
    run_due(NOW + WEEK - timedelta(minutes=1))
    assert Person.objects.filter(pk=person.pk).exists()
    assert undo_erasure(person)
    assert not undo_erasure(person)
    run_due(NOW + WEEK)
    assert Person.objects.filter(pk=person.pk).exists()


def test_asking_again_changes_the_choice_and_not_the_day(person: Any) -> None:
    key = "remarks.remark.author"
    first = ask_for_erasure(person, {}, now=NOW)
    assert first.choices[key] == "losmaken"
    later = ask_for_erasure(
        person, {key: "verwijderen", "people.person.self": "bewaren"}, now=NOW + timedelta(days=3)
    )
    assert (later.pk, later.due_at) == (first.pk, NOW + WEEK)
    assert later.choices[key] == "verwijderen"
    assert "people.person.self" not in later.choices


def test_who_leaves_takes_a_package_along(
    person: Any, django_capture_on_commit_callbacks: Commits
) -> None:
    record("people.spoken", by=None, about=person, sentence="Er is gebeld.")
    ask_for_erasure(person, {}, now=NOW)
    ask_for_export(person, now=NOW + timedelta(days=6))
    run_due(NOW + timedelta(days=6))
    number = StoredFile.objects.get().pk
    with django_capture_on_commit_callbacks(execute=True):
        assert run_due(NOW + WEEK) == "1 account verwijderd."
    assert not Person.objects.exists()
    assert not ErasureRequest.objects.exists()
    assert not vault().exists(place_of(number))
