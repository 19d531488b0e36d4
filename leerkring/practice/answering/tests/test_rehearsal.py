"""The privacy rehearsal: what would be shown, before anybody is asked."""

from leerkring.practice.answering.rehearsal import Rehearsal, rehearse
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.trees import TeamPlace, tree


def places(*teams: tuple[str, str]) -> list[TeamPlace]:
    return [
        TeamPlace(name.lower(), name, org.lower(), org, "merestad", "Merestad", 10)
        for name, org in teams
    ]


NABIJ = (("Noord", "Nabij"), ("Oost", "Nabij"), ("Zuid", "Nabij"), ("Midden", "Nabij"))
TREE = tree(places(*NABIJ, ("West", "Ver"), ("Rand", "Verder")))
PEOPLE = {"noord": 12, "oost": 9, "zuid": 4, "midden": 4, "west": 3, "rand": 3}


def at(rate: float, people: dict[str, int] = PEOPLE) -> Rehearsal:
    return rehearse(TREE, people, rate=rate, k=5)


def chances(rehearsal: Rehearsal) -> dict[str, float]:
    return {outlook.name: outlook.chance for outlook in rehearsal.outlooks}


def test_the_same_round_gives_the_same_rehearsal() -> None:
    assert at(0.75) == at(0.75)


def test_when_nobody_answers_nothing_is_shown() -> None:
    found = at(0.0)
    assert set(chances(found).values()) == {0.0}
    assert {words for _, words in found.teams} == {""}
    assert {outlook.words for outlook in found.outlooks} == {"waarschijnlijk niet"}


def test_when_everybody_answers_there_is_no_chance_left() -> None:
    people = dict.fromkeys(PEOPLE, 5)
    assert set(chances(at(1.0, people)).values()) == {1.0}
    assert set(chances(at(1.0)).values()) == {0.0, 1.0}


def test_people_add_up() -> None:
    counts = {outlook.name: outlook.people for outlook in at(0.75).outlooks}
    assert (counts["Noord"], counts["Nabij"], counts["Ver"], counts["Merestad"]) == (12, 29, 3, 35)


def test_a_small_team_hears_which_larger_group_will_get_a_result() -> None:
    helps = {outlook.name: unit for outlook, unit in at(1.0).teams}
    assert helps["Zuid"] == "Nabij"
    assert helps["West"] == "Merestad"  # its organisation has three people too
    assert helps["Noord"] == ""


def test_no_help_is_promised_that_does_not_come() -> None:
    tiny = {"noord": 1, "oost": 1, "zuid": 1, "west": 1}  # four in all
    assert {unit for _, unit in at(1.0, tiny).teams} == {""}


def test_two_teams_of_one_name_stay_apart() -> None:
    two = [
        TeamPlace("a-noord", "Noord", "a", "A", "merestad", "Merestad", 10),
        TeamPlace("b-noord", "Noord", "b", "B", "merestad", "Merestad", 10),
    ]
    found = rehearse(tree(two), {"a-noord": 9, "b-noord": 6}, rate=1.0, k=7)
    assert [outlook.people for outlook, _ in found.teams] == [9, 6]


def test_teams_come_apart_from_larger_groups() -> None:
    found = at(0.75)
    assert len(found.teams) == 6
    assert {outlook.kind for outlook in found.larger} == {
        UnitKind.ORGANISATION,
        UnitKind.MUNICIPALITY,
    }
