"""What a person holds stands nowhere in the database: not a link, not a key, in no spelling."""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import connection

from leerkring.practice.answering.actions import finish, hang_poster, take_link
from leerkring.practice.answering.closing_actions import end_round
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.models import Poster
from leerkring.practice.answering.tests.conftest import Asked, fill


def everything() -> Iterator[bytes]:
    """Every value in every column of every table."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    is_bytes = isinstance(value, bytes | memoryview)
                    yield bytes(value) if is_bytes else str(value).encode()


def spellings(secret: Secret) -> list[bytes]:
    words = secret.words
    texts = [secret.link, words, words.replace("-", ""), secret.raw.hex(), str(secret.raw)]
    return [secret.raw, *(text.encode() for text in texts)]


@pytest.mark.parametrize("closed", [False, True])
def test_no_link_and_no_key_is_kept_anywhere(asked: Asked, closed: bool) -> None:
    send_due()
    told = " ".join(str(message.body) for message in mail.outbox)
    links = dict.fromkeys(re.findall(r"/v/([\w-]+)/", told))
    held = [secret for text in links if (secret := Secret.from_link(text))]
    assert len(held) == 16
    for door in held[:6]:
        fill(door, 1, 2, 3)
        held.append(finish(door))
    fill(held[7], 4, 4)
    poster = hang_poster(asked.round, asked.teams["Zuid"])
    held += [poster, take_link(Poster.objects.get(pk=poster.name("poster")))]
    if closed:
        end_round(asked.round, by=None)
    kept = list(everything())
    assert len(kept) > 200
    assert [
        s for secret in held for s in spellings(secret) if any(s in value for value in kept)
    ] == []


def test_the_search_would_find_one(asked: Asked) -> None:
    secret = Secret.new()
    asked.round.name = f"zie /v/{secret.link}/"
    asked.round.save()
    assert any(secret.link.encode() in value for value in everything())


def test_a_draft_shows_no_answers_to_who_reads_the_database(asked: Asked) -> None:
    door = asked.door()
    sheet = fill(door, *[4] * 36)
    assert not any(sheet in value or sheet[:4] in value for value in everything())
