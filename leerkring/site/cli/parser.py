"""An argument parser that speaks Dutch."""

import argparse
import sys
from typing import NoReturn

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "onderdelen",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg en stop",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "one of the arguments %s is required": "één van deze is nodig: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "unrecognized arguments: %s": "dit ken ik niet: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan van alles zijn: %(matches)s"
    ),
    "ignored explicit argument %r": "hier hoort geen waarde achter: %r",
    "expected one argument": "hier hoort één waarde achter",
    "expected at most one argument": "hier hoort hoogstens één waarde achter",
    "expected at least one argument": "hier hoort minstens één waarde achter",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r kan niet; kies uit %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "%(parser_name)r ken ik niet; kies uit %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r is geen geldige waarde",
}


class DutchParser(argparse.ArgumentParser):
    """argparse with Dutch words; faults go to stderr with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n")


def speak_dutch() -> None:
    """argparse asks gettext for its words; this answers in its place."""
    argparse._ = lambda text: DUTCH.get(text, text)  # type: ignore[attr-defined]
