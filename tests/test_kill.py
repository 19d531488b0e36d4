"""No answer that somebody was told is kept gets lost, whatever dies; and none comes out of nowhere.

A few kills here, so that this stays a matter of seconds; fifty and more in `make soak`.
"""

from pathlib import Path

import pytest
from django.db import connection

TOOLS = Path(__file__).resolve().parent.parent / "tools"
KILLS = 3


def test_killing_the_site_while_a_crowd_answers_loses_nothing_and_invents_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOAK_TABLES", "models")  # migrations are not what is killed
    monkeypatch.syspath_prepend(str(TOOLS))
    import soak

    if connection.vendor == "postgresql" and soak.server_programs() is None:
        pytest.skip("killing PostgreSQL asks for server programs of our own")
    report = soak.soak(connection.vendor, kills=KILLS, seed=7)
    assert report.kills == KILLS
    assert report.answers > 60, report
    assert report.handed_in > 0, report
    assert (report.lost, report.invented, report.faults) == ((), (), ())


def test_what_is_lost_or_invented_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same comparison, over a database that forgot one answer and made one up."""
    monkeypatch.syspath_prepend(str(TOOLS))
    import soak

    there, gone, halfway = (soak.Somebody("noord", name, bytearray(b"\3")) for name in "abc")
    there.is_in = gone.is_in = True
    crowd = soak.Crowd(0, soak.SimpleQueue(), 1, began=[there, gone, halfway])
    found = {
        "responses": [["noord", "03"], ["oost", "05"]],
        "drafts": {"c": "04", "z": "01"},
        "strays": 1,
    }
    report = soak._compare("sqlite", 1, 0, crowd, found)
    assert report.lost == ("response of noord", "draft c")
    assert report.invented == ("response of oost", "draft z", "a draft without a link")
    assert not report.is_clean
    assert "NOT IN ORDER" in str(report)
