"""Handing over files on the web: look first, then say yes, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from leerkring.loop.programmes.actions import lay_ready
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import IntakeDraft, Programme, Role
from leerkring.network.people.models import Person, Team
from leerkring.practice.scans.models import Response

Handed = Callable[..., dict[str, bytes]]
Read = Callable[..., Intake]


def address(programme: Programme, more: str = "") -> str:
    return f"/programmas/{programme.pk}-{programme.slug}/invoer/{more}"


def files(handed: dict[str, bytes]) -> dict[str, SimpleUploadedFile]:
    return {name: SimpleUploadedFile(f"{name}.csv", data) for name, data in handed.items()}


@pytest.fixture
def waiting(programme: Programme, read: Read, person: Callable[[str], Person]) -> IntakeDraft:
    return lay_ready(programme, read(), by=person("Coördinator"))


def test_from_two_files_to_a_programme_per_team(
    programme: Programme, coordinator: Client, handed: Handed
) -> None:
    assert coordinator.get(address(programme)).status_code == 200
    uploaded = coordinator.post(address(programme), files(handed()))
    draft = IntakeDraft.objects.get()
    assert (uploaded.status_code, uploaded.url) == (302, address(programme, f"{draft.pk}/"))
    assert not Response.objects.exists()
    assert not Team.objects.exists()
    page = coordinator.get(uploaded.url).content.decode()
    assert "23" in page
    assert "Zuid" in page
    confirmed = coordinator.post(address(programme, f"{draft.pk}/bevestiging/"))
    assert confirmed.status_code == 302
    assert confirmed.url == f"/programmas/{programme.pk}-{programme.slug}/"
    assert Response.objects.count() == 23
    assert not IntakeDraft.objects.exists()
    shown = coordinator.get(confirmed.url)
    assert shown.status_code == 200
    assert "Noord" in shown.content.decode()


def test_faults_are_shown_with_their_place_and_nothing_is_stored(
    programme: Programme, coordinator: Client, handed: Handed
) -> None:
    wrong = handed(answers="team,IK1,IK2,WIJ1,WIJ2,WK1,WK2\nNoord,7,1,1,1,1,<b>\n")
    answer = coordinator.post(address(programme), files(wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "answers.csv, rij 2, kolom IK1" in page
    assert "answers.csv, rij 2, kolom WK2" in page
    assert "<b>»" not in page
    assert not IntakeDraft.objects.exists()


def test_a_missing_file_is_said_at_its_field(
    programme: Programme, coordinator: Client, handed: Handed
) -> None:
    answer = coordinator.post(address(programme), files(handed(answers=None)))
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()


def test_nothing_at_all_is_said_too(programme: Programme, coordinator: Client) -> None:
    only_a_button = {"csrfmiddlewaretoken": "x"}
    assert coordinator.post(address(programme), only_a_button).status_code == 422


def test_a_draft_of_another_programme_is_not_there(
    started: Callable[..., Programme], waiting: IntakeDraft, coordinator: Client
) -> None:
    other = started("Een andere week")
    for more in (f"{waiting.pk}/", f"{waiting.pk}/bevestiging/"):
        assert coordinator.get(address(other, more)).status_code in {404, 405}
        assert coordinator.post(address(other, more)).status_code in {404, 405}
    assert not Response.objects.exists()
    assert IntakeDraft.objects.get() == waiting


def test_a_draft_of_yesterday_is_not_there_any_more(
    programme: Programme, waiting: IntakeDraft, coordinator: Client
) -> None:
    IntakeDraft.objects.update(at=timezone.now() - timedelta(hours=25))
    assert coordinator.get(address(programme, f"{waiting.pk}/")).status_code == 404
    confirmed = coordinator.post(address(programme, f"{waiting.pk}/bevestiging/"))
    assert confirmed.status_code == 404
    assert not Response.objects.exists()


def test_looking_does_not_confirm(
    programme: Programme, waiting: IntakeDraft, coordinator: Client
) -> None:
    assert coordinator.get(address(programme, f"{waiting.pk}/bevestiging/")).status_code == 405
    assert IntakeDraft.objects.exists()


def test_a_second_intake_is_not_there(
    programme: Programme, waiting: IntakeDraft, coordinator: Client, handed: Handed
) -> None:
    confirm = address(programme, f"{waiting.pk}/bevestiging/")
    assert coordinator.post(confirm).status_code == 302
    assert coordinator.post(confirm).status_code == 404
    assert coordinator.get(address(programme)).status_code == 404
    assert coordinator.post(address(programme), files(handed())).status_code == 404
    assert Response.objects.count() == 23


def test_only_who_coordinates_hands_over_files(
    programme: Programme,
    waiting: IntakeDraft,
    browser_of: Callable[[str], Client],
    person: Callable[[str], Person],
) -> None:
    Role.objects.create(programme=programme, person=person("Adviseur"), kind=Role.Kind.ADVISER)
    for name in ("Adviseur", "Buitenstaander"):
        browser = browser_of(name)
        assert browser.get(address(programme)).status_code == 404
        assert browser.get(address(programme, f"{waiting.pk}/")).status_code == 404
        assert browser.post(address(programme, f"{waiting.pk}/bevestiging/")).status_code == 404
    visitor = Client().get(address(programme))
    assert visitor.status_code == 302
    assert visitor.url.startswith("/account/login/")
    assert not Response.objects.exists()
