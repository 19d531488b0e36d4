"""`leerkring statistics`: the figures for an analyst who already holds the raw answers."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.scans.statistics.report import items_against_the_rest, report
from leerkring.site.cli.raw_answers import read_raw_answers

_RANGE = re.compile(r"\s*(-?\d{1,6})\s*:\s*(-?\d{1,6})\s*", re.ASCII)
_POSITIVE = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)

_DESCRIPTION = """\
Betrouwbaarheid, overeenstemming en verschillen tussen groepen, als JSON op standaarduitvoer.

Voorbeeld:
  leerkring statistics antwoorden.csv --group team --range 1:5 \\
    --scale veilig=W1,W2,W3 --scale opdracht=W4,W5,W6 --reverse W2

Een lege cel, «NA» of «weet ik niet» telt als geen antwoord.
"""


@dataclass(frozen=True)
class _Question:
    """What was asked on the command line, once it makes sense."""

    group: str
    scales: dict[str, tuple[str, ...]]
    low: int
    high: int
    reversed_items: tuple[str, ...]
    null_variance: float | None


class _Misunderstood(Exception):
    def __init__(self, messages: list[str]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the subcommand; everything is checked in `run`, so that every message is Dutch."""
    parser = subparsers.add_parser(
        "statistics",
        help="statistiek van ruwe antwoorden, als JSON",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="BESTAND", help="CSV of XLSX, één rij per persoon")
    parser.add_argument("--group", metavar="KOLOM", help="kolom met de groep (verplicht)")
    parser.add_argument(
        "--scale",
        action="append",
        default=[],
        metavar="NAAM=ITEM,ITEM,…",
        help="een schaal en haar stellingen; mag vaker (ten minste één)",
    )
    parser.add_argument("--range", metavar="LAAG:HOOG", help="antwoorden, zoals 1:5 (verplicht)")
    parser.add_argument(
        "--reverse",
        action="append",
        default=[],
        metavar="ITEM,…",
        help="stellingen die eerst worden omgekeerd",
    )
    parser.add_argument(
        "--null-variance",
        metavar="V",
        help="nulvariantie voor rwg en r*wg, in plaats van die van de gelijke verdeling",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the report to stdout; 2 with a line per fault on stderr when something is wrong."""
    try:
        asked = _understand(args)
        path = Path(args.file)
        items = tuple(dict.fromkeys(item for names in asked.scales.values() for item in names))
        answers = read_raw_answers(
            path,
            path.name,
            group=asked.group,
            items=items,
            also_present=asked.reversed_items,
            low=asked.low,
            high=asked.high,
        )
    except _Misunderstood as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 2
    except BadTable as error:
        print(*error.faults, sep="\n", file=sys.stderr)
        return 2
    turned = asked.reversed_items
    found = report(answers, asked.scales, reversed_items=turned, null_variance=asked.null_variance)
    for scale, item in items_against_the_rest(answers, asked.scales, turned):
        print(
            f"Let op: stelling {item} gaat in schaal «{scale}» tegen de andere in. "
            "Is zij omgekeerd bedoeld? Zet haar dan bij --reverse (of haal haar daar weg).",
            file=sys.stderr,
        )
    print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _understand(args: argparse.Namespace) -> _Question:
    messages: list[str] = []
    group = (args.group or "").strip()
    if not group:
        messages.append("--group ontbreekt: noem de kolom waarin de groep staat.")
    scales = _scales(args.scale, messages)
    bounds = _bounds(args.range, messages)
    turned = _names(",".join(args.reverse))
    null_variance = None
    if args.null_variance is not None:
        if _POSITIVE.fullmatch(args.null_variance.strip()):
            null_variance = float(args.null_variance.strip().replace(",", "."))
        if not null_variance:
            messages.append(
                f"--null-variance «{args.null_variance}»: geef een getal boven 0, zoals 1,34."
            )
    if messages:
        raise _Misunderstood(messages)
    return _Question(group, scales, *bounds, _as_written(turned, scales), null_variance)


def _scales(texts: list[str], messages: list[str]) -> dict[str, tuple[str, ...]]:
    scales: dict[str, tuple[str, ...]] = {}
    if not texts:
        messages.append("--scale ontbreekt: geef ten minste één schaal, zoals veilig=W1,W2,W3.")
    spelling: dict[str, str] = {}
    for text in texts:
        name, _, rest = (part.strip() for part in text.partition("="))
        names = _names(rest)
        if not name or "=" not in text:
            messages.append(f"--scale «{text}»: schrijf NAAM=ITEM,ITEM,…")
        elif not names:
            messages.append(f"--scale «{name}» heeft geen stellingen: schrijf {name}=ITEM,ITEM,…")
        elif name in scales:
            messages.append(f"--scale «{name}» staat er twee keer: geef elke schaal een naam.")
        else:
            folded = [item.casefold() for item in names]
            again = {i.casefold(): i for i in names if folded.count(i.casefold()) > 1}
            for item in again.values():
                messages.append(f"--scale «{name}» noemt stelling {item} meer dan één keer.")
            scales[name] = tuple(spelling.setdefault(item.casefold(), item) for item in names)
    return scales


def _bounds(text: str | None, messages: list[str]) -> tuple[int, int]:
    if text is None:
        messages.append("--range ontbreekt: geef het laagste en hoogste antwoord, zoals 1:5.")
        return 0, 0
    match = _RANGE.fullmatch(text)
    if not match or int(match[1]) >= int(match[2]):
        messages.append(f"--range «{text}»: schrijf laagste:hoogste, zoals 1:5.")
        return 0, 0
    return int(match[1]), int(match[2])


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _as_written(names: list[str], scales: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Reversed items in the spelling the scales use: columns are found whatever their capitals."""
    known = {item.casefold(): item for items in scales.values() for item in items}
    return tuple(known.get(name.casefold(), name) for name in names)
