"""What an editor looked at gets no file that no editor saw."""

from collections.abc import Callable

import pytest
from django.test import Client

from leerkring.exchange.posts.actions import Waiting, draft_of, keep_attachments, throw_draft_away
from leerkring.exchange.posts.kinds import EXAMPLE
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.exchange.posts.tests.conftest import filled, looked_over
from leerkring.exchange.posts.tests.test_pages import a_picture
from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.files.models import StoredFile
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person

Posted = Callable[..., Post]
BrowserOf = Callable[..., Client]
NEW = {"picture_alt": "Een stoep."}


@pytest.fixture
def example(posted: Posted) -> Post:
    """That is out; its author hands it in for every change."""
    return posted(EXAMPLE)


def add_picture(post: Post, browser: Client) -> Attachment:
    data = filled(post, picture=a_picture(), **NEW)
    assert browser.post(f"/schrijven/{post.pk}/", data).status_code == 302
    return Attachment.objects.get()


def test_a_new_file_is_seen_by_readers_when_an_editor_agreed(
    example: Post, author: Person, person: Callable[..., Person], browser_of: BrowserOf
) -> None:
    writer, reader = browser_of(author), browser_of(person("Lezer"))
    editor = browser_of(person("Redacteur", moderates=True))
    desk, page = f"/schrijven/{example.pk}/", example.get_absolute_url()
    file = f"/stukken/{example.pk}/bestanden/{add_picture(example, writer).file_id}/"
    assert "Een nieuw bestand komt erbij als de redactie" in writer.get(desk).content.decode()
    assert "Een stoep." not in reader.get(page).content.decode()
    assert [reader.get(file).status_code, editor.get(file).status_code] == [404, 404]
    assert "Een stoep." in writer.get(f"{desk}uitbrengen/").content.decode()
    writer.post(f"{desk}uitbrengen/", looked_over(example))
    assert "Een stoep." in editor.get(f"/redactie/{example.pk}/").content.decode()
    assert [reader.get(file).status_code, editor.get(file).status_code] == [404, 200]
    editor.post(f"/redactie/{example.pk}/", {"publish": "1"})
    assert "Een stoep." in reader.get(page).content.decode()
    assert reader.get(file).status_code == 200


def test_words_of_a_picture_that_is_out_stay_as_an_editor_saw_them(
    example: Post, author: Person, browser_of: BrowserOf
) -> None:
    stored = keep_file(a_picture(), by=author, alt="Een stoep.")
    row = Attachment.objects.create(post=example, file=stored, is_picture=True, caption="Mei")
    browser, desk = browser_of(author), f"/schrijven/{example.pk}/"
    other = {f"alt-{row.pk}": "Iets anders.", f"bijschrift-{row.pk}": "Iets anders."}
    assert browser.post(desk, filled(example, title="Nieuw", **other)).status_code == 302
    assert browser.post(f"{desk}uitbrengen/", looked_over(example, **other)).status_code == 302
    row = Attachment.objects.select_related("file").get()
    assert (row.file.alt, row.caption) == ("Een stoep.", "Mei")


def test_what_is_held_goes_with_the_draft_that_is_thrown_away(
    example: Post, author: Person, browser_of: BrowserOf
) -> None:
    add_picture(example, browser_of(author))
    assert draft_of(example).pk
    throw_draft_away(example)
    assert not Attachment.objects.exists() and not StoredFile.objects.exists()
    assert Post.objects.filter(pk=example.pk).exists()


def test_nothing_is_added_while_an_editor_looks_at_it(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(EXAMPLE, out=False), browser_of(author)
    browser.post(f"/schrijven/{post.pk}/uitbrengen/", looked_over(post))
    answer = browser.post(f"/schrijven/{post.pk}/", filled(post, picture=a_picture(), **NEW))
    assert answer.status_code == 409 and "Haal het terug" in answer.content.decode()
    with pytest.raises(Waiting):
        keep_attachments(post, new=(), removed=(), alts={1: "Anders"}, by=author)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("why", ["moderates", "circle"])
def test_where_no_editor_is_asked_a_file_is_there_at_once(
    why: str, posted: Posted, circle: Circle, author: Person, browser_of: BrowserOf
) -> None:
    here = {"audience": Audience.CIRCLE, "circle": circle.pk} if why == "circle" else {}
    Person.objects.filter(pk=author.pk).update(moderates=why == "moderates")
    post, browser = posted(EXAMPLE, **here), browser_of(author)
    assert not add_picture(post, browser).held
    assert "Een stoep." in browser.get(post.get_absolute_url()).content.decode()
    assert "Een bestand staat er meteen bij." in (
        browser.get(f"/schrijven/{post.pk}/").content.decode()
    )
