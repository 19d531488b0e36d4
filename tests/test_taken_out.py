"""Who was taken out of a circle reads nothing there any more, also not below what they wrote."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.posts.actions import begin, draft_of, save_draft
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE
from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.publishing_actions import hand_in, publish
from leerkring.exchange.posts.trying_actions import tell_of_trying
from leerkring.exchange.questions.actions import Asked, ask
from leerkring.exchange.questions.answering_actions import accept, answer
from leerkring.exchange.questions.models import Question
from leerkring.foundation.language.checking_actions import ask_second_reader
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.notifications import tasks as notifications
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.models import Mailbox, Preference
from leerkring.foundation.notifications.queries import page_of, unread_count
from leerkring.foundation.notifications.registry import events
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.registry import remarkable
from leerkring.foundation.search.queries import search
from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.membership_actions import end_membership, let_in
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.actions import Put, put_dilemma, tell
from tests.conftest import BACKEND

OWN, SECRET = "eigenwoordzx", "geheimzx"  # what they wrote; what is said since
LISTS = ("home", "notifications:list", "posts:mine", "questions:list", "dilemmas:list", "mine")
Make = Callable[[Circle, Person, Person], tuple[Any, str]]


def written(kind: Any, circle: Circle, author: Person, word: str = OWN) -> Post:
    texts = {section.key: f"<p>{word}.</p>" for section in kind.sections}
    facts = {"rung": "idee"} if kind is EXAMPLE else {}
    post = begin(kind, title=f"Stuk {word}", by=author)
    content = Content(f"Stuk {word}", texts, facts, audience=Audience.CIRCLE, circle=circle.pk)
    save_draft(post, content, base=draft_of(post).saves)
    publish(post, by=author)
    return Post.objects.get(pk=post.pk)


def a_blog(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    post = written(BLOG, circle, author)
    return post, reverse("posts:retraction", args=[post.pk])


def an_example(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    post = written(EXAMPLE, circle, author)
    return post, reverse("posts:retraction", args=[post.pk])


def a_question(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    question = ask(Asked(f"Wie {OWN}?", OWN, (), Audience.CIRCLE, circle), by=author)
    return question, reverse("questions:retraction", args=[question.pk])


def an_answer(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    question = ask(Asked("Wie weet dit?", "", (), Audience.CIRCLE, circle), by=member)
    made = answer(question, text=f"Ik: {OWN}.", by=author)
    return made, reverse("questions:answer_retraction", args=[made.pk])


def a_dilemma(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    put = Put(f"Mag dit {OWN}?", "Ja", "Nee", OWN, Audience.CIRCLE, circle)
    dilemma = put_dilemma(put, by=author)
    return dilemma, reverse("dilemmas:retraction", args=[dilemma.pk])


def an_experience(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    put = Put("Mag dit ook?", "Ja", "Nee", "", Audience.CIRCLE, circle)
    told = tell(put_dilemma(put, by=member), text=f"Ik: {OWN}.", by=author)
    return told, reverse("dilemmas:experience_retraction", args=[told.pk])


def a_trial(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    tried = Trial(where="Wijk", outcome=Trial.Outcome.PARTLY, came_of_it=f"Ik: {OWN}.")
    made = tell_of_trying(written(EXAMPLE, circle, member, word="voorbeeld"), tried, by=author)
    return made, reverse("posts:trial_end", args=[made.pk])


def a_remark(circle: Circle, author: Person, member: Person) -> tuple[Any, str]:
    post = written(BLOG, circle, member, word="blog")
    entry = remarkable("posts.post")
    assert entry
    made = remark_on(post, entry, text=f"Ik: {OWN}.", by=author)
    return made, reverse("remarks:removal", args=[made.pk])


def say_more(row: Any, by: Person) -> None:
    """All that others may add to it, with a word that stands nowhere else."""
    entry = remarkable(row._meta.label_lower)
    if entry:
        remark_on(row, entry, text=f"Dank, {SECRET}.", by=by)
    if isinstance(row, Question):
        accept(answer(row, text=f"Weet ik: {SECRET}.", by=by), by=row.author)
    elif isinstance(row, Post) and row.kind == "example":
        tried = Trial(where=SECRET, outcome=Trial.Outcome.PARTLY, came_of_it=SECRET)
        tell_of_trying(row, tried, by=by)
    elif row._meta.model_name == "dilemma":
        tell(row, text=SECRET, by=by)


@pytest.fixture
def people(db: None) -> tuple[Person, Person, Person]:
    def make(name: str) -> Person:
        person: Person = Person.objects.create_user(f"{name.lower()}@voorbeeld.invalid", name)
        Mailbox.objects.create(person=person, quotes_closed=True)
        for event in events():
            if event.mail is not Frequency.NEVER:
                Preference.objects.create(person=person, event=event.key, mail=Frequency.DIRECT)
        return person

    return make("Beheerder"), make("Noor"), make(f"Ander {SECRET}")


@pytest.mark.parametrize("visibility", ["leden", "verborgen"])
@pytest.mark.parametrize(
    "make", [a_blog, an_example, a_question, an_answer, a_dilemma, an_experience]
)
def test_whoever_was_taken_out_reads_and_hears_nothing_but_keeps_their_own(
    make: Make, visibility: str, people: tuple[Person, Person, Person]
) -> None:
    owner, author, member = people
    settings = Settings.usual_for("werkgroep", "Samen", "Praten.", visibility=visibility)
    circle = start_circle("werkgroep", settings, by=owner)
    for person in (author, member):
        let_in(circle, person=person)
    row, way_out = make(circle, author, member)
    browser = Client()
    browser.force_login(author, backend=BACKEND)
    page = row.get_absolute_url().partition("#")[0]
    assert OWN in browser.get(page).content.decode()
    assert search(author, OWN).total == 1

    end_membership(circle.memberships.get(person=author), by=owner)
    Circle.objects.filter(pk=circle.pk).update(name=f"Samen {SECRET}")
    before = unread_count(author)
    say_more(row, member)
    mail.outbox = []
    notifications.run_due(timezone.now() + timedelta(hours=1))

    assert browser.get(page).status_code == 404
    assert unread_count(author) == before
    assert [one for one in mail.outbox if author.email in one.to] == []
    assert {search(author, word).total for word in (OWN, SECRET)} == {0}
    found = f"{reverse('search:show')}?q={SECRET}"
    for url in (found, "/vragen/?van=mij", way_out, *map(reverse, LISTS)):
        response = browser.get(url)
        assert response.status_code == 200, url
        body = response.content.decode().replace(f'value="{SECRET}"', "").replace(found, "")
        assert f"Ander {SECRET}" not in body and f"Samen {SECRET}" not in body, url
        assert url == found or SECRET not in body, url

    shelves = ("/vragen/?van=mij", reverse("posts:mine"), reverse("dilemmas:list"))
    assert any(way_out in browser.get(url).content.decode() for url in shelves)
    gone = browser.post(way_out, {"reason": ""}, follow=True)
    assert gone.status_code == 200
    row.refresh_from_db()
    assert hasattr(type(row).objects.get(pk=row.pk), "retraction")
    assert way_out not in "".join(browser.get(url).content.decode() for url in shelves)


@pytest.mark.parametrize("make", [a_trial, a_remark])
def test_whoever_was_taken_out_takes_away_what_they_said_below_what_others_wrote(
    make: Make, people: tuple[Person, Person, Person]
) -> None:
    owner, author, member = people
    settings = Settings.usual_for("werkgroep", "Samen", "Praten.", visibility="leden")
    circle = start_circle("werkgroep", settings, by=owner)
    for person in (author, member):
        let_in(circle, person=person)
    said, way_out = make(circle, author, member)
    shelves = (reverse("posts:mine"), reverse("remarks:left"))
    browser, other = Client(), Client()
    browser.force_login(author, backend=BACKEND)
    other.force_login(owner, backend=BACKEND)
    assert way_out not in "".join(browser.get(url).content.decode() for url in shelves)

    end_membership(circle.memberships.get(person=author), by=owner)
    Post.objects.update(title=f"Stuk {SECRET}")
    pages = [browser.get(url) for url in (*shelves, way_out)]
    assert {page.status_code for page in pages} == {200}
    bodies = [page.content.decode() for page in pages]
    assert any(way_out in body and f"Ik: {OWN}." in body for body in bodies[:2])
    assert not any(word in body for word in (SECRET, "blog.", "voorbeeld.") for body in bodies)
    if make is a_trial:
        assert other.get(way_out).status_code == 404

    gone = browser.post(way_out, follow=True)
    assert (gone.status_code, SECRET in gone.content.decode()) == (200, False)
    assert browser.get(way_out).status_code == 404
    said.refresh_from_db()
    assert OWN not in (said.text if isinstance(said, Remark) else said.came_of_it)
    assert way_out not in "".join(browser.get(url).content.decode() for url in shelves)


def test_what_somebody_was_told_before_they_were_taken_out_waits_for_them_no_more(
    people: tuple[Person, Person, Person],
) -> None:
    owner, author, member = people
    settings = Settings.usual_for("werkgroep", "Samen", "Praten.", visibility="leden")
    circle = start_circle("werkgroep", settings, by=owner)
    for person in (author, member):
        let_in(circle, person=person)
    entry = remarkable("posts.post")
    assert entry
    before = unread_count(author)
    question, _ = a_question(circle, author, member)
    answer(question, text=f"Weet ik: {SECRET}.", by=member)
    remark_on(written(BLOG, circle, member), entry, text=f"@{author.name}, kijk.", by=member)
    open_to_all = ask(Asked("Wie weet?", "", (), Audience.SIGNED_IN, circle), by=author)
    answer(open_to_all, text="Iedereen.", by=member)
    assert unread_count(author) >= before + 3

    end_membership(circle.memberships.get(person=author), by=owner)
    mail.outbox = []
    notifications.run_due(timezone.now() + timedelta(hours=1))
    mails = [one.body for one in mail.outbox if author.email in one.to]
    assert mails and not any(word in body for body in mails for word in ("Weet ik", "kijk.", OWN))
    page = page_of(author, only_unread=True)
    assert unread_count(author) == len(page.notices)
    assert "Wie weet?" in [notice.occasion.title for notice in page.notices]
    assert SECRET not in str([notice.occasion.sentence for notice in page.notices])


def test_what_waits_for_a_guide_is_thrown_away_by_who_was_taken_out(
    people: tuple[Person, Person, Person],
) -> None:
    owner, author, _ = people
    settings = Settings.usual_for("werkgroep", "Samen", "Praten.", visibility="leden")
    circle = start_circle("werkgroep", settings, by=owner)
    let_in(circle, person=author)
    post = begin(BLOG, title=f"Stuk {OWN}", by=author, circle=circle)
    ask_second_reader(post, asked_by=author, fingerprint="x")
    hand_in(post)
    browser = Client()
    browser.force_login(author, backend=BACKEND)
    desk, out = (reverse(f"posts:{name}", args=[post.pk]) for name in ("desk", "throwing_away"))
    assert out not in browser.get(desk).content.decode()

    end_membership(circle.memberships.get(person=author), by=owner)
    Circle.objects.filter(pk=circle.pk).update(name=f"Samen {SECRET}")
    assert desk in browser.get(reverse("posts:mine")).content.decode()
    page = browser.get(desk).content.decode()
    assert out in page and "niet meer uit" in page and SECRET not in page
    assert browser.post(out).status_code == 302
    assert not Post.objects.filter(pk=post.pk).exists()
    assert not SecondReading.objects.open().exists()


def test_whoever_comes_back_reads_it_again(people: tuple[Person, Person, Person]) -> None:
    owner, author, _ = people
    settings = Settings.usual_for("werkgroep", "Samen", "Praten.", visibility="leden")
    circle = start_circle("werkgroep", settings, by=owner)
    membership = let_in(circle, person=author)
    post = written(BLOG, circle, author)
    end_membership(membership, by=owner)
    assert not Post.objects.visible_to(author).exists()
    let_in(circle, person=author)
    assert list(Post.objects.visible_to(author)) == [post]
