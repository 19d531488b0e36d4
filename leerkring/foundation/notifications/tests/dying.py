"""A mail server that a test can ask what it took, and that dies where it is told to.

What it took outlives the death of who handed it over, as with a real server.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction


class Killed(BaseException):
    """As SIGKILL: nothing in between may catch it and tidy up."""


taken: list[Any] = []
behaviour: list[str] = []  # for the next mails, one word each; then all goes well


class EmailBackend(BaseEmailBackend):
    def send_messages(self, messages: list[Any]) -> int:
        for message in messages:
            word = behaviour.pop(0) if behaviour else "takes it"
            if word == "dies before":
                raise Killed
            if word == "unreachable":
                raise SMTPServerDisconnected("weg")
            if word == "refuses":
                raise SMTPRecipientsRefused({message.to[0]: (550, b"onbekend")})
            if word == "later":
                raise SMTPRecipientsRefused({message.to[0]: (450, b"straks")})
            taken.append(message)
            if word == "dies after":
                raise Killed
        return len(messages)


@contextmanager
def killed_at(statement: int) -> Iterator[None]:
    """Die instead of the n-th statement that the database is given."""
    seen = 0

    def count(execute: Any, *rest: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == statement:
            raise Killed
        return execute(*rest)

    with connection.execute_wrapper(count):
        yield


def deaths(work: Callable[[], Any], every: int = 1) -> Iterator[int]:
    """Does the work again and again, killed at a later statement each time, until it is done before
    that. Gives the statement while its traces are there, and then takes them back.
    """
    statement, died = 0, True
    while died:
        statement, died = statement + every, False
        start = transaction.savepoint()
        taken.clear()
        try:
            with killed_at(statement):
                work()
        except Killed:
            died = True
        yield statement
        transaction.savepoint_rollback(start)
