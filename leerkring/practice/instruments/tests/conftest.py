"""An editor, a reader, their browsers, and a draft that is ready to be published."""

import pytest
from django.test import Client

from leerkring.network.people.models import Person
from leerkring.practice.instruments.actions import begin_draft
from leerkring.practice.instruments.draft_actions import write_rows
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.tests.some_rows import ROWS

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def editor(db) -> Person:
    person = Person.objects.create_user("e@voorbeeld.nl", "Redacteur")
    person.moderates = True
    person.save()
    return person


@pytest.fixture
def browser(editor: Person, client: Client) -> Client:
    client.force_login(editor, backend=BACKEND)
    return client


@pytest.fixture
def draft(editor: Person) -> InstrumentDraft:
    draft = begin_draft("Korte scan", by=editor)
    write_rows(draft, ROWS)
    return draft
