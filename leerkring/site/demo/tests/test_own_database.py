"""The demo works in a file of its own and nowhere else."""

from pathlib import Path

import pytest

from leerkring.site.demo.checks import is_own_database
from leerkring.site.environment import database

VAR = Path("/srv/demo/var")


@pytest.mark.parametrize(
    ("settings", "own"),
    [
        ({"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / "leerkring.sqlite3"}, True),
        ({"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / ".." / "echt.sqlite3"}, False),
        ({"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/echt/leerkring.sqlite3"}, False),
        (database("sqlite:///:memory:"), True),
        (database("postgresql://leerkring@127.0.0.1/leerkring"), False),
    ],
)
def test_only_a_file_in_its_own_folder_or_memory(settings: dict[str, object], own: bool) -> None:
    assert is_own_database(settings, VAR) is own
