"""The pages: what they ask, what they tell, and what they tell nobody else."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from leerkring.practice.attendance.group_actions import make_groups, show_groups
from leerkring.practice.attendance.link_queries import badge_path, reply_path
from leerkring.practice.attendance.models import Letter, Reply, Tap
from leerkring.practice.attendance.queueing_actions import queue_due
from leerkring.practice.attendance.tests.conftest import (
    a_meeting,
    ask,
    ask_people,
    crowd,
    says,
    someone,
)
from leerkring.practice.meetings.models import Audience, Block, Invitation, Meeting, Strand

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def at(name: str, meeting: Meeting, **more: object) -> str:
    return reverse(f"attendance:{name}", kwargs={"pk": meeting.pk, "slug": meeting.slug, **more})


def text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined]


def test_opening_a_link_answers_nothing_and_sending_does(client: Client) -> None:
    (one,) = ask(a_meeting(guests_each=2, reachable="Lift naast de deur."), "Ilse")
    path = reply_path(one.pk)
    page = client.get(f"{path}?zeg=ja")
    assert not Reply.objects.exists()
    assert "Lift naast de deur." in text(page) and 'value="ja" required id="id_says_0" checked' in (
        text(page)
    )
    assert page["Cache-Control"] == "no-store" and page["Referrer-Policy"] == "same-origin"
    assert client.post(path, {"says": "ja", "guests": "1", "need": "Zonder noten."}).url == path
    said = text(client.get(path))
    assert "Je komt, met 1 gast." in said and "Zonder noten." in said and "<svg" in said


def test_guests_have_names_that_the_door_and_the_table_know(
    client: Client, browser_of: SignIn
) -> None:
    meeting = a_meeting(guests_each=2, starts_at=timezone.now())
    (one,) = ask(meeting, "Ilse")
    path, said = reply_path(one.pk), {"says": "ja", "guests": "2", "names": "Piet, Joke, Kees"}
    assert "meer namen dan gasten" in text(client.post(path, said))
    client.post(path, said | {"names": " Piet ,, Joke"})
    assert "Je gasten: Piet, Joke" in text(client.get(path))
    organiser = browser_of("Organisator")
    for page in (at("desk", meeting), badge_path(one.pk)):
        assert all(
            f"{name} is </span>aanwezig" in text(organiser.get(page)) for name in ("Piet", "Joke")
        )
    tapped = {"invitation": one.pk, "guest": "2", "is_here": "ja"}
    organiser.post(at("tap", meeting), tapped)
    assert Tap.objects.get().guest == 2
    assert "1</span> van 3 zijn er" in text(organiser.get(at("desk", meeting)))
    make_groups(meeting, tables=1, rounds=1, by=None)
    assert "Joke" in text(organiser.get(at("groups", meeting)))
    client.post(path, {"says": "ja", "guests": "0", "names": ""})
    assert Reply.objects.get().names == []


def test_a_link_opens_one_reply_and_no_other(client: Client) -> None:
    one, two = ask(a_meeting(), "Een", "Twee")
    client.post(reply_path(one.pk), {"says": "nee"})
    assert Reply.objects.get().invitation == one
    mine, theirs = reply_path(one.pk), reply_path(two.pk)
    mixed = f"{theirs.split('.')[0]}.{mine.split('.')[1]}"
    badge = badge_path(one.pk).replace("/binnen/", "/komen/")
    for path in (mixed, badge, "/komen/x/", "/komen/.x/", f"{mine[:-2]}/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"says": "ja"}).status_code == 404


def test_who_waits_reads_their_place_in_line_and_no_names(client: Client) -> None:
    one, two = ask(a_meeting(places=1), "Een Naam", "Twee Naam")
    says(one)
    client.post(reply_path(two.pk), {"says": "ja"})
    page = text(client.get(reply_path(two.pk)))
    assert "op de wachtlijst, op plaats 1" in page
    assert "Een Naam" not in page


def test_what_is_wrong_is_said_on_the_form(client: Client) -> None:
    (one,) = ask(a_meeting(guests_each=1), "Een")
    page = client.post(reply_path(one.pk), {"says": "ja", "guests": "2"})
    assert page.status_code == 422 and "hoogstens 1 gast" in text(page)
    assert client.post(reply_path(one.pk), {}).status_code == 422


def test_after_the_meeting_nothing_can_be_answered(client: Client) -> None:
    (one,) = ask(a_meeting(starts_at=timezone.now() - timedelta(days=2)), "Een")
    assert "al geweest" in text(client.get(reply_path(one.pk)))
    assert client.post(reply_path(one.pk), {"says": "ja"}).status_code == 422


def test_sessions_beside_each_other_show_what_is_left(client: Client) -> None:
    meeting = a_meeting()
    block = Block.objects.create(
        meeting=meeting, position=0, kind="parallel", title="Na de pauze", minutes=60
    )
    strand = Strand.objects.create(block=block, position=0, title="Klein", places=3)
    Strand.objects.create(block=block, position=1, title="Groot")
    one, two = ask(meeting, "Een", "Twee")
    says(one, strands=frozenset({strand.pk}))
    path = reply_path(two.pk)
    assert "Klein (nog 2 plaatsen)" in text(client.get(path))
    client.post(path, {"says": "ja", f"block_{block.pk}": str(strand.pk)})
    assert "Na de pauze: Klein" in text(client.get(path))


def test_who_sees_a_meeting_may_put_themselves_on_the_list(browser_of: SignIn) -> None:
    meeting = a_meeting(audience=Audience.SIGNED_IN)
    browser = browser_of("Nieuw")
    assert browser.post(at("reply_here", meeting), {"says": "ja"}).status_code == 302
    assert Invitation.objects.get(meeting=meeting).reply.has_place
    hidden = a_meeting("Anders")
    assert browser.get(at("reply_here", hidden)).status_code == 404
    assert browser.post(at("reply_here", hidden), {"says": "ja"}).status_code == 404


def test_who_was_asked_before_they_had_an_account_is_not_asked_twice(browser_of: SignIn) -> None:
    meeting = a_meeting(audience=Audience.SIGNED_IN)
    (one,) = ask(meeting, "Ilse")
    person = someone("Ilse")
    person.email = one.email
    person.save()
    browser_of("Ilse").post(at("reply_here", meeting), {"says": "ja"})
    assert Invitation.objects.get(meeting=meeting).person == person


def test_a_list_is_taken_in_whole_or_not_at_all(browser_of: SignIn) -> None:
    meeting, browser = a_meeting(), browser_of("Organisator")
    wrong = browser.post(at("from_list", meeting), {"lines": "A, a@w.example\nB, b"})
    assert wrong.status_code == 422 and "rij 2, kolom e-mailadres" in text(wrong)
    assert not Invitation.objects.exists()
    file = SimpleUploadedFile("lijst.csv", "naam;e-mail\nÉva;eva@w.example\n".encode())
    page = browser.post(at("from_list", meeting), {"file": file}, follow=True)
    assert "1 persoon is uitgenodigd" in text(page) and "Éva" in text(page)
    again = browser.post(at("from_list", meeting), {"lines": "Éva, EVA@w.example"}, follow=True)
    assert "Al uitgenodigd: Éva." in text(again)


@pytest.mark.parametrize(
    ("begins", "announced", "told"),
    [
        (10, True, "De mail gaat vanzelf uit."),
        (10, False, "De mail gaat uit zodra je de bijeenkomst aankondigt."),
        (-1, True, "Er gaat geen mail uit, want de bijeenkomst is al begonnen."),
    ],
)
def test_of_the_mail_to_who_is_asked_is_said_what_is_so(
    browser_of: SignIn, begins: int, announced: bool, told: str
) -> None:
    at_ = timezone.now() + timedelta(minutes=begins)
    meeting, browser = a_meeting(starts_at=at_, announced=announced), browser_of("Organisator")
    page = browser.post(at("from_list", meeting), {"lines": "Éva, eva@w.example"}, follow=True)
    assert told in text(page)
    goes = told == "De mail gaat vanzelf uit."
    assert Invitation.objects.filter(meeting=meeting).count() == 1
    assert queue_due(timezone.now()) == goes
    assert ("Iedereen krijgt een mail" in text(page)) == (begins > 0)


def test_mail_that_failed_is_seen_by_the_organiser_and_sent_again(browser_of: SignIn) -> None:
    meeting, browser = a_meeting(), browser_of("Organisator")
    (one,) = ask(meeting, "Een")
    Letter.objects.create(
        meeting=meeting, invitation=one.pk, name=one.name, email=one.email, kind="request",
        sequence=0, given_up_at=timezone.now(), fault="550 onbekend", is_refused=True,
    )  # fmt: skip
    assert "550 onbekend" in text(browser.get(at("inviting", meeting)))
    browser.post(at("mail_again", meeting, invitation=one.pk))
    assert Letter.objects.due(timezone.now()).exists()


def test_a_phone_taps_by_script_and_by_form(browser_of: SignIn) -> None:
    meeting, browser = a_meeting(), browser_of("Organisator")
    (one,) = ask(meeting, "Een")
    says(one)
    fields = {"invitation": one.pk, "is_here": "ja", "id": uuid4(), "at": "1e3"}
    for _ in range(2):
        answer = browser.post(at("tap", meeting), fields, headers={"accept": "application/json"})
        assert answer.json() == {"is_here": True}
    assert Tap.objects.count() == 1
    browser.post(at("tap", meeting), {"invitation": one.pk, "is_here": "nee"})
    assert "0</span> van 1 zijn er" in text(browser.get(at("desk", meeting)))


def test_the_code_at_the_door_is_for_organisers(browser_of: SignIn) -> None:
    (one,) = ask_people(a_meeting(), "Ilse")
    says(one)
    path = badge_path(one.pk)
    assert browser_of("Ilse").get(path).status_code == 404
    assert "Is er" in text(browser_of("Organisator").get(path))


def test_groups_are_made_shown_and_printed(browser_of: SignIn, tmp_path: object) -> None:
    meeting, browser = a_meeting(), browser_of("Organisator")
    crowd(meeting, Wal=3, Kade=3)
    page = browser.post(at("groups_make", meeting), {"tables": 3, "rounds": 2}, follow=True)
    assert "Niemand zit met iemand van de eigen organisatie." in text(page)
    pdf = browser.get(at("cards", meeting))
    (tmp_path / "k.pdf").write_bytes(pdf.content)  # type: ignore[operator]
    pages = [page.extract_text() for page in PdfReader(tmp_path / "k.pdf").pages]  # type: ignore[operator]
    assert len(pages) == 4 and "Wal 0" in pages[0] and "Tafel 3" in pages[3]


def tag(name: str, meeting: Meeting, who: str) -> str:
    request = RequestFactory().get("/")
    request.user = someone(who)
    return Template(f"{{% load attendance %}}{{% {name} meeting %}}").render(
        Context({"request": request, "meeting": meeting})
    )


def test_the_page_of_a_meeting_shows_numbers_to_all_and_names_at_ones_own_table() -> None:
    meeting = a_meeting()
    crowd(meeting, Wal=2)
    (mine,) = ask_people(meeting, "Ilse")
    says(mine)
    assert "3 mensen komen." in tag("reply_to", meeting, "Ilse")
    assert "Wal 0" not in tag("reply_to", meeting, "Ilse")
    grouping = make_groups(meeting, tables=1, rounds=1, by=None)
    show_groups(grouping, shown=True)
    assert "met Wal 0, Wal 1" in tag("reply_to", meeting, "Ilse")
    assert tag("who_comes", meeting, "Ilse") == tag("reply_to", meeting, "Vreemde") == ""
    numbers = tag("who_comes", meeting, "Organisator")
    assert "count__value" in numbers and "<a " not in numbers, "the ways on are in the strip"
    assert "Mensen uitnodigen" in tag("who_comes", a_meeting(), "Organisator")


def test_lists_cost_as_many_queries_for_three_as_for_thirty(
    browser_of: SignIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    meeting, browser = a_meeting(), browser_of("Organisator")
    crowd(meeting, Wal=15, Kade=15)
    make_groups(meeting, tables=6, rounds=2, by=None)
    for name, budget in (("inviting", 22), ("desk", 18), ("groups", 26)):
        with django_assert_max_num_queries(budget):  # type: ignore[attr-defined]
            assert browser.get(at(name, meeting)).status_code == 200
