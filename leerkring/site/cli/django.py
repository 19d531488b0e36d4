"""`leerkring django …`: Django's own commands, with this project's settings."""

import argparse
import os


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("django", help="een opdracht van Django, bijvoorbeeld: migrate")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="wat Django moet doen")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["leerkring django", *args.words])
    return 0
