"""The library of working forms, for anyone."""

import pytest
from django.test import Client
from django.utils.html import escape

from leerkring.practice.gatherings.form_files import library

pytestmark = pytest.mark.django_db


def test_all_forms_are_listed(client: Client) -> None:
    page = client.get("/werkvormen/").content.decode()
    assert all(escape(form.title) in page for form in library())


@pytest.mark.parametrize("side", ["ik", "wij", "wijk"])
def test_one_side_lists_only_its_own(client: Client, side: str) -> None:
    page = client.get("/werkvormen/", {"kant": side}).content.decode()
    listed = {form.code for form in library() if f"/werkvormen/{form.code}/" in page}
    assert listed == {form.code for form in library() if form.dimension == side}


def test_an_unknown_side_lists_nothing_and_does_no_harm(client: Client) -> None:
    answer = client.get("/werkvormen/", {"kant": "<script>"})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def test_every_form_has_its_page_with_its_steps(client: Client) -> None:
    for form in library()[:3]:
        page = client.get(f"/werkvormen/{form.code}/").content.decode()
        assert all(escape(step) in page for step in form.steps)


def test_an_unknown_form_is_not_there(client: Client) -> None:
    assert client.get("/werkvormen/bestaat-niet/").status_code == 404
