"""`leerkring worker`: what happens by itself, such as sending mail (`tasks.py` of each room)."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 5.0  # seconds between two looks


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("worker", help="verstuur wat klaarstaat, en blijf kijken")
    parser.add_argument("--once", action="store_true", help="kijk één keer en stop")
    add = parser.add_argument
    add("--beside", type=int, metavar="NUMMER", help="stop zodra het proces stopt dat dit begon")
    parser.set_defaults(run=run)


@contextmanager
def worker_beside() -> Iterator[None]:
    """One that runs as long as this process does, however this one ends."""
    command = [sys.executable, "-m", "leerkring", "worker", "--beside", str(os.getpid())]
    with subprocess.Popen(command, start_new_session=True) as worker:  # noqa: S603  (our own)
        try:
            yield
        finally:
            worker.terminate()


def run(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django

    django.setup()
    from django.db import close_old_connections
    from django.utils import timezone

    from leerkring.site.jobs import do_what_is_due

    while args.beside in (None, os.getppid()):
        close_old_connections()
        for sentence in do_what_is_due(timezone.now()):
            print(sentence, flush=True)
        if args.once:
            break
        time.sleep(PAUSE)
    return 0
