"""`leerkring serve`: the site on this machine."""

import argparse
import os


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("serve", help="start de site")
    parser.add_argument("--address", default="127.0.0.1", help="adres (standaard 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    parser.add_argument("--workers", type=int, default=2, help="aantal processen (standaard 2)")
    parser.add_argument("--demo", action="store_true", help="de demo: inloggen met één klik")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.demo:
        os.environ["LEERKRING_DEMO"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("check", fail_level="ERROR", verbosity=0)
    from granian import Granian
    from granian.constants import Interfaces

    print(f"Leerkring staat klaar op http://{args.address}:{args.port}/  (stoppen: Ctrl-C)")
    Granian(
        "leerkring.site.wsgi:application",
        address=args.address,
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=1,
        log_enabled=True,
        log_access=False,
    ).serve()
    return 0
