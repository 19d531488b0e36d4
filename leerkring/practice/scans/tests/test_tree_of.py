"""The tree of a round: its teams under their organisations under their municipalities."""

from collections.abc import Callable

from leerkring.network.people.models import Team
from leerkring.practice.scans.models import Round
from leerkring.practice.scans.queries import tree_of
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.trees import ROOT, TeamPlace, tree

Teams = Callable[..., list[Team]]


def parents(round_: Round) -> dict[tuple[UnitKind, str], str | None]:
    return {(unit.kind, unit.key): unit.parent for unit in tree_of(round_)}


def test_in_one_municipality_that_is_the_top(
    teams_named: Teams, opened: Callable[..., Round]
) -> None:
    assert parents(opened(teams_named("Noord", "Zuid"))) == {
        (UnitKind.MUNICIPALITY, "merestad"): None,
        (UnitKind.ORGANISATION, "merestad/dichtbij"): "merestad",
        (UnitKind.TEAM, "noord"): "merestad/dichtbij",
        (UnitKind.TEAM, "zuid"): "merestad/dichtbij",
    }


def test_an_organisation_in_two_municipalities_counts_in_each(
    teams_named: Teams, opened: Callable[..., Round]
) -> None:
    teams = [*teams_named("Noord"), *teams_named("Zuid", municipality="Waterdam")]
    assert parents(opened(teams)) == {
        (UnitKind.MUNICIPALITY, ROOT): None,
        (UnitKind.MUNICIPALITY, "merestad"): ROOT,
        (UnitKind.MUNICIPALITY, "waterdam"): ROOT,
        (UnitKind.ORGANISATION, "merestad/dichtbij"): "merestad",
        (UnitKind.ORGANISATION, "waterdam/dichtbij"): "waterdam",
        (UnitKind.TEAM, "noord"): "merestad/dichtbij",
        (UnitKind.TEAM, "zuid"): "waterdam/dichtbij",
    }


def test_members_add_up_and_are_unknown_where_one_team_is(
    teams_named: Teams, opened: Callable[..., Round]
) -> None:
    teams = teams_named("Noord", "Zuid")
    assert {u.key: u.members for u in tree_of(opened(teams))}["merestad"] == 24
    teams[0].size = None
    teams[0].save()
    assert {u.key: u.members for u in tree_of(opened(teams))}["merestad"] is None


def test_the_order_of_the_file_does_not_change_the_tree() -> None:
    """So that what a preview says would be withheld is what is withheld."""
    places = [
        TeamPlace(f"t{n}", f"Team {n}", f"o{n % 2}", f"Org {n % 2}", f"g{n % 3}", f"G {n % 3}", 5)
        for n in range(6)
    ]
    assert tree(places) == tree(places[::-1])


def test_a_town_that_is_called_as_the_root_does_not_get_in_its_way(
    teams_named: Teams, opened: Callable[..., Round]
) -> None:
    teams = [*teams_named("Noord", municipality="Alle"), *teams_named("Zuid")]
    keys = [(unit.kind, unit.key) for unit in tree_of(opened(teams))]
    assert len(keys) == len(set(keys)) == 7
