"""Files are kept out of reach, go out without power, and go when nothing leads to them."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.serving import file_response
from leerkring.foundation.files.tasks import run_due
from leerkring.foundation.files.tests import corpus
from leerkring.foundation.files.vault import place_of

NOW = timezone.now()
Commits = DjangoCaptureOnCommitCallbacks


@pytest.fixture(autouse=True)
def folder(db: None, settings: Settings, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


def keep(name: str, data: bytes) -> StoredFile:
    return keep_file(SimpleUploadedFile(name, data), by=AnonymousUser())


def get(stored: StoredFile, **headers: str) -> object:
    return file_response(stored, request=RequestFactory().get("/", headers=headers))


def body(response: object) -> bytes:
    return b"".join(response.streaming_content)


def test_the_bytes_lie_under_a_number_for_the_server_only(folder: Path) -> None:
    stored = keep("geheim.txt", b"dag")
    (path,) = (p for p in folder.rglob("*") if p.is_file())
    assert path.name == str(stored.pk)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == folder.stat().st_mode & 0o777 == 0o700
    assert (stored.size, stored.uploaded_by) == (3, None)


@pytest.mark.parametrize(
    ("name", "data", "disposition"),
    [
        ("één.txt", b"dag", "attachment; filename*=utf-8''%C3%A9%C3%A9n.txt"),
        ("verslag.pdf", corpus.pdf(), 'attachment; filename="verslag.pdf"'),
        ('f";x=".png', corpus.picture("PNG"), 'inline; filename="f-;x=-.png"'),
    ],
)
def test_a_file_goes_out_without_any_power(name: str, data: bytes, disposition: str) -> None:
    response = get(keep(name, data))
    assert response["Content-Disposition"] == disposition
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert response["Cache-Control"].startswith("private")
    assert body(response)


def test_a_browser_that_has_it_gets_nothing_again() -> None:
    stored = keep("a.txt", b"dag")
    response = get(stored, if_none_match=f'"{stored.sha256}"')
    assert (response.status_code, response.content) == (304, b"")
    assert get(stored, if_none_match='"anders"').status_code == 200


def test_a_film_can_be_wound_on() -> None:
    stored = keep("f.mp4", corpus.film())
    response = get(stored, range=f"bytes={stored.size - 5}-")
    assert (response.status_code, response.content) == (206, b"beeld")
    assert response["Content-Range"] == f"bytes {stored.size - 5}-{stored.size - 1}/{stored.size}"
    assert get(stored, range="bytes=999999-").status_code == 200
    assert get(stored, range="bytes=5-2").status_code == 200


def test_bytes_that_are_gone_are_not_there(folder: Path) -> None:
    stored = keep("a.txt", b"dag")
    (folder / place_of(stored.pk)).unlink()
    with pytest.raises(Http404):
        get(stored)


def sweep(commits: Commits, now: datetime = NOW + timedelta(days=2)) -> str:
    with commits(execute=True):
        return run_due(now)


def test_what_nothing_leads_to_goes_after_a_day(
    folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    stored = keep("a.txt", b"dag")
    assert sweep(django_capture_on_commit_callbacks, NOW + timedelta(hours=23)) == ""
    assert sweep(django_capture_on_commit_callbacks).startswith("1 bestanden weggegooid")
    assert not StoredFile.objects.exists()
    assert not (folder / place_of(stored.pk)).exists()
    assert run_due(NOW + timedelta(days=2)) == ""


def turn_of(stored: StoredFile) -> datetime:
    """An hour, two days from now or later, in which the folder of this file is walked."""
    hours = (NOW + timedelta(days=2, hours=h) for h in range(256))
    folder = int(stored.pk.hex[:2], 16)
    return next(hour for hour in hours if int(hour.timestamp() // 3600) % 256 == folder)


def test_a_file_whose_folder_is_walked_is_counted_once(
    django_capture_on_commit_callbacks: Commits,
) -> None:
    stored = keep("a.txt", b"dag")
    told = sweep(django_capture_on_commit_callbacks, turn_of(stored))
    assert told.startswith("1 bestanden weggegooid")


def test_bytes_without_a_row_go_too(
    folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    stored = keep("a.txt", b"dag")
    StoredFile.objects.all().delete()
    hour = turn_of(stored)
    fresh = folder / stored.pk.hex[:2] / "fresh"
    fresh.write_bytes(b"net gekomen")
    later = (hour - timedelta(hours=1)).timestamp()
    os.utime(fresh, (later, later))
    sweep(django_capture_on_commit_callbacks, hour)
    assert not (folder / place_of(stored.pk)).exists()
    assert fresh.exists()
