"""What cannot be at the same time is named, in a sentence."""

from leerkring.practice.meetings.clashes import Part, Side, clashes


def test_one_person_cannot_lead_two_sessions_at_one_time() -> None:
    sides = (Side("School", "person 1", "Noor"), Side("Huisarts", "person 1", "Noor"))
    (sentence,) = clashes([Part("Werksessies", 60, sides)])
    assert sentence == "Noor leidt tegelijk «School» en «Huisarts» (in «Werksessies»)."


def test_one_person_may_lead_one_session_after_the_other() -> None:
    first = Part("Ochtend", 60, (Side("School", "person 1", "Noor", "Zaal 1"),))
    second = Part("Middag", 60, (Side("Huisarts", "person 1", "Noor", "Zaal 1"),))
    assert clashes([first, second], 120) == ()


def test_a_room_is_the_same_however_it_is_written() -> None:
    sides = (Side("A", room="Zaal 1"), Side("B", room=" zaal  1"), Side("C", room="Zaal 2"))
    (sentence,) = clashes([Part("Werksessies", 60, sides)])
    assert sentence == "In Zaal 1 zijn tegelijk «A» en «B» (in «Werksessies»)."


def test_sessions_without_a_leader_or_a_room_do_not_clash() -> None:
    assert clashes([Part("Werksessies", 60, (Side("A"), Side("B")))]) == ()


def test_more_minutes_than_the_half_day_says_how_many() -> None:
    (sentence,) = clashes([Part("A", 100), Part("B", 81)], 180)
    assert "181 minuten" in sentence
    assert "180" in sentence
    assert "1 minuut korter" in sentence
