"""The photo of a session: kept with what it shows in words, and seen by who may write."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client

from leerkring.network.people.models import Person
from leerkring.practice.gatherings.actions import keep_photo
from leerkring.practice.gatherings.models import Photo, Session
from leerkring.practice.gatherings.photos import NotAPhoto

PhotoOf = Callable[..., bytes]


def form(data: bytes, name: str = "IMG_2024.jpg", **words: str) -> dict[str, object]:
    return {"image": SimpleUploadedFile(name, data), "alt": "Een muur vol briefjes", **words}


def address(session: Session) -> str:
    return f"/sessies/{session.pk}/foto/"


def test_a_photo_is_kept_and_shown(session: Session, browser: Client, photo_of: PhotoOf) -> None:
    answer = browser.post(address(session), form(photo_of("PNG"), caption="De muur"))
    assert (answer.status_code, answer.url) == (302, f"/sessies/{session.pk}/")
    assert (session.photo.alt, session.photo.caption) == ("Een muur vol briefjes", "De muur")
    shown = browser.get(f"/sessies/{session.pk}/foto.jpg")
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "private" in shown["Cache-Control"]
    assert b"".join(shown.streaming_content).startswith(b"\xff\xd8")


@pytest.mark.parametrize("name", ["../../x.jpg", "=cmd().jpg", "a" * 300 + ".jpg", "foto.html"])
def test_the_name_of_the_file_is_not_kept(
    session: Session, browser: Client, photo_of: PhotoOf, name: str
) -> None:
    assert browser.post(address(session), form(photo_of(), name)).status_code == 302
    folder, kept = session.photo.image.name.rsplit("/", 1)
    assert folder == "sessies"
    assert len(kept) == len("123e4567-e89b-12d3-a456-426614174000.jpg")


@pytest.mark.parametrize("alt", ["", "   "])
def test_without_words_for_who_cannot_see_it_it_is_refused(
    session: Session, browser: Client, photo_of: PhotoOf, alt: str
) -> None:
    answer = browser.post(address(session), form(photo_of(), alt=alt, caption="De muur"))
    assert answer.status_code == 422
    assert 'value="De muur"' in answer.content.decode()
    assert not Photo.objects.exists()


def test_the_table_refuses_it_too(session: Session) -> None:
    with pytest.raises(IntegrityError):
        Photo.objects.create(session=session, image="x.jpg", alt="")


@pytest.mark.parametrize("data", [b"", b"geen foto", b"<svg/>"])
def test_what_is_no_photo_is_refused_and_said(
    session: Session, browser: Client, data: bytes
) -> None:
    answer = browser.post(address(session), form(data))
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert not Photo.objects.exists()


def test_a_photo_over_the_limit_is_refused(
    session: Session, browser: Client, photo_of: PhotoOf, settings: object
) -> None:
    settings.UPLOAD_LIMIT = 100
    answer = browser.post(address(session), form(photo_of()))
    assert answer.status_code == 422
    assert "groter dan" in answer.content.decode()
    assert not Photo.objects.exists()


def test_a_new_photo_comes_instead_and_the_old_file_goes(
    session: Session, photo_of: PhotoOf, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    old = keep_photo(session, data=photo_of(), alt="oud").image
    with django_capture_on_commit_callbacks(execute=True):
        new = keep_photo(session, data=photo_of(size=(30, 30)), alt="nieuw").image
    assert Photo.objects.get().alt == "nieuw"
    assert new.storage.exists(new.name)
    assert not old.storage.exists(old.name)


def test_a_bad_photo_leaves_the_good_one(session: Session, photo_of: PhotoOf) -> None:
    good = keep_photo(session, data=photo_of(), alt="goed").image.name
    with pytest.raises(NotAPhoto):
        keep_photo(session, data=b"geen foto", alt="slecht")
    kept = Photo.objects.get()
    assert (kept.alt, kept.image.name) == ("goed", good)
    assert kept.image.storage.exists(good)


def test_no_photo_is_not_there(session: Session, browser: Client) -> None:
    assert browser.get(f"/sessies/{session.pk}/foto.jpg").status_code == 404


def test_people_of_another_team_neither_see_nor_change_it(
    session: Session,
    other: Session,
    browser_of: Callable[[Person], Client],
    photo_of: PhotoOf,
) -> None:
    keep_photo(session, data=photo_of(), alt="van ons")
    stranger = browser_of(Person.objects.get(name="Lid Zuid"))
    assert stranger.get(f"/sessies/{session.pk}/foto.jpg").status_code == 404
    assert stranger.post(address(session), form(photo_of())).status_code == 404
    assert Photo.objects.get().alt == "van ons"
