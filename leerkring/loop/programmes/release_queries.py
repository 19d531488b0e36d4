"""What was told of a programme's round, and what was taken out of it: one overview."""

from dataclasses import dataclass
from datetime import datetime

from leerkring.loop.programmes.export_queries import exports_of
from leerkring.loop.programmes.models import Programme
from leerkring.practice.scans.ledger_queries import Release
from leerkring.practice.scans.queries import releases_of


@dataclass(frozen=True)
class Told:
    """One line: when, to whom, by whom (nobody for what came out by itself), and what."""

    at: datetime
    to: str
    by: str
    sentence: str


def told_of(programme: Programme) -> list[Told]:
    """All releases of a programme in counts only, the newest first; of exports the newest few.

    A file with results holds figures that are in the ledger already; one with answers has rules of
    its own (`scans.formats.microdata`). Both go to whoever took them.
    """
    if programme.round is None:
        return []
    closer = getattr(getattr(programme.round, "closing", None), "by", None)
    lines = [
        Told(release.at, release.to, str(closer or ""), _sentence(release))
        for release in releases_of(programme.round)
    ]
    for taken in exports_of(programme):
        name = str(taken.by or "iemand die hier niet meer is")
        lines.append(Told(taken.at, name, name, taken.sentence))
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _sentence(release: Release) -> str:
    teams = "1 team" if release.teams == 1 else f"{release.teams} teams"
    whole = f"{teams} en {release.larger} grotere eenheden: {release.figures} cijfers"
    same = f", waarvan {release.same_people} over dezelfde mensen" if release.same_people else ""
    return f"Uitkomsten van {whole}{same}."
