"""A real worker, really killed, on a database in a file."""

import os
import random
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
ROOT = Path(__file__).resolve().parents[4]
BEGIN = "import sys, runpy, django; django.setup(); runpy.run_path(sys.argv.pop(1))"
KILLS = 2
PEOPLE, EACH = 8, 3


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    own = {
        "LEERKRING_TEST_DATABASE": f"sqlite://{folder}/killed.sqlite3",
        "LEERKRING_VAR": str(folder),
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN, str(WORKER), *words],
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_killing_the_worker_neither_loses_nor_repeats_a_notice(tmp_path: Path) -> None:
    assert start(tmp_path, "prepare").wait() == 0
    rng = random.Random(7)
    for number in range(KILLS):
        worker = start(tmp_path, "work", str(number))
        for _ in range(rng.randrange(2, 45)):
            assert worker.stdout.readline() == "step\n"
        worker.kill()
        worker.wait()
    last = start(tmp_path, "work", str(KILLS))
    assert last.communicate()[0].endswith("done\n")

    found = Counter()
    for path in (tmp_path / "mail").glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        text = mail.get_body(("plain",)).get_content()
        found.update((mail["To"], title) for title in set(re.findall(r"Titel [\w.]+ \d", text)))
    assert len(found) == PEOPLE * EACH * 2
    assert set(found.values()) == {1}
    assert len(list((tmp_path / "mail").glob("*.eml"))) == PEOPLE * (1 + EACH)
    rows = sqlite3.connect(tmp_path / "killed.sqlite3")
    waiting = "select count(*) from notifications_delivery where mail_id is null"
    unsent = "select count(*) from notifications_mail where handed_over_at is null"
    assert rows.execute(waiting).fetchone() == rows.execute(unsent).fetchone() == (0,)
