"""`leerkring worker`: what happens by itself, such as sending mail (`tasks.py` of each room)."""

import argparse
import os
import time

PAUSE = 5.0  # seconds between two looks


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("worker", help="verstuur wat klaarstaat, en blijf kijken")
    parser.add_argument("--once", action="store_true", help="kijk één keer en stop")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django

    django.setup()
    from django.db import close_old_connections
    from django.utils import timezone

    from leerkring.site.jobs import do_what_is_due

    while True:
        close_old_connections()
        for sentence in do_what_is_due(timezone.now()):
            print(sentence, flush=True)
        if args.once:
            return 0
        time.sleep(PAUSE)
