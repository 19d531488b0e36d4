"""What can be told without running the site: shape, types, floors, and the rules of the house.

    python tools/checking.py

Runs everything, also after a fault, so that one round shows all there is to mend.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
RULES = ("test_docs.py", "test_tools.py", "test_rules.py", "test_house.py")


def checks() -> dict[str, list[str]]:
    """Per check, the command that does it."""
    rules = [f"tests/{name}" for name in RULES if (ROOT / "tests" / name).exists()]
    python = sys.executable
    return {
        "shape": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
        "lint": [str(BIN / "ruff"), "check", "--quiet", "."],
        "types": [str(BIN / "mypy"), "--no-error-summary"],
        "floors": [str(BIN / "lint-imports")],
        "migrations": [python, "-m", "django", "makemigrations", "--check", "--dry-run", "-v", "0"],
        "rules": [python, "-m", "pytest", "-p", "no:cacheprovider", *rules],
    }


def main() -> int:
    failed = []
    for name, command in checks().items():
        print(f"── {name}", flush=True)
        done = subprocess.run(
            command, cwd=ROOT, env=environment(), capture_output=name == "floors", text=True,
            check=False,
        )  # fmt: skip
        if done.returncode:
            failed.append(name)
            print(done.stdout or "", done.stderr or "", sep="")
    print(f"Not in order: {', '.join(failed)}." if failed else "Everything is in order.")
    return 1 if failed else 0


def environment() -> dict[str, str]:
    seen = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    seen.pop("PYTHONDONTWRITEBYTECODE", None)  # what one check compiles serves the next
    return seen


if __name__ == "__main__":
    sys.exit(main())
