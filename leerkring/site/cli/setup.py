"""`leerkring setup`: everything an installation needs once after each update."""

import argparse
import os
from pathlib import Path


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "setup", help="maak lettertypen, database en stijlbestanden klaar (mag vaker)"
    )
    parser.add_argument(
        "--demo", action="store_true", help="zet ook de verzonnen stad klaar, als die er niet is"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.demo:
        os.environ["LEERKRING_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django
    from django.conf import settings

    prepare_fonts(Path(settings.VAR) / "fonts")
    django.setup()
    from django.core.management import call_command

    call_command("check", fail_level="ERROR", verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if args.demo:
        from leerkring.site.demo.city import build_city

        build_city()
    return 0


def prepare_fonts(folder: Path) -> None:
    from leerkring.foundation.design.fonts import make_fonts

    make_fonts(folder)
