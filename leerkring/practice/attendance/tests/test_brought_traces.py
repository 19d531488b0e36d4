"""Who brings a question by the link in the mail is asked about what points at people in it."""

import pytest
from django.test import Client

from leerkring.foundation.language.models import TraceCount
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.tests.conftest import a_meeting, ask
from leerkring.practice.meetings.models import BroughtQuestion

pytestmark = pytest.mark.django_db


def test_a_number_is_held_back_without_an_account_and_goes_along_with_a_reason(
    client: Client,
) -> None:
    (sam,) = ask(a_meeting(), "Sam Bakhuis")
    path, words = f"{reply_path(sam.pk)}vraag/", "Sam Bakhuis vraagt: wie belt 06-12345678?"
    asked = client.post(path, {"text": words})
    page = asked.content.decode()
    assert asked.status_code == 422
    assert f"{words}</textarea>" in page and "06-12345678</mark>" in page
    assert "meelezen" not in page
    assert not BroughtQuestion.objects.exists()
    form = asked.context["bring_form"]
    (question,) = form.traces()
    answers = {"traces-guard": form.trace_panel.guard, question.name: "toestemming"}
    assert client.post(path, {"text": words, **answers}).status_code == 302
    assert BroughtQuestion.objects.get().text == words
    assert TraceCount.objects.get().number == 1
