import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.formats.microdata import OTHER_TEAMS, microdata, standing
from leerkring.practice.scans.release import Unit, release_tree
from leerkring.practice.scans.results import UnitKind, UnitResult
from leerkring.practice.scans.round_units import RoundUnit


def answers(**sizes):
    team = np.repeat(np.arange(len(sizes)), list(sizes.values()))
    values = np.arange(1, len(team) + 1, dtype=np.uint8).reshape(-1, 1) % 5 + 1
    return Answers(tuple(sizes), team, values)


def out(given_, shown, covered, k=5, **names):
    called = {slug: names.get(slug, slug.title()) for slug in given_.teams}
    return microdata(given_, names=called, shown=shown, covered=covered, k=k)


def counts(found):
    return dict(zip(found.answers.teams, np.bincount(found.answers.team).tolist(), strict=True))


def test_withheld_teams_stand_together():
    found = out(answers(noord=8, oost=3, zuid=4), {"noord"}, {"oost", "zuid"})
    assert counts(found) == {"Noord": 8, OTHER_TEAMS: 7}
    assert (found.apart, found.has_others) == (("Noord",), True)


def test_others_who_are_fewer_than_k_are_left_out():
    found = out(answers(noord=8, oost=3, zuid=1), {"noord"}, {"oost", "zuid"})
    assert counts(found) == {"Noord": 8}
    assert not found.has_others


def test_a_team_of_fewer_than_k_is_never_apart_whatever_was_shown():
    found = out(answers(noord=8, oost=4, zuid=4), {"noord", "oost"}, {"zuid"})
    assert counts(found) == {"Noord": 8, OTHER_TEAMS: 8}


def test_a_withheld_team_with_enough_answers_is_not_apart_either():
    """It was withheld for the sake of another: alone it would lay that other bare."""
    found = out(answers(noord=8, oost=9, zuid=2), {"noord"}, {"oost", "zuid"})
    assert counts(found) == {"Noord": 8, OTHER_TEAMS: 11}


def test_who_is_in_no_shown_unit_is_left_out():
    found = out(answers(noord=8, oost=6, zuid=9), {"noord"}, {"zuid"})
    assert counts(found) == {"Noord": 8, OTHER_TEAMS: 9}


def test_nobody_without_an_answer_counts():
    given_ = answers(noord=8, oost=5)
    given_.values[:4] = 0
    found = out(given_, {"noord", "oost"}, set())
    assert counts(found) == {"Oost": 5}


def test_two_teams_of_one_name_are_told_apart_and_none_is_called_others():
    given_ = answers(noord=5, oost=5, zuid=5)
    found = out(given_, set(given_.teams), set(), noord="Noord", oost="noord", zuid="Overige teams")
    assert found.apart == ("Noord (noord)", "noord (oost)", "Overige teams (zuid)")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 8), min_size=1, max_size=4), min_size=1, max_size=3))
def test_file_and_figures_together_single_out_no_small_group(city):
    """Figures and file are sums over groups of teams: no combination of them is a small group."""
    k = 5
    units, sizes, parent = [Unit("stad", None, 0)], {}, {}
    for o, teams in enumerate(city):
        units.append(Unit(f"o{o}", "stad", 0))
        for t, size in enumerate(teams):
            slug = f"o{o}t{t}"
            sizes[slug], parent[slug] = size, f"o{o}"
            units.append(Unit(slug, f"o{o}", size))
    shown = set(release_tree(units, k).shown)
    covered = {t for t in sizes if t not in shown and "stad" in shown}
    found = out(answers(**sizes), {t for t in sizes if t in shown}, covered, k)
    vectors = [[t == u or parent[t] == u or u == "stad" for t in sizes] for u in shown]
    vectors += [[t.title() == name for t in sizes] for name in found.apart]
    if found.has_others:
        vectors.append([t in covered for t in sizes])
    assert smallest_group(np.array(vectors, dtype=float), list(sizes.values())) >= k
    assert len(found.answers) == sum(n for t, n in sizes.items() if t in shown or t in covered)


def smallest_group(vectors, sizes):
    """The fewest people in a group of teams whose vector the others can make; k if none."""
    teams = len(sizes)
    if not len(vectors):
        return 10**6
    live = [i for i in range(teams) if sizes[i]]
    base = np.linalg.matrix_rank(vectors[:, live]) if live else 0
    best = 10**6
    for choice in range(1, 2 ** len(live)):
        group = np.array([choice >> place & 1 for place in range(len(live))], dtype=float)
        people = sum(sizes[i] for place, i in enumerate(live) if group[place])
        if people < min(best, 5) and base == np.linalg.matrix_rank(
            np.vstack([vectors[:, live], group])
        ):
            best = people
    return best


def a_tree():
    """One town with two organisations: noord and oost in one, zuid in the other."""
    return (
        RoundUnit("stad", "Stad", UnitKind.MUNICIPALITY, None),
        RoundUnit("a", "A", UnitKind.ORGANISATION, "stad"),
        RoundUnit("noord", "Noord", UnitKind.TEAM, "a"),
        RoundUnit("oost", "Oost", UnitKind.TEAM, "a"),
        RoundUnit("b", "B", UnitKind.ORGANISATION, "stad"),
        RoundUnit("zuid", "Zuid", UnitKind.TEAM, "b"),
    )


def frozen(*shown):
    return [
        UnitResult(u.key, u.name, u.kind, None, None, withheld=None if u.key in shown else "weg")
        for u in a_tree()
    ]


def test_a_team_stands_as_the_frozen_results_say():
    assert standing(a_tree(), frozen("stad", "noord")) == ({"noord"}, {"oost", "zuid"})
    assert standing(a_tree(), frozen("noord", "zuid")) == ({"noord", "zuid"}, set())


def test_an_organisation_does_not_vouch_for_the_teams_that_it_has_now():
    """Oost may have moved there after the freezing: then it was in nothing that was shown."""
    assert standing(a_tree(), frozen("a", "noord")) == ({"noord"}, set())
