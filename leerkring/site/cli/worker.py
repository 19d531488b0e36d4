"""`leerkring worker`: what happens by itself, such as sending mail."""

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

    from leerkring.foundation.privacy.actions import throw_away_what_is_old
    from leerkring.practice.answering.closing_actions import forget_what_is_over
    from leerkring.practice.answering.mailing import send_due

    while True:
        close_old_connections()
        throw_away_what_is_old()
        forget_what_is_over(timezone.localdate())
        sent = send_due()
        if sent or args.once:
            print(f"{sent} {'mail' if sent == 1 else 'mails'} verstuurd.")
        if args.once:
            return 0
        time.sleep(PAUSE)
