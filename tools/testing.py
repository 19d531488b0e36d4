"""Every test there is, as far as this machine can run them; says plainly what it could not.

    python tools/testing.py

In order: the checks; the suite on PostgreSQL; the journeys in a real browser; the suite on SQLite.
All of them run, also after a failure; the exit code is that of the first that failed. PostgreSQL is
that of LEERKRING_TEST_DATABASE, or else a temporary one made on the spot (`postgres.py`).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from postgres import server_programs

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PYTEST = [sys.executable, "-m", "pytest"]
SIDE_BY_SIDE = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"]


def stages() -> tuple[dict[str, list[str]], list[str]]:
    """The commands to run, by name, and a line for everything that cannot run here."""
    suite = [*PYTEST, *SIDE_BY_SIDE, "-m", "not browser"]
    found: dict[str, list[str]] = {"checks": [sys.executable, str(HERE / "checking.py")]}
    missing = []
    if os.environ.get("LEERKRING_TEST_DATABASE"):
        found["suite on LEERKRING_TEST_DATABASE"] = suite
    elif server_programs():
        found["suite on PostgreSQL"] = [sys.executable, str(HERE / "postgres.py"), *suite]
    else:
        missing.append(
            "PostgreSQL: no server programs found. Install them (Debian: apt-get install "
            "postgresql) or give a database in LEERKRING_TEST_DATABASE."
        )
    if not any(shutil.which(name) for name in BROWSERS):
        missing.append(
            "Journeys in a browser: no Chromium found. Install it (Debian: apt-get install "
            "chromium)."
        )
    else:
        found["journeys in a browser"] = [*PYTEST, "-m", "browser", "tests/journeys"]
    found["suite on SQLite"] = suite
    return found, missing


def environment(stage: str) -> dict[str, str]:
    """What a stage may see: only its own stage gets the database of LEERKRING_TEST_DATABASE.

    What Python compiled is kept between processes, also where a machine would rather not: else
    every worker and every process that a test starts compiles Django and all tests again.
    """
    seen = dict(os.environ)
    seen.pop("PYTHONDONTWRITEBYTECODE", None)
    if stage != "suite on LEERKRING_TEST_DATABASE":
        seen.pop("LEERKRING_TEST_DATABASE", None)
    return seen


def main() -> int:
    found, missing = stages()
    failed: dict[str, int] = {}
    for name, command in found.items():
        # Said before the next stage, so that the last lines are pytest's own.
        print(f"\n━━ {name}{' · failed so far: ' if failed else ''}{', '.join(failed)}", flush=True)
        code = subprocess.run(command, cwd=ROOT, env=environment(name), check=False).returncode
        if code:
            failed[name] = code
    if missing:
        print("\nHier kon niet draaien · could not run here:")
        for line in missing:
            print(f"  · {line}")
    return next(iter(failed.values()), 0)


if __name__ == "__main__":
    sys.exit(main())
