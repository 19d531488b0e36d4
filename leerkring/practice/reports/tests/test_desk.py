"""The desk of a report: what there is to work on stands open, the rest is folded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Block, BroughtQuestion, Meeting, Role
from leerkring.practice.reports.actions import begin_report

pytestmark = pytest.mark.django_db
GUARANTEE = "geen garantie"


@pytest.fixture
def lead(client: Client) -> Person:
    lead = Person.objects.create_user("lead@kade.nl", "Lead")
    client.force_login(lead)
    return lead


@pytest.fixture
def address(lead: Person) -> str:
    meeting = Meeting.objects.create(
        title="Werkdag", slug="werkdag", starts_at=timezone.now() - timedelta(days=1)
    )
    Announcement.objects.create(meeting=meeting)
    Role.objects.create(meeting=meeting, person=lead, kind=Role.Kind.ORGANISER)
    Block.objects.create(meeting=meeting, position=0, title="Welkom", minutes=20)
    BroughtQuestion.objects.create(meeting=meeting, text="Bel mij op 06-12345678")
    return f"{begin_report(meeting, by=lead).get_absolute_url()}maken/"


def folded(page: str, chapter: str) -> bool:
    return f'<details class="disclosure" id="{chapter}"' in page


def test_chapters_without_anything_are_folded_and_one_line_says_it_is_no_guarantee(
    address: str, client: Client
) -> None:
    page = client.get(address).content.decode()
    assert [folded(page, each) for each in ("programma", "vragen", "gezegd", "cijfers")] == [
        *(False, False),
        *(True, True),
    ]
    assert "06-12345678</mark>" in page and page.count(GUARANTEE) == 1


def test_what_was_typed_in_a_folded_chapter_stands_open_when_something_is_wrong(
    address: str, client: Client
) -> None:
    words = "Mail jan@wijk.nl eens."
    answer = client.post(address, {"lead": "Kort.", "gezegd": words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not folded(page, "gezegd") and f"{words}</textarea>" in page
    assert 'data-words="fout"' in page and page.count(GUARANTEE) == 1
