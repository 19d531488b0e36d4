"""A meeting that is full asks no yes that it cannot keep."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.queueing_actions import queue_due
from leerkring.practice.attendance.sending_actions import send_due
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people, says

pytestmark = pytest.mark.django_db
IN_LINE, YES, FULL = "Zet mij op de wachtlijst", "Ja, ik kom", "Deze bijeenkomst is vol."


def test_behind_an_older_yes_the_page_explains_and_offers_the_waiting_list(client: Client) -> None:
    first, late = ask(a_meeting(places=1), "Een", "Twee")
    assert YES in shown(client, late) and FULL not in shown(client, late)
    says(first)
    page = shown(client, late)
    assert FULL in page and IN_LINE in page and YES not in page
    assert 'value="ja" required id="id_says_0" checked' in page
    client.post(reply_path(late.pk), {"says": "ja"})
    assert Reply.objects.get(invitation=late).is_waiting
    waiting = shown(client, late)
    assert "Ja, ik blijf op de wachtlijst" in waiting and FULL not in waiting
    assert YES in shown(client, first)  # who has a place keeps saying yes


def test_on_the_page_of_the_meeting_the_button_says_so_until_a_place_comes_free(
    browser_of: Callable[[str], Client],
) -> None:
    meeting = a_meeting(places=1)
    first, _ = ask_people(meeting, "Een", "Twee")
    says(first)
    browser, page = browser_of("Twee"), meeting.get_absolute_url()
    button = f'?zeg=ja">{IN_LINE}'
    assert button in browser.get(page).content.decode()
    assert IN_LINE in browser.get(f"{page}ik-kom/?zeg=ja").content.decode()
    says(first, "nee")
    assert IN_LINE not in browser.get(page).content.decode()


def test_the_mail_of_a_full_meeting_offers_the_waiting_list() -> None:
    meeting = a_meeting(places=1)
    says(*ask(meeting, "Een"))
    ask(meeting, "Twee")
    queue_due(timezone.now())
    send_due(timezone.now())
    sent: dict[str, Any] = {one.to[0]: one for one in mail.outbox}
    late = sent["twee@partner.example"]
    pages = (late.body, str(late.alternatives[0][0]))
    assert all(IN_LINE in words and "nu vol" in words and YES not in words for words in pages)
    assert IN_LINE not in sent["een@partner.example"].body


def shown(client: Client, invitation: Any) -> str:
    return client.get(f"{reply_path(invitation.pk)}?zeg=ja").content.decode()
