"""What is said of a picture, of a file and in keywords: shown, and looked over first."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from leerkring.exchange.posts.actions import draft_of, save_draft
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.exchange.posts.tests.conftest import filled, looked_over
from leerkring.exchange.posts.tests.test_pages import a_picture
from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.language.models import TraceCount
from leerkring.network.circles.audience import Audience
from leerkring.network.people.models import Person

Posted = Callable[..., Post]
BrowserOf = Callable[[Person | None], Client]


def a_note() -> SimpleUploadedFile:
    return SimpleUploadedFile("route.txt", b"Eerst links.", "text/plain")


def test_a_picture_and_a_file_have_a_caption(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted()
    said = {"picture_alt": "Een stoep.", "picture_caption": "Onze stoep in mei"}
    data = filled(post, picture=a_picture(), attachment=a_note(), **said)
    browser_of(author).post(f"/schrijven/{post.pk}/", data | {"attachment_caption": "De route"})
    page = browser_of(None).get(post.get_absolute_url()).content.decode()
    assert "<figcaption>Onze stoep in mei</figcaption>" in page
    assert "De route" in page


@pytest.mark.parametrize("field", ["picture_alt", "picture_caption"])
def test_a_phone_number_beside_a_picture_is_asked_about_before_it_is_there(
    field: str, posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(), browser_of(author)
    url, said = f"/schrijven/{post.pk}/", {"picture_alt": "Een stoep."} | {field: "Bel 06-12345678"}
    asked = browser.post(url, filled(post, picture=a_picture(), **said))
    assert asked.status_code == 422
    assert "Kies daarna het bestand opnieuw" in asked.content.decode()
    assert not Attachment.objects.exists()
    form = asked.context["form"]
    (question,) = form.traces()
    said |= {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    assert browser.post(url, filled(post, picture=a_picture(), **said)).status_code == 302
    kept = Attachment.objects.get()
    assert "Bel [weggelaten]" in (kept.caption, kept.file.alt)
    assert TraceCount.objects.get().number == 1


def test_a_name_among_the_keywords_is_asked_about_as_in_the_text(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(out=False, keywords=("stoep", "06-12345678"))
    url, browser = f"/schrijven/{post.pk}/uitbrengen/", browser_of(author)
    asked = browser.post(url, looked_over(post))
    assert asked.status_code == 422
    form = asked.context["form"]
    (question,) = form.traces()
    answers = {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    browser.post(url, looked_over(post, **answers))
    post.refresh_from_db()
    assert post.said.keywords == ("stoep", "[weggelaten]")


def test_what_is_said_of_a_picture_can_be_said_better_later(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(), browser_of(author)
    url = f"/schrijven/{post.pk}/"
    browser.post(url, filled(post, picture=a_picture(), picture_alt="Een stoep."))
    name = f"alt-{Attachment.objects.get().pk}"
    assert "Een stoep." in browser.get(url).content.decode()
    assert browser.post(url, filled(post, **{name: "Onze stoep, met koffie."})).status_code == 302
    assert Attachment.objects.get().file.alt == "Onze stoep, met koffie."
    assert browser.post(url, filled(post, **{name: ""})).status_code == 422
    assert browser.post(url, filled(post, **{name: "Bel 06-12345678"})).status_code == 422
    assert browser.post(url, filled(post)).status_code == 302
    assert Attachment.objects.get().file.alt == "Onze stoep, met koffie."


def test_a_keyword_leads_to_all_that_speaks_of_it(posted: Posted, browser_of: BrowserOf) -> None:
    post = posted(keywords=("koffie & thee",))
    page = browser_of(None).get(post.get_absolute_url()).content.decode()
    assert 'href="/zoeken/?q=koffie%20%26%20thee"' in page
    assert browser_of(None).get("/zoeken/?q=koffie%20%26%20thee").status_code == 200


def test_the_desk_shows_what_could_be_plainer(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post = posted(out=False, texts={"tekst": "<p>De casus werd door het team besproken.</p>"})
    page = browser_of(author).get(f"/schrijven/{post.pk}/").content.decode()
    assert "Kan het gewoner?" in page and "Vaktaal" in page


def test_what_is_said_of_a_picture_is_asked_again_before_more_people_read_it(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(audience=Audience.SIGNED_IN), browser_of(author)
    Attachment.objects.create(
        post=post,
        file=keep_file(a_picture(), by=author, alt="Kind achter 06-12345678."),
        is_picture=True,
        caption="Bel 06-12345678",
    )
    url = f"/schrijven/{post.pk}/uitbrengen/"

    def changed(**changes: object) -> dict[str, object]:
        draft = draft_of(post)
        save_draft(post, draft.says.edited(**changes), base=draft.saves)
        return looked_over(post)

    assert browser.post(url, changed(title="Anders")).status_code == 302
    post.refresh_from_db()
    data = changed(audience=Audience.PUBLIC)
    asked = browser.post(url, data)
    assert asked.status_code == 422
    form = asked.context["form"]
    (question,) = form.traces()
    assert (question.times, "Bijschrift bij" in asked.content.decode()) == (2, True)
    data |= {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    assert browser.post(url, data).status_code == 302
    stored = Attachment.objects.get()
    assert (stored.caption, stored.file.alt) == ("Bel [weggelaten]", "Kind achter [weggelaten].")
    assert TraceCount.objects.get().number == 2


NUMBERED = "Vraag_Kim_06-12345678.txt"


def test_the_name_of_a_file_is_looked_over_as_it_comes_in(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(), browser_of(author)
    url = f"/schrijven/{post.pk}/"

    def data(**more: object) -> dict[str, object]:
        return filled(post, attachment=SimpleUploadedFile(NUMBERED, b"Eerst links."), **more)

    asked = browser.post(url, data())
    assert asked.status_code == 422 and not Attachment.objects.exists()
    assert "Wat ín een bestand staat, kijken wij niet na." in asked.content.decode()
    form = asked.context["form"]
    (question,) = form.traces()
    answers = {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    assert browser.post(url, data(**answers)).status_code == 302
    assert browser.post(url, data(attachment_name="De route")).status_code == 302
    shown = browser_of(None).get(post.get_absolute_url()).content.decode()
    assert ">Vraag Kim [weggelaten].txt</a>" in shown and ">De route.txt</a>" in shown


def test_the_name_of_a_file_is_asked_again_before_more_people_read_it(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(audience=Audience.SIGNED_IN), browser_of(author)
    upload = SimpleUploadedFile(NUMBERED, b"Eerst links.")
    row = Attachment.objects.create(post=post, file=keep_file(upload, by=author))
    save_draft(post, post.said.edited(audience=Audience.PUBLIC), base=0)
    url, data = f"/schrijven/{post.pk}/uitbrengen/", looked_over(post)
    asked = browser.post(url, data)
    assert asked.status_code == 422
    form = asked.context["form"]
    (question,) = form.traces()
    data |= {"traces-guard": form.trace_panel.guard, question.name: "vervang:[weggelaten]"}
    assert browser.post(url, data).status_code == 302
    row.file.refresh_from_db()
    assert row.file.name == "Vraag Kim [weggelaten].txt"


def test_a_name_in_which_nothing_was_found_stays_as_it_was(
    posted: Posted, author: Person, browser_of: BrowserOf
) -> None:
    post, browser = posted(out=False), browser_of(author)
    upload = SimpleUploadedFile("Plan_v1.2_mei.txt", b"Eerst links.")
    browser.post(f"/schrijven/{post.pk}/", filled(post, attachment=upload))
    browser.post(f"/schrijven/{post.pk}/uitbrengen/", looked_over(post))
    assert Attachment.objects.get().file.name == "Plan_v1.2_mei.txt"
