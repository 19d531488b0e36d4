"""A statement that PostgreSQL plans once says the same as one that it plans each time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leerkring.practice.answering.models.prepared import Prepared


@pytest.mark.django_db
def test_parameters_go_where_they_stand() -> None:
    joined = Prepared("test_joined", "SELECT %s || '-' || %s", ("text", "text"))
    with connection.cursor() as cursor:
        for pair in (("een", "twee"), ("it's", "%s"), ("een", "twee")):
            joined.on(cursor, pair)
            assert cursor.fetchone() == ("-".join(pair),)


@pytest.mark.django_db
def test_it_is_one_query_and_seen_as_one() -> None:
    same = Prepared("test_same", "SELECT %s", ("text",))
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        same.on(cursor, ["een"])
        same.on(cursor, ["een"])
    assert len(asked) == 2


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_knows_it_too() -> None:
    """As after a database that went away, or a connection that had its minute."""
    same = Prepared("test_again", "SELECT %s", ("text",))
    for _ in range(2):
        with connection.cursor() as cursor:
            same.on(cursor, ["een"])
            assert cursor.fetchone() == ("een",)
        connection.close()
