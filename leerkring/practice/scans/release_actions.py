"""What a round tells when it closes: worked out, laid before the ledger, frozen and recorded."""

from collections.abc import Iterable

from django.conf import settings

from leerkring.practice.scans.comparing import beside
from leerkring.practice.scans.ledger.kept import refusal
from leerkring.practice.scans.ledger_queries import (
    earlier_round,
    hold_line,
    known_figures,
    pairs_of,
)
from leerkring.practice.scans.models import FrozenResult, ReleasedFigure, Round
from leerkring.practice.scans.proof import Told, figures_in, leak_in
from leerkring.practice.scans.queries import answers_of, tree_of
from leerkring.practice.scans.results import Audience
from leerkring.practice.scans.snapshot import Snapshot, freeze_for_both
from leerkring.practice.scans.snapshot_json import unit_as_json


class WouldLeak(Exception):
    """A release that the ledger refuses; its text is the one sentence for all refusals."""


def release_round(round: Round) -> Snapshot:
    """Freeze and record what a round tells its teams and everyone; returns what the teams get.

    Call it inside the transaction that closes the round. Raises WouldLeak.
    """
    hold_line(round)
    instrument, answers, units = round.instrument.instrument, answers_of(round), tree_of(round)
    name, pairs = str(round.pk), pairs_of(round)
    team: Snapshot | None = None
    snapshots = freeze_for_both(
        instrument, answers, units, k_team=settings.K_TEAM, k_public=settings.K_PUBLIC
    )
    for audience, snapshot in zip((Audience.TEAM, Audience.PUBLIC), snapshots, strict=True):
        known = known_figures(round, audience)
        refused = leak_in(snapshot, instrument, answers, units, known=known, round=name)
        told = list(figures_in(snapshot, instrument, answers, units, round=name))
        earlier = earlier_round(round, audience)
        if earlier is not None:
            snapshot, added = beside(
                snapshot,
                told,
                earlier,
                round=name,
                instrument=instrument,
                pairs=pairs,
                known=known,
                within=team,
            )
            refused = refused or refusal(
                [*known, *(each.figure for each in told)],
                [each.figure for each in added],
                snapshot.k,
            )
            told += added
        if refused is not None:
            raise WouldLeak(refused.sentence)
        _freeze(round, audience, snapshot)
        _record(round, audience, told)
        team = team or snapshot
    assert team is not None
    round.compared.all().delete()
    return team


def _freeze(round: Round, audience: Audience, snapshot: Snapshot) -> None:
    FrozenResult.objects.bulk_create(
        FrozenResult(
            round=round,
            audience=audience,
            kind=unit.kind,
            unit=unit.unit,
            content=unit_as_json(unit),
        )
        for unit in snapshot.units
    )


def _record(round: Round, audience: Audience, told: Iterable[Told]) -> None:
    """Scales that rest on the same numbers of people share a line."""
    lines: dict[object, ReleasedFigure] = {}
    for each in told:
        unit, figure = each.unit, each.figure
        key = (unit.kind, unit.unit, figure.since, tuple(figure.people.items()))
        if key not in lines:
            lines[key] = ReleasedFigure(
                round=round,
                audience=audience,
                kind=unit.kind,
                unit=unit.unit,
                scales=[],
                people=dict(figure.people),
                since_id=None if figure.since is None else int(figure.since),
            )
        lines[key].scales.append(figure.scale)
    ReleasedFigure.objects.bulk_create(lines.values(), batch_size=1000)
