"""A report tells what was kept, is agreed by another, and goes out as it was then."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import Settings

from leerkring.exchange.posts.models import Post
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.tests import corpus
from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme
from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.attendance.models import Letter
from leerkring.practice.attendance.round_queries import rounds_of
from leerkring.practice.attendance.table_actions import make_tables, write_line
from leerkring.practice.boards.models import (
    Board,
    BoardQuestion,
    Card,
    Hiding,
    Opening,
    OwnFigure,
    Reveal,
    TakenOver,
)
from leerkring.practice.commitments.models import Commitment, Sight
from leerkring.practice.meetings.bringing_actions import add_material
from leerkring.practice.meetings.models import (
    Announcement,
    Audience,
    Block,
    BroughtAnswer,
    BroughtQuestion,
    Invitation,
    Meeting,
    Role,
)
from leerkring.practice.reports import actions
from leerkring.practice.reports.chapter_queries import material
from leerkring.practice.reports.chapters import ChapterKind
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import account_of, hints_in

pytestmark = pytest.mark.django_db
HELD = datetime(2026, 4, 14, 11, 30, tzinfo=UTC)


@pytest.fixture
def people() -> dict[str, Person]:
    names = ("organiser", "chair", "guest")
    return {n: Person.objects.create_user(f"{n}@leerkring.example", n.title()) for n in names}


@pytest.fixture
def meeting(people: dict[str, Person]) -> Meeting:
    meeting = Meeting.objects.create(
        title="Werkmiddag", slug="werkmiddag", audience=Audience.INVITED, starts_at=HELD
    )
    for kind, who in ((Role.Kind.ORGANISER, "organiser"), (Role.Kind.CHAIR, "chair")):
        Role.objects.create(meeting=meeting, person=people[who], kind=kind)
    Announcement.objects.create(meeting=meeting)
    guest = people["guest"]
    Invitation.objects.create(meeting=meeting, person=guest, name="Guest", email=guest.email)
    Block.objects.create(meeting=meeting, position=0, title="Welkom", minutes=20)
    Block.objects.create(meeting=meeting, position=1, title="Aan tafel", minutes=40)
    return meeting


@pytest.fixture
def report(meeting: Meeting, people: dict[str, Person]) -> Report:
    return actions.begin_report(meeting, by=people["organiser"])


def chapter(report: Report, kind: ChapterKind) -> Any:
    found = {each.kind: each for each in account_of(Report.objects.get(pk=report.pk)).chapters}
    return found.get(kind)


def write(report: Report, by: Person, lead: str = "Kort.", **words: tuple[str, bool]) -> None:
    parts = {ChapterKind(kind): said for kind, said in words.items()}
    actions.write(report, lead=lead, parts=parts, by=by)


def test_the_programme_tells_itself_with_its_times(report: Report) -> None:
    told = chapter(report, ChapterKind.PROGRAMME)
    assert [(entry.kicker, entry.title) for entry in told.entries] == [
        ("13.30–13.50", "Welkom"),
        ("13.50–14.30", "Aan tafel"),
    ]


def test_a_brought_question_stands_with_its_answer_and_a_hidden_one_does_not(
    report: Report,
) -> None:
    theme = add_theme("Werkdruk", by=None)
    house = organisation_named("De Kade")
    asked = BroughtQuestion.objects.create(
        meeting=report.meeting, text="Hoe houd je het vol?", organisation=house, theme=theme
    )
    BroughtAnswer.objects.create(question=asked, text="Samen.")
    BroughtQuestion.objects.create(meeting=report.meeting, text="Weg hiermee", hidden_at=HELD)
    (entry,) = chapter(report, ChapterKind.QUESTIONS).entries
    assert (entry.title, entry.text) == ("Hoe houd je het vol?", "Samen.")
    assert entry.kicker == "De Kade · Werkdruk"


def asked(meeting: Meeting, kind: str, text: str, *cards: str) -> list[Card]:
    """A question of a board that was answered and shown."""
    board = Board.objects.create(title="Bord", meeting=meeting)
    question = BoardQuestion.objects.create(board=board, position=0, kind=kind, text=text, phase=1)
    Reveal.objects.create(question=question, at=HELD)
    return [Card.objects.create(question=question, text=each, is_shown=True) for each in cards]


def test_what_was_said_is_told_and_a_hidden_card_is_not(report: Report) -> None:
    cards = asked(report.meeting, "open", "Wat helpt?", "Bellen", "Jan de Vries is lui")
    Hiding.objects.create(card=cards[1], reason="een naam", at=HELD)
    (entry,) = chapter(report, ChapterKind.SAID).entries
    assert (entry.title, entry.lines) == ("Wat helpt?", ("Bellen",))


def test_promises_stand_in_numbers_and_nobody_elses_own_sentence_is_told(
    report: Report, people: dict[str, Person]
) -> None:
    asked(report.meeting, "tomorrow", "Vanaf morgen …", "bel ik eerder")
    same = {"meeting": report.meeting.pk, "look_back_on": HELD.date()}
    Commitment.objects.create(person=people["guest"], text="Voor mij alleen", **same)
    Commitment.objects.create(
        person=people["chair"], text="Voor iedereen", sight=Sight.PUBLIC.value, **same
    )
    made, cards = chapter(report, ChapterKind.PROMISES).entries
    assert made.text == "1 voornemen. Hoe het ging, weten we nog niet."
    assert made.lines == ("Voor iedereen",)
    assert (cards.text, cards.lines) == ("1 kaart «vanaf morgen».", ("bel ik eerder",))


def test_cards_are_counted_and_those_that_became_a_promise_that_all_may_know_of(
    report: Report, people: dict[str, Person]
) -> None:
    cards = asked(report.meeting, "tomorrow", "Vanaf morgen …", "bel ik", "mail ik", "Jan", "nee")
    Hiding.objects.create(card=cards[2], reason="een naam", at=HELD)
    Card.objects.create(question=cards[0].question, text="later", is_shown=False)
    same = {"meeting": report.meeting.pk, "look_back_on": HELD.date()}
    house = organisation_named("De Kade")
    owners = ({"organisation": house}, {"person": people["guest"]}, {"organisation": house})
    for card, owner in zip(cards, owners, strict=False):
        made = Commitment.objects.create(text=card.text, **owner, **same)
        TakenOver.objects.create(card=card, commitment=made)
    told = chapter(report, ChapterKind.PROMISES).entries[-1]
    assert told.text == "3 kaarten «vanaf morgen»; 1 werd een voornemen."
    Commitment.objects.filter(person=people["guest"]).update(sight=Sight.PUBLIC.value)
    told = chapter(report, ChapterKind.PROMISES).entries[-1]
    assert told.text == "3 kaarten «vanaf morgen»; 2 werden een voornemen."


def test_a_guest_opens_the_material_of_the_report(
    report: Report, people: dict[str, Person], client: Client, settings: Settings, tmp_path: Any
) -> None:
    settings.FILES_ROOT = tmp_path
    upload = SimpleUploadedFile("dia.txt", b"Dertien keer bellen.")
    add_material(report.meeting, title="De dia's", upload=upload, by=people["chair"])
    link = "https://voorbeeld.nl/film"
    add_material(report.meeting, title="De film", link=link, by=people["chair"])
    slides, film = chapter(report, ChapterKind.MATERIAL).entries
    assert film.url == link
    client.force_login(people["guest"])
    assert b"".join(client.get(slides.url)) == b"Dertien keer bellen."


def test_material_of_sessions_beside_each_other_says_of_which_it_is(
    report: Report, people: dict[str, Person], django_assert_num_queries: Any
) -> None:
    block = report.meeting.blocks.get(title="Aan tafel")
    for number, name in enumerate(("Schulden", "Jeugd")):
        strand = block.strands.create(position=number, title=name)
        said = {"block": block, "strand": strand, "link": "https://voorbeeld.nl/film"}
        add_material(report.meeting, title="De film", by=people["chair"], **said)
    told = chapter(report, ChapterKind.MATERIAL).entries
    assert [entry.kicker for entry in told] == ["Aan tafel: Schulden", "Aan tafel: Jeugd"]
    with django_assert_num_queries(1):
        material(report.meeting)


def test_a_figure_keeps_what_it_was_put_opposite_to_and_one_that_nobody_saw_stays_out(
    report: Report,
) -> None:
    said = {"name": "thuiszitters", "definition": "Langer dan drie maanden.", "source": "School"}
    for opened in (True, False):
        board = Board.objects.create(title="Bord", meeting=report.meeting)
        if opened:
            Opening.objects.create(board=board, at=timezone.now())
        OwnFigure.objects.create(
            board=board, value="22" if opened else "3", against="9",
            against_name="plekken", measured="2026", **said,
        )  # fmt: skip
    (figure,) = chapter(report, ChapterKind.FIGURES).entries
    assert figure.title == "22 · thuiszitters"
    assert figure.lines == ("Tegenover 9 plekken",)


def test_what_is_left_out_is_gone_and_the_words_about_it_stay(
    report: Report, people: dict[str, Person]
) -> None:
    write(report, people["organiser"], programma=("Het liep uit.", True))
    told = chapter(report, ChapterKind.PROGRAMME)
    assert (told.words, told.entries) == ("Het liep uit.", ())
    write(report, people["organiser"], programma=("", True))
    assert chapter(report, ChapterKind.PROGRAMME) is None


def test_who_wrote_last_needs_somebody_else_to_agree(
    report: Report, people: dict[str, Person]
) -> None:
    write(report, people["organiser"])
    with pytest.raises(ValidationError):
        actions.agree(report, by=people["organiser"])
    with pytest.raises(actions.NotAgreed):
        actions.bring_out(report, by=people["organiser"])
    actions.agree(report, by=people["chair"])
    actions.bring_out(report, by=people["organiser"])
    assert Report.objects.visible_to(people["guest"]).get() == report


def test_who_leads_alone_agrees_alone(report: Report, people: dict[str, Person]) -> None:
    Role.objects.filter(person=people["chair"]).delete()
    actions.agree(report, by=people["organiser"])
    actions.bring_out(report, by=people["organiser"])


@pytest.mark.parametrize("change", ["words", "a room"])
def test_when_anything_changes_nobody_agreed_any_more(
    report: Report, people: dict[str, Person], change: str
) -> None:
    actions.agree(report, by=people["chair"])
    if change == "words":
        write(report, people["organiser"], lead="Anders.")
    else:
        Block.objects.create(meeting=report.meeting, position=2, title="Borrel", minutes=30)
    with pytest.raises(actions.NotAgreed):
        actions.bring_out(report, by=people["organiser"])


def test_readers_see_what_was_agreed_until_it_is_brought_out_again(
    report: Report, people: dict[str, Person]
) -> None:
    write(report, people["organiser"], lead="Zo was het.")
    actions.agree(report, by=people["chair"])
    publication = actions.bring_out(report, by=people["chair"])
    write(report, people["organiser"], lead="Zo was het niet.")
    publication.refresh_from_db()
    assert publication.account.lead == "Zo was het."


def test_who_was_asked_to_come_is_told_once(report: Report, people: dict[str, Person]) -> None:
    for _ in range(2):
        actions.agree(report, by=people["chair"])
        actions.bring_out(report, by=people["organiser"])
    told = Notice.objects.filter(occasion__event="reports.out")
    assert sorted(notice.person.name for notice in told) == ["Chair", "Guest"]
    assert {notice.occasion.circle for notice in told} == {report.meeting.circle_id}


def test_a_photo_that_is_taken_away_is_gone_from_what_is_out(
    report: Report, people: dict[str, Person], settings: Settings, tmp_path: Any
) -> None:
    settings.FILES_ROOT = tmp_path
    upload = SimpleUploadedFile("a.png", corpus.picture("PNG"))
    photo = actions.add_photo(report, upload, alt="Een tafel", by=people["organiser"])
    actions.agree(report, by=people["chair"])
    publication = actions.bring_out(report, by=people["organiser"])
    assert [picture.alt for picture in publication.account.pictures] == ["Een tafel"]
    actions.remove_photo(photo, by=people["organiser"])
    assert publication.account.pictures == ()
    assert not StoredFile.objects.exists()


def test_words_that_may_point_to_somebody_are_shown_before_it_goes_out(
    report: Report, people: dict[str, Person], client: Client
) -> None:
    BroughtQuestion.objects.create(meeting=report.meeting, text="Bel mij op 06-12345678")
    (hint,) = hints_in(account_of(report))
    assert hint.words == "06-12345678"
    actions.agree(report, by=people["chair"])
    client.force_login(people["organiser"])
    address = f"{report.get_absolute_url()}maken/uit/"
    client.post(address)
    assert not Report.objects.out().exists()
    client.post(address, {"gelezen": "ja"})
    assert Report.objects.out().exists()


def test_a_school_beside_a_child_is_such_a_word(report: Report) -> None:
    organisation_named("Basisschool De Regenboog")
    text = "Wat helpt een jongen van negen van Basisschool De Regenboog?"
    BroughtQuestion.objects.create(meeting=report.meeting, text=text)
    assert [hint.words for hint in hints_in(account_of(report))] == ["Basisschool De Regenboog"]


def test_a_blog_begins_with_the_report_in_short(report: Report, people: dict[str, Person]) -> None:
    write(report, people["organiser"], lead="Eén.\nTwee <b>")
    report.refresh_from_db()
    post = actions.begin_post(report, "blog", by=people["organiser"])
    draft = Post.objects.get(pk=post.pk).draft.says
    assert draft.title == "Werkmiddag"
    link = f'<p><a href="{report.get_absolute_url()}">Het hele verslag</a></p>'
    assert draft.texts["tekst"] == f"<p>Eén.</p><p>Twee &lt;b&gt;</p>{link}"


def test_what_was_typed_is_still_there_when_a_trace_needs_an_answer(
    report: Report, people: dict[str, Person], client: Client
) -> None:
    client.force_login(people["organiser"])
    page = client.post(f"{report.get_absolute_url()}maken/", {"lead": "Mail jan@wijk.nl eens."})
    assert page.status_code == 422
    assert "Mail jan@wijk.nl eens." in page.content.decode()
    assert Report.objects.get().lead == ""


def test_the_paper_is_a_tagged_pdf_with_emoji_and_hebrew_in_it(
    report: Report, people: dict[str, Person], client: Client
) -> None:
    write(report, people["organiser"], lead="Fijn 🎉 你好, שלום", gezegd=("Alles 👩🏾‍⚕️.", False))
    client.force_login(people["organiser"])
    desk = client.get(f"{report.get_absolute_url()}maken/").content.decode()
    told = desk.split("Dit komt niet mee op papier")[1].split("</p></div>")[0]
    assert "你好" in told and "🎉" not in told  # who edits hears what is left out, and no more
    actions.agree(report, by=people["chair"])
    actions.bring_out(report, by=people["organiser"])
    client.force_login(people["guest"])
    response = client.get(f"{report.get_absolute_url()}pdf/")
    assert response.content.startswith(b"%PDF")
    assert b"pdfuaid" in response.content
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    assert "Fijn 🎉" in text and "👩🏾‍⚕️" in text and "(…)" in text


def test_what_tables_wrote_stands_under_what_groups_said(
    report: Report, people: dict[str, Person]
) -> None:
    talk = make_tables(report.meeting, tables=2, by=people["organiser"])
    round_ = rounds_of(report.meeting)[1]
    write_line(talk, round_, table=2, text="Eerder bellen", key=uuid4())
    (entry,) = chapter(report, ChapterKind.GROUPS).entries
    assert (entry.kicker, entry.title, entry.lines) == (
        "Ronde 2, Aan tafel",
        "Tafel 2",
        ("Eerder bellen",),
    )


def test_who_was_invited_without_an_account_reads_the_report_by_their_link(
    report: Report, people: dict[str, Person], client: Client, settings: Settings, tmp_path: Any
) -> None:
    partner = Invitation.objects.create(
        meeting=report.meeting, name="Sam", email="sam@partner.example"
    )
    settings.FILES_ROOT = tmp_path
    upload = SimpleUploadedFile("dia.txt", b"Dertien keer bellen.")
    add_material(report.meeting, title="De dia's", upload=upload, by=people["chair"])
    address = f"{reply_path(partner.pk)}verslag/"
    assert client.get(address).status_code == 404
    write(report, people["organiser"], lead="Zo was het.")
    actions.agree(report, by=people["chair"])
    actions.bring_out(report, by=people["organiser"])
    page = client.get(address).content.decode()
    assert "Zo was het." in page
    (slides,) = re.findall(r'href="([^"]+/bestand/)"', page)
    assert b"".join(client.get(slides)) == b"Dertien keer bellen."
    assert address in client.get(reply_path(partner.pk)).content.decode()
    assert client.get(f"{address}pdf/").content.startswith(b"%PDF")
    assert Letter.objects.get().email == partner.email
