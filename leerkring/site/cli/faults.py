"""Saying what is wrong, one fault a line on stderr."""

import sys

BAD_INPUT = 2


def tell(*messages: str) -> int:
    """Print each message and give the exit code for bad input."""
    for message in messages:
        print(message, file=sys.stderr)
    return BAD_INPUT
