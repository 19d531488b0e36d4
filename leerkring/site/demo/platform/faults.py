"""What the files of the demo's texts can have wrong, each with a sentence that names the place."""

from collections import Counter
from collections.abc import Iterable

from leerkring.site.demo.platform.cast import writers
from leerkring.site.demo.platform.groups import groups
from leerkring.site.demo.platform.reading import THEMES, Entry

CIRCLES_ONLY = "kringen"  # the file whose name is no theme


def faults_in(entries: list[Entry]) -> list[str]:
    """Everything that is wrong with these posts or questions."""
    return [fault for entry in entries for fault in _faults(entry)] + _twice(entries)


def circle_of(entry: Entry) -> str:
    """The circle for which it is, or from which it comes."""
    return str(entry.says.get("circle", entry.says.get("of", "")))


def themes_of(entry: Entry) -> tuple[str, ...]:
    own, more = entry.file.removesuffix(".toml"), entry.says.get("themes", ())
    return tuple(more) if own == CIRCLES_ONLY else (own, *more)


def _faults(entry: Entry) -> Iterable[str]:
    says = entry.says
    talk = [*says.get("remarks", ()), *says.get("trials", ()), *says.get("answers", ())]
    people = [row[0] for row in talk]
    people += [says[role] for role in ("author", "routed", "via") if role in says]
    yield from entry.unknown("persoon", people, writers())
    yield from entry.unknown("thema", themes_of(entry), THEMES)
    for row in talk:
        if row[1] > says["days"]:
            yield f"{entry}: {row[0]} zou pas na vandaag reageren."
    if says.get("remarks") and len(says["remarks"][0]) > 3:
        yield f"{entry}: de eerste reactie kan geen antwoord zijn."
    if says.get("accepted", 1) > max(1, len(says.get("answers", ()))):
        yield f"{entry}: er zijn niet zoveel antwoorden."
    yield from _faults_of_circle(entry, people if "circle" in says else [says.get("author", "")])


def _faults_of_circle(entry: Entry, people: Iterable[str]) -> Iterable[str]:
    name = circle_of(entry)
    if not name:
        return
    if name not in groups():
        yield f"{entry}: kring «{name}» is onbekend."
        return
    if entry.says["days"] > groups()[name].begins:
        yield f"{entry}: toen was {name} er nog niet."
    outside = [one for one in people if not groups()[name].writes(one)]
    yield from (f"{entry}: {one} zit niet in {name}." for one in outside)


def _twice(entries: list[Entry]) -> list[str]:
    number = Counter(entry.key for entry in entries)
    return [f"{entry}: deze naam staat er vaker." for entry in entries if number[entry.key] > 1]
