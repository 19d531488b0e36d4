"""What is written of the figures: the table of the README, and docs/bench.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
    Row("country", "A search there, of forty questions", "search_cpu_seconds",
        "search_bare_ratio", BARE),
    Row("country", "The same at the 95th percentile", "search_p95_cpu_seconds",
        "search_p95_growth_ratio", ALONE),
    Row("country", "A comment there", "comment_cpu_seconds", "comment_growth_ratio", ALONE),
    Row("feeds", "A calendar feed of a thousand dates, once made, processor time", "feed_seconds",
        "feed_ratio", "{} a bare Django view that sends the same bytes"),
    Row("feeds", "The same made anew", "made_anew_seconds"),
    Row("feeds", "The answer that nothing in it changed", "unchanged_seconds"),
    Row("weeks", "Plan a week of 42 teams, every facilitator needed, and prove it the best",
        "full_seconds", "full_wishes_by_hand_ratio", "by hand {} as many wishes stay unmet"),
    Row("weeks", "Mend it when a facilitator falls ill", "full_repair_seconds",
        "full_anew_changes_ratio", "planning anew calls {} as many people"),
    Row("groups", "Seat 240 people at 40 tables in four rounds, nobody twice together", "seconds",
        "wrong_at_random_ratio", "the best of random draws in that time does {} as much wrong"),
    Row("boards", "A question on 95% of a thousand phones in the room", "on_screen_p95_seconds"),
    Row("country", "The weekly digest of a thousand people there, its worker killed on the way",
        "digest_thousand_cpu_seconds"),
)  # fmt: skip


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
