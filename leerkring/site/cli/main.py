"""The entrance of the command line: finds the command and runs it."""

import sys
from collections.abc import Sequence

from leerkring.site.cli import (
    django,
    groups,
    instrument,
    loop,
    parser,
    person,
    release,
    serve,
    setup,
    statistics,
    worker,
)

COMMANDS = (loop, statistics, release, groups, instrument, setup, serve, worker, person, django)


STOPPED = 130  # what a shell expects after Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 when the input was at fault."""
    parser.speak_dutch()
    root = parser.DutchParser(
        prog="leerkring",
        description="Waar de mensen rond gezinnen in een wijk samen leren.",
    )
    commands = root.add_subparsers(
        title="opdrachten", metavar="OPDRACHT", required=True, parser_class=parser.DutchParser
    )
    for command in COMMANDS:
        command.add_parser(commands)
    args = root.parse_args(argv)
    try:
        exit_code: int = args.run(args)
    except KeyboardInterrupt:
        print("Gestopt.", file=sys.stderr)
        return STOPPED
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
