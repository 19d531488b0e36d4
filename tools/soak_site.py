"""A site that is back at once: everything is read in here, and each start is a fork of this.

    python tools/soak_site.py PORT APPLICATION

For every line on standard input the site starts, and the number of its group of processes comes
out. It is granian with two workers, as it runs for real; there too the workers are forks. Reading
in takes seconds, and to be killed fifty times it would be read in a hundred times. Nothing here
asks the database: every worker makes its own connection.
"""

import importlib
import os
import signal
import sys
from contextlib import suppress

from granian import Granian
from granian.constants import Interfaces


def start(port: int, application: str) -> None:
    """Be the site, until killed."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    print(os.getpid(), flush=True)
    sys.stdout.close()
    Granian(
        application,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=1,
        log_enabled=False,
    ).serve()


def read_in(application: str) -> None:
    importlib.import_module(application.partition(":")[0])
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018  (reads all views in)


def main(port: int, application: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed leaves nothing behind
    read_in(application)
    site = 0
    for _ in sys.stdin:
        site = os.fork()
        if site == 0:
            try:
                start(port, application)
            finally:
                os._exit(1)
    with suppress(ProcessLookupError):  # whoever asked for it is gone: so is the site
        if site:
            os.killpg(site, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
