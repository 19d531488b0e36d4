"""What is wrong with a session at a place, for a hand that moves it."""

from leerkring.practice.planning.clashes import ClashKind, all_clashes, clashes_at
from leerkring.practice.planning.timetable import (
    Chair,
    Facilitator,
    HalfDay,
    Placement,
    Room,
    Team,
    Week,
)

WEEK = Week(
    half_days=(HalfDay(0, 0, "maandagochtend"), HalfDay(0, 1, "maandagmiddag")),
    teams=(
        Team("zuid", "Zuid", "De Brug", "wijk", size=9, cannot=frozenset({1})),
        Team("noord", "Noord", "De Kade", "ik", size=9),
    ),
    facilitators=(
        Facilitator("an", frozenset({0}), frozenset({"ik"}), 1, "An", "De Brug"),
        Facilitator("bo", frozenset({0, 1}), frozenset({"ik", "wijk"}), 2, "Bo"),
    ),
    rooms=(Room("aula", frozenset({0, 1}), name="De aula"), Room("hok", frozenset(), 4, "", "Hok")),
    chairs=(Chair("cas", frozenset({0})),),
)
NOORD = Placement("noord", 0, "an", "aula")


def test_a_session_that_fits_clashes_with_nothing() -> None:
    assert all_clashes(WEEK, [NOORD]) == ()


def test_everything_that_is_wrong_is_told_in_plain_sentences() -> None:
    wanted = Placement("zuid", 1, "an", "hok")
    told = [clash.sentence for clash in clashes_at(WEEK, {"noord": NOORD}, wanted)]
    assert told == [
        "An is er niet op maandagmiddag.",
        "Zuid kan niet op maandagmiddag.",
        "An werkt bij dezelfde organisatie.",
        "An is niet thuis in «Wijk».",
        "An zit al aan het maximum van 1.",
        "Hok is niet vrij op maandagmiddag.",
        "Hok heeft 4 plaatsen; het team telt 9 mensen.",
        "Er is geen dagvoorzitter op maandagmiddag.",
    ]


def test_nobody_and_no_room_is_in_two_sessions_at_once() -> None:
    both = [*clashes_at(WEEK, {"noord": NOORD}, Placement("zuid", 0, "an", "aula"))]
    impossible = [clash.kind for clash in both if clash.kind.is_impossible]
    assert impossible == [ClashKind.ROOM_TAKEN, ClashKind.LEAD_BUSY]


def test_a_team_does_not_stand_in_its_own_way() -> None:
    assert clashes_at(WEEK, {"noord": NOORD}, NOORD) == ()
