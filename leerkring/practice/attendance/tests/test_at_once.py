"""Two at the same moment, each with a connection of its own, on both databases.

The tests' SQLite lives in memory, where there is room for one writer; so it is written to a file
first, and the threads meet there.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from leerkring.practice.attendance.models import Letter, Reply
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, says

pytestmark = pytest.mark.django_db(transaction=True)
AtOnce = Callable[..., object]


@pytest.fixture
def at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AtOnce:
    """`at_once(act, act, then=look)`: all acts together, and then what `look` sees."""
    settings = connections.settings["default"]

    def run(*acts: Callable[[], object], then: Callable[[], object]) -> object:
        if connection.vendor == "sqlite":
            file = tmp_path / "samen.sqlite3"
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(file)])
            monkeypatch.setitem(settings, "NAME", str(file))
        start, seen = Barrier(len(acts)), list[object]()

        def play(act: Callable[[], object], keep: bool = False) -> None:
            try:
                connection.ensure_connection()
                if not keep:
                    start.wait()
                came = act()
                seen.extend([came] * keep)
            finally:
                connections.close_all()

        together = [Thread(target=play, args=(act,)) for act in acts]
        for thread in together:
            thread.start()
        for thread in together:
            thread.join()
        after = Thread(target=play, args=(then, True))
        after.start()
        after.join()
        return seen[0]

    return run


def places(meeting_id: int) -> tuple[int, int]:
    replies = Reply.objects.filter(invitation__meeting=meeting_id)
    return replies.placed().count(), replies.in_line().count()


def test_the_last_two_places_go_to_two_of_five(at_once: AtOnce) -> None:
    meeting = a_meeting(places=2)
    asked = ask(meeting, *[f"Mens {n}" for n in range(5)])
    acts = [partial(says, one) for one in asked]
    assert at_once(*acts, then=partial(places, meeting.pk)) == (2, 3)


def test_two_who_stay_away_make_room_for_two_and_each_is_told_once(at_once: AtOnce) -> None:
    meeting = a_meeting(places=2)
    asked = ask(meeting, *[f"Mens {n}" for n in range(5)])
    for one in asked:
        says(one)
    acts = [partial(says, one, "nee") for one in asked[:2]]
    look = lambda: (*places(meeting.pk), Letter.objects.filter(kind="place").count())  # noqa: E731
    assert at_once(*acts, then=look) == (2, 1, 2)
