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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESULTS = HERE / "results.json"
DOCS = ROOT / "docs" / "bench.md"
README = ROOT / "README.md"
START, END = "<!-- bench -->", "<!-- /bench -->"

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One line of the README's table: what, how long (a name in the figures), beside what.

    `beside` says where its ratio goes: {}.
    """

    module: str
    what: str
    seconds: str
    ratio: str = ""
    beside: str = ""


BARE, ALONE = "{} a bare Django view with twenty rows", "{} what it costs with the demo alone"
ROWS = (
    Row("scoring", "Load the answers of 60,000 people, 36 statements each", "load_seconds"),
    Row("scoring", "Score them, with agreement and reliability, for 4,500 teams",
        "score_agree_rely_seconds", "pandas_ratio",
        "pandas by group-by takes {} as long, for fewer figures"),
    Row("scoring", "REML, shrunken means and ω on top of that", "reml_and_omega_seconds"),
    Row("release", "Decide what of a country with 5,000 teams may be shown", "team_seconds",
        "ratio", "{} a bare sum over the same tree, which protects nobody"),
    Row("ledger", "Prove of 200 overlapping groups over four rounds that they betray nobody",
        "groups_seconds", "groups_ratio", "{} reading every set once"),
    Row("answering", "Keep one answer from a phone, processor time", "answer_cpu_seconds",
        "answer_cpu_ratio", "{} a bare Django view that writes the same row"),
    Row("newspapers", "Print the papers of 42 teams", "all_seconds"),
    Row("newspapers", "Print one", "one_warm_seconds", "weasyprint_ratio",
        "WeasyPrint takes {} as long to print the web page of the same paper"),
    Row("loop", "The whole main job: 42 teams, 600 people", "city_seconds", "growth_ratio",
        "ten times the teams take {} as long"),
    Row("pages", "The page of a programme with 42 teams, processor time", "programme_seconds",
        "ratio", "{} a bare Django view that lists 42 rows"),
    Row("country", "Among 60,000 people, a member's home page, processor time", "home_cpu_seconds",
        "home_bare_ratio", BARE),
    Row("country", "The page of a theme there", "theme_cpu_seconds", "theme_growth_ratio", ALONE),
    Row("country", "A question with twenty answers there", "question_cpu_seconds",
        "question_bare_ratio", BARE),
    Row("country", "A search there, at the 95th percentile", "search_p95_cpu_seconds",
        "search_p95_growth_ratio", ALONE),
    Row("country", "A comment there", "comment_cpu_seconds", "comment_growth_ratio", ALONE),
    Row("boards", "A question on 95% of a thousand phones in the room", "on_screen_p95_seconds"),
    Row("country", "The weekly digest of a thousand people there, its worker killed on the way",
        "digest_thousand_cpu_seconds"),
)  # fmt: skip


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


def shown(name: str, value: Any) -> str:
    """A figure with its unit, in three digits at most where it is measured."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, int | float):
        return str(value)
    if name.endswith("seconds"):
        return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.3g} s"
    if name.endswith("mb"):
        return f"{value:.0f} MB"
    if "ratio" in name:
        return f"{value:.3g} ×" if value < 1000 else f"{value:,.0f} ×"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3g}"


def readme_table(results: Mapping[str, Any]) -> str:
    lines = ["| what | time | beside |", "| --- | --- | --- |"]
    for row in ROWS:
        figures = results["modules"].get(row.module, {}).get("figures", {})
        if row.seconds not in figures:
            continue
        ratio = figures.get(row.ratio)
        beside = row.beside.format(shown("ratio", ratio)) if ratio is not None else ""
        time = shown(row.seconds, figures[row.seconds])
        lines.append(f"| {row.what} | {time} | {beside} |")
    return "\n".join([*lines, "", f"Measured on {results['machine']}; all of it in [docs/bench.md]"
                      "(docs/bench.md)."])  # fmt: skip


def report(results: Mapping[str, Any]) -> str:
    """docs/bench.md."""
    lines = [
        "# What is fast, and beside what",
        "",
        "Written by `make bench` from `bench/results.json`. A time says little without its machine;"
        " the ratios say more, as both sides ran here, right after each other.",
        "",
        f"Measured on {results['machine']}.",
    ]
    for name, module in sorted(results["modules"].items()):
        lines += ["", f"## {name}", "", module["about"], "", "| figure | value |", "| --- | --- |"]
        lines += [
            f"| {figure.replace('_', ' ')} | {shown(figure, value)} |"
            for figure, value in module["figures"].items()
        ]
    return "\n".join(lines) + "\n"


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
