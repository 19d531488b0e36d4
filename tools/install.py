"""Install what a level of work needs into .venv, and do nothing when it is already there.

Levels, each holding the one before: `run` (the site), `test` (its tests and linters), `bench`
(what it is measured beside). Every package comes with its hash from requirements/*.lock. What is
installed is remembered in .venv/leerkring.json; while locks and pyproject.toml stay the same, a
second call ends at once.

    python3 tools/install.py run|test|bench

Only the standard library: this runs before anything is installed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("run", "test", "bench")
OLDEST = (3, 11)
BIN = "Scripts" if os.name == "nt" else "bin"
# Settings of somebody's own pip that point away from .venv, or bend what is installed.
BENDING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_CONSTRAINT", "PIP_REQUIREMENT")


def locks(level: str) -> dict[str, str]:
    """Per file that decides what is installed: the hash of its content."""
    files = ["pyproject.toml", "requirements/installer.lock", f"requirements/{level}.lock"]
    return {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in files}


def installed(home: Path) -> str | None:
    """The level that stands in `home`, when it is whole and up to date."""
    try:
        stamp = json.loads((home / "leerkring.json").read_text(encoding="utf-8"))
        level = str(stamp["level"])
        whole = level in LEVELS and stamp["locks"] == locks(level)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return level if whole and (home / BIN / "leerkring").exists() else None


def enough(present: str | None, asked: str) -> bool:
    """Whether the level that is present holds the one that is asked for."""
    return present is not None and LEVELS.index(present) >= LEVELS.index(asked)


def install(home: Path, level: str) -> None:
    """Make `home` hold exactly the packages of `level`, and the project itself."""
    python = home / BIN / "python"
    if not python.exists():
        make_environment(home)
    (home / "leerkring.json").unlink(missing_ok=True)
    lock = str(ROOT / "requirements" / f"{level}.lock")
    first = str(ROOT / "requirements" / "installer.lock")
    quiet = {name: value for name, value in os.environ.items() if name not in BENDING}
    quiet |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    pip = [str(python), "-m", "pip", "install", "-qq"]
    fetched = run([*pip, "--require-hashes", "-r", first], quiet)
    uv = [str(home / BIN / "uv"), "pip"]
    aim = ["-q", "--python", str(python)]
    done = fetched and run([*uv, "sync", *aim, "--require-hashes", lock, first], quiet)
    done = done and run([*uv, "install", *aim, "--no-deps", "-e", str(ROOT)], quiet)
    if not done:
        # A machine whose packages come from a place that only pip's own settings know.
        print("uv kon het niet installeren; nu met pip (dat duurt langer) …", flush=True)
        done = run([*pip, "--require-hashes", "-r", lock], quiet)
        done = done and run([*pip, "--no-deps", "-e", str(ROOT)], quiet)
    if not done:
        raise SystemExit("Installeren is niet gelukt; hierboven staat waarom.")
    stamp = {"level": level, "locks": locks(level)}
    (home / "leerkring.json").write_text(json.dumps(stamp, indent=2), encoding="utf-8")


def make_environment(home: Path) -> None:
    if home.exists():
        shutil.rmtree(home)
    try:
        venv.create(home, with_pip=True)
    except (subprocess.CalledProcessError, ImportError) as fault:
        raise SystemExit(
            "Python kan hier geen omgeving maken. Op Debian en Ubuntu helpt: "
            "apt-get install python3-venv"
        ) from fault


def run(command: list[str], environment: dict[str, str]) -> bool:
    return subprocess.run(command, env=environment, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    asked = arguments[0] if arguments else "run"
    if asked not in LEVELS:
        print(f"«{asked}» ken ik niet; kies uit {', '.join(LEVELS)}.", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST:
        print("Leerkring vraagt Python 3.11 of hoger: make PYTHON=python3.12 …", file=sys.stderr)
        return 2
    home = ROOT / ".venv"
    if not enough(installed(home), asked):
        print(f"Installeren ({asked}) …", flush=True)
        install(home, asked)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
