"""What is asked by hand: as any other query, but for the plan that is kept."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from leerkring.foundation.statements.asking import ask, padded, prepared


@pytest.mark.django_db
def test_values_go_where_they_stand() -> None:
    for pair in (("een", "twee"), ("it's", "%s"), ("een", "twee")):
        assert ask("SELECT %s || '-' || %s", pair) == [("-".join(pair),)]


@pytest.mark.django_db
def test_it_is_one_query_and_seen_as_one() -> None:
    with CaptureQueriesContext(connection) as asked, prepared() as cursor:
        cursor.execute("SELECT 1 + %s", [1])
        cursor.execute("SELECT 1 + %s", [2])
        assert cursor.fetchone() == (3,)
    assert len(asked) == 2


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_knows_it_too() -> None:
    """As after a database that went away, or a connection that had its minute."""
    for _ in range(2):
        assert ask("SELECT 1 + %s", [1]) == [(2,)]
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_it_is_known_after_a_transaction_that_went_wrong() -> None:
    assert ask("SELECT 1 + %s", [1]) == [(2,)]
    with pytest.raises(DatabaseError), transaction.atomic():
        ask("SELECT no_such_column + %s", [1])
    assert ask("SELECT 1 + %s", [1]) == [(2,)]


def test_lists_have_few_lengths() -> None:
    assert [len(padded(range(n))) for n in (0, 1, 2, 3, 5, 9)] == [0, 1, 2, 4, 8, 16]
