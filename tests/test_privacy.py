"""What is kept of a person: everything is registered, can be handed over, and can be forgotten."""

import io
import json
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import Field, Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.posts.actions import throw_draft_away
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.foundation.activity.queries import looks_for
from leerkring.foundation.dossier.actions import forget_exports_of
from leerkring.foundation.dossier.packing_actions import pack
from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.privacy import tasks
from leerkring.foundation.privacy.actions import erase, export_of, throw_away_what_is_old
from leerkring.foundation.privacy.models import Sweep
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, registered
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.search.models import Entry
from leerkring.loop.programmes.models import IntakeDraft
from leerkring.network.circles.inspection_actions import look_in
from leerkring.network.people.models import Person
from leerkring.practice.answering.models import Link, Sending
from tests.access_table import addresses
from tests.cast import CAST, SIGNED_IN, World
from tests.conftest import BACKEND
from tests.test_access import TABLE

ENTRIES = list(registered())


def links() -> list[tuple[type[Model], Field]]:
    """Every foreign key, one-to-one or many-to-many to a person, in our rooms and in others'."""
    return [
        (model, field)
        for model in apps.get_models(include_auto_created=True)
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model is Person
    ]


LINKS = links()


def label(value: Any) -> str:
    if isinstance(value, PersonalData):
        return f"{value.model._meta.label}.{value.path}"
    return ""


def sign_in_data(person: Person) -> None:
    """What allauth keeps of who confirmed an address and set a second step."""
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})


def test_every_model_that_leads_to_a_person_is_registered() -> None:
    known = {(entry.model, entry.path.split("__")[0]) for entry in ENTRIES}
    missing = [f"{m._meta.label}.{f.name}" for m, f in LINKS if (m, f.name) not in known]
    assert missing == []
    assert (Person, "self") in known


@pytest.mark.parametrize("entry", ENTRIES, ids=label)
def test_what_is_registered_can_be_asked_for(entry: PersonalData, world: World) -> None:
    """The path and every field of the export exist; and a person is told what and why."""
    for person in world.people.values():
        list(entry.rows_of(person).values(*entry.fields))
    assert entry.fields
    assert entry.why.endswith(".")
    assert entry.label[0].isupper()


@pytest.mark.parametrize("entry", ENTRIES, ids=label)
def test_what_is_cut_loose_can_be_without_a_person(entry: PersonalData) -> None:
    assert entry.on_erasure in entry.offered
    if OnErasure.ANONYMISE in entry.offered and entry.loosen is None:
        assert entry.model._meta.get_field(entry.path).null


@pytest.mark.parametrize("key", SIGNED_IN)
def test_an_export_holds_what_is_kept_and_nobody_else(key: str, world: World) -> None:
    person = world.people[key]
    sign_in_data(person)
    kinds = export_of(person)
    shown = str(kinds)
    assert person.email in shown
    assert [p.email for k, p in world.people.items() if k != key and p.email in shown] == []
    kept = {e.label for e in ENTRIES if e.rows_of(person).exists()}
    assert {kind["label"] for kind in kinds} == kept


EXPECTED = {
    "professional": {"De teams waarin je werkt of werkte", "Programma's die je voor een team"},
    "facilitator": {"Sessies die je begeleidt", "Wat je in een sessie typte"},
    "coordinator": {"Je rol in een programma", "Rondes die je sloot", "Bestanden die je inlas"},
    "manager": {"Rondes waarvoor je bent uitgenodigd"},
    "adviser": {"Je rol in een programma", "Scholingsadviezen die je liet maken"},
}


@pytest.mark.parametrize("key", EXPECTED)
def test_an_export_says_what_a_person_did(key: str, world: World) -> None:
    labels = [kind["label"] for kind in export_of(world.people[key])]
    for start in EXPECTED[key]:
        assert any(label.startswith(start) for label in labels), (start, labels)


def test_an_export_says_in_words_what_is_kept_as_a_code(world: World) -> None:
    kinds = [kind for person in world.people.values() for kind in export_of(person)]
    flags = [kind for kind in kinds if kind["label"] == "Wat je meldde"]
    reasons = {row["reason"] for kind in flags for row in kind["rows"]}
    assert reasons and reasons <= set(Flag.Reason.labels)


def counts() -> dict[str, int]:
    """Rows of every model of ours that does not belong to one person.

    What nobody but its person ever saw, drafts and packages, is put aside first.
    """
    own = {entry.model for entry in ENTRIES if entry.on_erasure is OnErasure.DELETE}
    own |= {Link, Sending}  # the door and the mails of an invitation go with it
    models = [m for m in apps.get_models() if m.__module__.startswith("leerkring")]
    return {m._meta.label: m._default_manager.count() for m in models if m not in own}


@pytest.mark.parametrize("key", SIGNED_IN)
def test_forgetting_a_person_leaves_no_link_and_takes_nothing_shared(
    key: str, world: World
) -> None:
    person = Person.objects.get(pk=world.people[key].pk)
    sign_in_data(person)
    for post in Post.objects.filter(published_at=None):
        throw_draft_away(post)
    forget_exports_of(person)
    before, pk, email, name = counts(), person.pk, person.email, person.name
    erase(person)
    assert counts() == before
    assert not Person.objects.filter(pk=pk).exists()
    left = [
        f"{model._meta.label}.{field.name}"
        for model, field in LINKS
        if model._default_manager.filter(**{field.name: pk}).exists()
    ]
    assert left == []
    assert where_written(email) == where_written(name) == []


def where_written(text: str) -> list[str]:
    """Columns of text that still hold these words: a name copied is a link that stays."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if field.get_internal_type() in {"CharField", "TextField", "EmailField"}
        and model._default_manager.filter(**{f"{field.name}__contains": text}).exists()
    ]


def test_files_that_nobody_confirmed_are_gone_after_a_day(world: World) -> None:
    IntakeDraft.objects.update(at=timezone.now() - timedelta(hours=23))
    assert throw_away_what_is_old() == 0
    IntakeDraft.objects.update(at=timezone.now() - timedelta(hours=25))
    assert throw_away_what_is_old() == 1
    assert not IntakeDraft.objects.exists()


def test_a_full_batch_is_followed_by_another_and_then_an_hour_of_rest(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    Sweep.objects.all().delete()
    IntakeDraft.objects.update(at=timezone.now() - timedelta(hours=25))
    monkeypatch.setattr(tasks, "MOST", 1)
    now = timezone.now()
    assert tasks.run_due(now) == "1 rijen weggegooid waarvan de tijd om is."
    assert not Sweep.objects.exists()  # there may be more
    assert tasks.run_due(now) == ""
    assert Sweep.objects.get().at == now


@pytest.mark.parametrize("key", SIGNED_IN)
def test_a_package_holds_every_kind_that_is_kept(key: str, world: World) -> None:
    person, out = world.people[key], io.BytesIO()
    pack(person, out, timezone.now())
    package = ZipFile(io.BytesIO(out.getvalue()))
    kinds = {kind["kind"]: kind for kind in json.loads(package.read("gegevens.json"))["kinds"]}
    kept = {e.key: e.rows_of(person).count() for e in ENTRIES}
    assert {name: len(kind["rows"]) for name, kind in kinds.items()} == {
        name: number for name, number in kept.items() if number
    }
    page = package.read("gegevens.html").decode()
    assert page.count("<section") >= len(kinds)


EVERYTHING = {entry.key: "verwijderen" for entry in ENTRIES if entry.choices}


def test_who_wants_everything_gone_leaves_no_word_behind(world: World) -> None:
    """The writer of the cast: number, address and name are in no table, and no words of theirs."""
    person = Person.objects.get(pk=world.people["professional"].pk)
    posts = [str(pk) for pk in Post.objects.filter(author=person).values_list("pk", flat=True)]
    post = world.things["posts openbaar"]
    word = "Zwaluwstaart"
    Remark.objects.create(about="posts.post", about_id=str(post.pk), author=person, text=word)
    Post.objects.filter(pk=post.pk).update(title=word)
    pk, email, name = person.pk, person.email, person.name
    erase(person, EVERYTHING)
    assert where_written(email) == where_written(name) == where_written(word) == []
    assert not Post.objects.filter(pk__in=posts).exists()
    assert not Attachment.objects.filter(post__in=posts).exists()
    assert not Entry.objects.filter(about="posts.post", about_id__in=posts).exists()
    assert where_pointed_at("posts.post", posts) <= {"activity.Activity", "moderation.Flag"}
    assert where_pointed_at("people.person", [str(pk)]) == set()


def where_pointed_at(about: str, ids: list[str]) -> set[str]:
    """Models with a label and a key that still name one of these."""
    named = [
        model
        for model in apps.get_models()
        if {"about", "about_id"} <= {field.name for field in model._meta.fields}
    ]
    here = {"about": about, "about_id__in": ids}
    return {m._meta.label for m in named if m._default_manager.filter(**here).exists()}


@pytest.mark.parametrize("way", ["losmaken", "verwijderen"])
@pytest.mark.parametrize("key", ["professional", "facilitator", "coordinator"])
def test_after_somebody_left_every_page_of_the_others_still_opens(
    key: str, way: str, world: World, client: Client
) -> None:
    reader = "adviser" if key == "coordinator" else "coordinator"
    rows = [row for row in TABLE if row.method == "GET" and row.gets[CAST.index(reader)] == "200"]
    about = addresses(world)
    urls = sorted({reverse(row.name, kwargs=about[row.about]) for row in rows})
    erase(Person.objects.get(pk=world.people[key].pk), dict.fromkeys(EVERYTHING, way))
    client.force_login(world.people[reader], backend=BACKEND)
    answers = {url: client.get(url).status_code for url in urls}
    assert {url: code for url, code in answers.items() if code not in {200, 302, 404}} == {}
    gone = [url for url, code in answers.items() if code != 200]
    assert len(gone) < len(urls) / 4


def test_who_is_in_a_closed_circle_sees_who_looked_in(world: World) -> None:
    people = world.people
    look_in(world.things["circles apart"], person=people["coordinator"], reason="Er is gemeld.")
    seen = [(look.what, look.why, look.who) for look in looks_for(people["facilitator"])]
    name = people["coordinator"].name
    assert ("de groep «Klankbord apart»", "Er is gemeld.", name) in seen
    assert looks_for(people["outsider"]) == []
