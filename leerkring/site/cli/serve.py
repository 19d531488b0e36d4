"""`leerkring serve`: the site on this machine."""

import argparse
import errno
import os
import signal
import socket
from contextlib import nullcontext

from leerkring.site.cli.faults import tell
from leerkring.site.cli.starting import CannotStart, database_is_ready, wake
from leerkring.site.cli.worker import worker_beside

LAST_PORT = 65535
LONGEST_GOODBYE = 5  # seconds; a worker that is still busy then is ended
_NOT_OURS = "--address: «{}» is geen adres van dit apparaat."


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "serve",
        help="start de site",
        description="Start de site op dit apparaat. Stoppen gaat met Ctrl-C.",
    )
    add = parser.add_argument
    add("--address", default="127.0.0.1", metavar="ADRES", help="adres (standaard 127.0.0.1)")
    add("--port", type=int, default=8000, metavar="POORT", help="poort (standaard 8000)")
    add("--workers", type=int, default=2, metavar="AANTAL", help="processen (standaard 2)")
    add("--demo", action="store_true", help="de demo: aanmelden met één klik")
    add("--with-worker", action="store_true", help="doe ook wat `leerkring worker` doet")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        stay_at_home(args)
        free_or_not(args.address, args.port)
        if args.demo:  # links in its mails lead to this door
            os.environ.setdefault("LEERKRING_URL", f"http://{shown(args.address)}:{args.port}")
        wake(demo=args.demo)
        if args.workers < 1:
            raise CannotStart("--workers: er is minstens één proces nodig.")
        if not database_is_ready():
            demo = " --demo" if args.demo else ""
            raise CannotStart(f"De database is nog niet klaar. Doe eerst: leerkring setup{demo}")
    except CannotStart as reason:
        return tell(*reason.messages)
    print(f"Leerkring staat klaar op http://{shown(args.address)}:{args.port}/", end=" ")
    print("(stoppen: Ctrl-C)", flush=True)
    with worker_beside() if args.with_worker else nullcontext():
        _serve(args)
    return 0


def _serve(args: argparse.Namespace) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.register_at_fork(after_in_child=_leave_ctrl_c_to_the_first)
    Granian(
        "leerkring.site.wsgi:application",
        address=args.address,
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=1,
        websockets=False,
        workers_kill_timeout=LONGEST_GOODBYE,
        log_enabled=True,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve()


def _leave_ctrl_c_to_the_first() -> None:
    """A terminal sends Ctrl-C to every process; a worker that is told twice to stop hangs."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def stay_at_home(args: argparse.Namespace) -> None:
    """In the demo anyone signs in with one click, so it answers this machine only."""
    if args.demo and args.address not in {"127.0.0.1", "localhost", "::1"}:
        raise CannotStart("--address: de demo mag alleen op dit apparaat zelf: 127.0.0.1.")


def free_or_not(address: str, port: int) -> None:
    """Try the door before anything is started. Raises CannotStart."""
    if not 1 <= port <= LAST_PORT:
        raise CannotStart(f"--port: een poort is een getal van 1 tot en met {LAST_PORT}.")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((address, port))
        except PermissionError as error:
            raise CannotStart(
                f"Poort {port} mag je hier niet gebruiken; kies er een boven 1023."
            ) from error
        except socket.gaierror as error:
            raise CannotStart(_NOT_OURS.format(address)) from error
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise CannotStart(_NOT_OURS.format(address)) from error
            other = port + 1 if port < LAST_PORT else port - 1
            raise CannotStart(
                f"Poort {port} op {address} is niet vrij; kies een andere, bijvoorbeeld "
                f"--port {other} (of: make demo PORT={other})."
            ) from error


def shown(address: str) -> str:
    return f"[{address}]" if ":" in address else address
