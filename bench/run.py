"""Measure everything in this folder and write down what came of it.

    python bench/run.py [NAME …]

Every other module here has `measure() -> dict`: names ending in `seconds`, `mb` or `ratio`,
counts, and yes or no. Each runs in a process of its own. Results are kept in bench/results.json;
docs/bench.md and the table in README.md are written from that file and from nothing else.
"""

import importlib.util
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from parts.telling import readme_table, report, shown  # noqa: E402

RESULTS = HERE / "results.json"
DOCS = ROOT / "docs" / "bench.md"
README = ROOT / "README.md"
START, END = "<!-- bench -->", "<!-- /bench -->"

Figures = Mapping[str, Any]


def modules() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem != Path(__file__).stem)


def measured(name: str) -> dict[str, Any]:
    """The figures of one module, from a process of its own."""
    command = [sys.executable, __file__, "--one", name]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def flat(figures: Figures, before: str = "") -> Iterator[tuple[str, Any]]:
    """Figures inside figures as one row of names."""
    for name, value in figures.items():
        full = f"{before}{name}"
        if isinstance(value, Mapping):
            yield from flat(value, f"{full}_")
        else:
            yield full, value.item() if hasattr(value, "item") else value


def machine() -> str:
    version = ".".join(platform.python_version_tuple()[:2])
    return f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, Python {version}"


def write(results: Mapping[str, Any]) -> None:
    """The three places where results stand."""
    text = json.dumps(results, indent=2, ensure_ascii=False, sort_keys=True)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    DOCS.write_text(report(json.loads(text)), encoding="utf-8")
    before, rest = README.read_text(encoding="utf-8").split(START)
    after = rest.split(END)[1]
    README.write_text(f"{before}{START}\n{readme_table(results)}\n{END}{after}", encoding="utf-8")


def main(names: list[str]) -> int:
    results = {"modules": {}}
    if RESULTS.exists():
        results = json.loads(RESULTS.read_text(encoding="utf-8"))
    results["machine"] = machine()
    for name in names or modules():
        print(f"── {name}", flush=True)
        about = (load(name).__doc__ or name).strip().split("\n\n")[0].replace("\n", " ")
        figures = measured(name)
        results["modules"][name] = {"about": about, "figures": figures}
        for figure, value in figures.items():
            print(f"   {figure.replace('_', ' '):34} {shown(figure, value)}")
    known = set(modules())
    results["modules"] = {n: kept for n, kept in results["modules"].items() if n in known}
    write(results)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(dict(flat(load(sys.argv[2]).measure()))))
        sys.exit(0)
    sys.exit(main(sys.argv[1:]))
