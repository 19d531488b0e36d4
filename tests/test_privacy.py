"""What is kept of a person: everything is registered, can be handed over, and can be forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import Field, Model
from django.utils import timezone

from leerkring.foundation.privacy.actions import erase, export_of, throw_away_what_is_old
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, registered
from leerkring.loop.programmes.models import IntakeDraft
from leerkring.network.people.models import Person
from leerkring.practice.answering.models import Link, Sending
from tests.cast import SIGNED_IN, World

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
    if entry.on_erasure is OnErasure.ANONYMISE:
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


def counts() -> dict[str, int]:
    """Rows of every model of ours that does not belong to one person."""
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
