"""Behind the link in a mail: as much of the meeting as with an account."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from leerkring.network.themes.actions import add_theme
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import Letter
from leerkring.practice.attendance.queueing_actions import queue_due, queue_report
from leerkring.practice.attendance.sending_actions import send_due
from leerkring.practice.attendance.tasks import forget_what_is_over
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people
from leerkring.practice.meetings.bringing_actions import add_material, put_question
from leerkring.practice.meetings.models import Block, BroughtQuestion, Strand

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_way_the_rooms_the_material_and_the_questions(
    client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.FILES_ROOT = tmp_path
    meeting = a_meeting(address="Kade 1, Ons Dorp")
    block = Block.objects.create(meeting=meeting, position=0, title="Samen", minutes=30, room="Hal")
    Strand.objects.create(block=block, position=0, title="Jeugd", room="Zaal 3", leader_name="Ans")
    upload = SimpleUploadedFile("plan.txt", b"Het plan.")
    plan = add_material(meeting, title="Het plan", upload=upload, by=None)
    put_question(meeting, text="Wie belt de ouders?", by=None)
    (sam,) = ask(meeting, "Sam")
    page = client.get(reply_path(sam.pk)).content.decode()
    told = ("Op de kaart", "Hal", "Zaal 3", "Ans", "Het plan", "Wie belt de ouders?")
    assert [words for words in told if words not in page] == []
    file = client.get(f"{reply_path(sam.pk)}materiaal/{plan.pk}/bestand/")
    assert b"".join(file) == b"Het plan."


def test_a_partner_without_an_account_brings_a_question_and_takes_it_back(client: Client) -> None:
    meeting = a_meeting()
    sam, kim = (ask(meeting, name, work="Het Kompas")[0] for name in ("Sam", "Kim"))
    client.post(f"{reply_path(sam.pk)}vraag/", {"text": "Hoe houd je contact?"})
    question = BroughtQuestion.objects.get()
    assert (str(question.organisation), question.by) == ("Het Kompas", None)
    client.post(f"{reply_path(kim.pk)}vraag/{question.pk}/weg/")
    assert BroughtQuestion.objects.exists()
    client.post(f"{reply_path(sam.pk)}vraag/{question.pk}/weg/")
    assert not BroughtQuestion.objects.exists()


def test_a_guest_says_which_theme_of_the_meeting_a_question_is_about(client: Client) -> None:
    meeting = a_meeting()
    (sam,) = ask(meeting, "Sam")
    school, other = add_theme("School", by=None), add_theme("Wonen", by=None)
    assert "Waar gaat je vraag over?" not in client.get(reply_path(sam.pk)).content.decode()
    meeting.themes.add(school)
    path, words = f"{reply_path(sam.pk)}vraag/", "Wie belt de ouders?"
    assert client.post(path, {"text": words, "theme": other.pk}).status_code == 422
    page = client.post(path, {"text": words, "theme": school.pk}, follow=True).content.decode()
    assert BroughtQuestion.objects.get().theme == school
    assert "over School" in page and "Wonen" not in page


def test_once_it_has_begun_no_question_is_sent_ahead(client: Client) -> None:
    meeting = a_meeting(starts_at=timezone.now())
    (sam,) = ask(meeting, "Sam")
    page = client.post(f"{reply_path(sam.pk)}vraag/", {"text": "Te laat?"}, follow=True)
    assert not BroughtQuestion.objects.exists()
    assert "Stel je vraag daar" in page.content.decode()


def test_the_invitation_asks_for_a_question(settings: Any) -> None:
    meeting = a_meeting()
    ask(meeting, "Sam", work="Het Kompas")
    queue_due(timezone.now())
    send_due(timezone.now())
    assert "Welke vraag breng je mee namens Het Kompas?" in mail.outbox[0].body


def test_the_report_goes_once_to_who_has_no_account_also_long_after() -> None:
    long_ago = timezone.now() - timedelta(days=50)
    meeting = a_meeting(starts_at=long_ago)
    (sam,) = ask(meeting, "Sam")
    ask_people(meeting, "Noor")
    assert queue_report(meeting, timezone.now()) == 1
    forget_what_is_over(timezone.now())
    send_due(timezone.now())
    queue_report(meeting, timezone.now())
    send_due(timezone.now())
    (sent,) = mail.outbox
    assert sent.to == [sam.email]
    assert f"{reply_path(sam.pk)}verslag/" in sent.body
    assert Letter.objects.count() == 1
