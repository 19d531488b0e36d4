"""Choose versions anew: requirements/*.lock from pyproject.toml, with hashes and without addresses.

    python tools/lock.py

Each level holds the one before, in the same versions, so that going from one to the next never
removes anything.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"
HOW = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--upgrade"]
LEVELS = {"run": (), "test": ("test",), "bench": ("test", "bench")}


def main() -> int:
    before: list[str] = []
    for level, extras in LEVELS.items():
        target = f"requirements/{level}.lock"
        chosen = [word for extra in extras for word in ("--extra", extra)]
        command = [
            str(UV),
            "pip",
            "compile",
            "pyproject.toml",
            *chosen,
            *before,
            *HOW,
            "-o",
            target,
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        before = ["-c", target]
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
