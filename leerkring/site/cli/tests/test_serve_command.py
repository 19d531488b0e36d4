"""Starting the site: what is said when it cannot."""

import os
import socket
from collections.abc import Callable
from typing import Any

import pytest


def test_a_port_in_use_gives_one_sentence_with_another_port(leerkring: Callable[..., Any]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = leerkring("serve", "--port", port)
    assert (done.code, done.out) == (2, "")
    (line,) = done.lines
    assert line.startswith(f"Poort {port} op 127.0.0.1 is niet vrij; kies een andere")
    assert "make demo PORT=" in line


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--port", "0"], "--port: een poort is een getal van 1 tot en met 65535."),
        (["--port", "70000"], "--port: een poort is een getal van 1 tot en met 65535."),
        (
            ["--address", "198.51.100.7"],
            "--address: «198.51.100.7» is geen adres van dit apparaat.",
        ),
        (
            ["--demo", "--address", "0.0.0.0"],
            "--address: de demo mag alleen op dit apparaat zelf: 127.0.0.1.",
        ),
        (["--port", "18931", "--workers", "0"], "--workers: er is minstens één proces nodig."),
    ],
)
def test_what_cannot_be_is_said_before_anything_starts(
    leerkring: Callable[..., Any], words: list[str], says: str
) -> None:
    done = leerkring("serve", *words)
    assert (done.code, done.lines) == (2, [says])


def test_a_worker_beside_a_site_that_is_gone_stops(leerkring: Callable[..., Any]) -> None:
    nobody = os.getpid()  # no process has itself for a parent
    assert leerkring("worker", "--beside", nobody).code == 0
