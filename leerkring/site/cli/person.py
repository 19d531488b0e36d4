"""`leerkring person`: an account for somebody. The first one is made here; nobody can sign up."""

import argparse

from leerkring.site.cli.faults import tell
from leerkring.site.cli.starting import CannotStart, database_is_ready, wake


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "person",
        help="geef iemand een account",
        description=(
            "Geeft iemand een account. Aanmelden gaat daarna met een code die per mail komt. Met "
            "--coordinator mag iemand ook programma's beginnen, met --moderator mag iemand "
            "modereren en de thema's beheren."
        ),
    )
    parser.add_argument("email", metavar="E-MAILADRES", help="waar de code naartoe gaat")
    parser.add_argument("--name", metavar="NAAM", default="", help="hoe de persoon heet")
    parser.add_argument("--coordinator", action="store_true", help="mag ook programma's beginnen")
    parser.add_argument("--moderator", action="store_true", help="mag ook modereren")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        wake()
        if not database_is_ready():
            raise CannotStart("De database is nog niet klaar. Doe eerst: leerkring setup")
    except CannotStart as reason:
        return tell(*reason.messages)
    from django.core.exceptions import ValidationError

    from leerkring.network.people.actions import give_account

    try:
        person = give_account(
            email=args.email,
            name=args.name,
            starts_programmes=args.coordinator,
            moderates=args.moderator,
        )
    except ValidationError as fault:
        return tell(*fault.messages)
    print(f"{person} heeft een account.")
    print("Aanmelden: kies op de site «Aanmelden», dan een code per mail, voor het adres", end=" ")
    print(f"{person.email}.")
    return 0
