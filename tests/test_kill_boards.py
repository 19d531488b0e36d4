"""Killing the site in the middle of a board loses nothing that a phone was told is kept."""

from pathlib import Path

import pytest
from django.db import connection

TOOLS = Path(__file__).resolve().parent.parent / "tools"


def test_killing_the_site_in_the_middle_of_a_board_loses_nothing_and_invents_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOAK_TABLES", "models")  # migrations are not what is killed
    monkeypatch.syspath_prepend(str(TOOLS))
    import soak_boards
    from postgres import server_programs

    if connection.vendor == "postgresql" and server_programs() is None:
        pytest.skip("killing PostgreSQL asks for server programs of our own")
    report = soak_boards.soak(connection.vendor, kills=2, phones=4)
    assert (report.kills, report.votes) == (2, 4)
    assert report.cards > 10, report
    assert (report.lost, report.invented) == ((), ())


def test_what_is_lost_or_invented_on_a_board_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    import soak_boards

    told = soak_boards.Told({"a", "b"}, {"a", "b", "c"}, {1: 0, 2: 1})
    found = {"cards": [["a", 1], ["a", 1], ["z", 1]], "votes": [0, 0]}
    report = soak_boards.compare("sqlite", 1, told, found)
    assert report.lost == ("card b", "votes [0, 0] instead of [0, 1]")
    assert report.invented == ("card z", "a card twice")
    assert not report.is_clean
    assert "NOT IN ORDER" in str(report)


def test_boards_are_killed_on_every_database_that_is_here_unless_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    import soak_boards

    assert soak_boards.databases(None, has_server=True) == ["sqlite", "postgresql"]
    assert soak_boards.databases(None, has_server=False) == ["sqlite"]
    assert soak_boards.databases("postgresql", has_server=False) == ["postgresql"]
