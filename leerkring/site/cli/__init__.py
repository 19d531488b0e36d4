"""The command line: `leerkring …`. One module a command, each with `add_parser` and `run`."""
