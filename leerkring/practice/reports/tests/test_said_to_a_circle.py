"""What was said to the circle of a meeting is read by its members, and by nobody else."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from leerkring.foundation.search.models import Entry as Findable
from leerkring.network.circles.models import Circle, Membership, Visibility
from leerkring.network.people.models import Person
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.commitments.actions import make_commitment
from leerkring.practice.commitments.models import Sight
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.models import Announcement, Audience, Invitation, Meeting, Role
from leerkring.practice.reports import actions

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SAID = ("Ik bel eerst zelf", "Zwijgen of zeggen?")


@pytest.fixture
def day() -> SimpleNamespace:
    """A meeting of a closed circle that is over, and a report of it that is out."""
    people = {
        name: Person.objects.create_user(f"{name}@kade.nl", name)
        for name in ("olga", "member", "guest")
    }
    circle = Circle.objects.create(
        name="Schulden", slug="schulden", purpose="Leren", visibility=Visibility.MEMBERS
    )
    for name in ("olga", "member"):
        Membership.objects.create(circle=circle, person=people[name], since=timezone.now())
    meeting = Meeting.objects.create(
        title="Werkdag", slug="werkdag", circle=circle, audience=Audience.CIRCLE,
        starts_at=timezone.now(),
    )  # fmt: skip
    Announcement.objects.create(meeting=meeting)
    Role.objects.create(meeting=meeting, person=people["olga"], kind=Role.Kind.ORGANISER)
    guest = people["guest"]
    Invitation.objects.create(meeting=meeting, person=guest, name="Gast", email=guest.email)
    said = {"meeting": meeting.pk, "circle": circle, "sight": Sight.CIRCLE}
    make_commitment(text=SAID[0], person=people["member"], **said)
    Dilemma.objects.create(
        title=SAID[1], one_side="Zwijgen", other_side="Zeggen", circle=circle,
        author=people["member"], put_at=timezone.now(), audience="kring",
    )  # fmt: skip
    report = actions.begin_report(meeting, by=people["olga"])
    actions.write(report, lead="Kort.", parts={}, by=people["olga"])
    actions.agree(report, by=people["olga"])
    actions.bring_out(report, by=people["olga"])
    return SimpleNamespace(meeting=meeting, report=report, **people)


def read(address: str, person: Person | None = None) -> str:
    browser = Client()
    if person is not None:
        browser.force_login(person, backend=BACKEND)
    answer: Any = browser.get(address)
    assert answer.status_code == 200
    if not answer.content.startswith(b"%PDF"):
        return str(answer.content.decode())
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("paper", ["", "pdf/"])
def test_a_member_reads_it_and_who_was_only_asked_to_come_does_not(
    day: SimpleNamespace, paper: str
) -> None:
    address = f"{day.report.get_absolute_url()}{paper}"
    stranger = Invitation.objects.create(meeting=day.meeting, name="Sam", email="sam@kade.nl")
    told = read(address, day.member)
    assert all(each in told for each in SAID)
    elsewhere = [read(address, day.guest), read(f"{reply_path(stranger.pk)}verslag/{paper}")]
    Meeting.objects.update(audience=Audience.PUBLIC)
    for told in [*elsewhere, read(address)]:
        assert "Kort." in told and not any(each in told for each in SAID)


def test_nobody_finds_it_and_no_blog_begins_with_it(day: SimpleNamespace) -> None:
    found = "".join(Findable.objects.values_list("text", flat=True))
    assert "Kort." in found
    post = actions.begin_post(day.report, "blog", by=day.olga)
    kept = str(post.draft.says.texts)
    assert not any(each in found + kept for each in SAID)


def test_who_leads_without_being_a_member_works_on_the_rest(day: SimpleNamespace) -> None:
    Role.objects.create(meeting=day.meeting, person=day.guest, kind=Role.Kind.CHAIR)
    address = f"{day.report.get_absolute_url()}maken/"
    assert SAID[0] in read(address, day.olga)
    assert not any(each in read(address, day.guest) for each in SAID)
