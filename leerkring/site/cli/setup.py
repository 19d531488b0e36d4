"""`leerkring setup`: everything an installation needs once after each update."""

import argparse

from leerkring.site.cli.faults import tell
from leerkring.site.cli.starting import CannotStart, wake


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "setup",
        help="maak lettertypen, database en stijlbestanden klaar (mag vaker)",
        description="Maak lettertypen, database en stijlbestanden klaar. Wat er is, blijft.",
    )
    parser.add_argument(
        "--demo", action="store_true", help="zet ook de verzonnen stad klaar, als die er niet is"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from leerkring.foundation.design.fonts import font_folder, make_fonts

    folder = font_folder()
    if not folder.exists():
        print("Lettertypen snijden; dat hoeft maar één keer …", flush=True)
    make_fonts(folder)
    try:
        wake(demo=args.demo)
    except CannotStart as reason:
        return tell(*reason.messages)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    _agree_on_words()
    if args.demo:
        _build_demo()
    _fill_index()
    return 0


def _agree_on_words() -> None:
    """Words that mean the same, to begin with; those that moderators keep are left alone."""
    from leerkring.foundation.search.synonym_actions import begin_with_starters

    begin_with_starters()


def _fill_index() -> None:
    """What was there before it could be found; later changes come in by themselves."""
    from leerkring.foundation.search.actions import read_in

    read_in()


def _build_demo() -> None:
    from leerkring.loop.programmes.models import Programme
    from leerkring.site.demo.city import build_city

    if not Programme.objects.exists():
        print("De verzonnen stad bouwen; dat hoeft maar één keer …", flush=True)
    build_city()
