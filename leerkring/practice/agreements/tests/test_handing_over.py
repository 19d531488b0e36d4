"""Who leaves a job leaves the agreements for which nobody else speaks."""

from collections.abc import Callable

from leerkring.network.people.models import Person
from leerkring.practice.agreements.actions import add_contact, end
from leerkring.practice.agreements.handover_actions import hand_to, spoken_by
from leerkring.practice.agreements.models import Agreement

Make = Callable[..., Agreement]
People = Callable[..., Person]


def names(person: Person) -> list[str]:
    return [str(spoken) for spoken in spoken_by(person)]


def test_a_colleague_speaks_on_and_who_left_no_more(
    agreed: Make, school: Person, person: People
) -> None:
    agreement, colleague = agreed(), person("Cas", "De School")
    (spoken,) = spoken_by(school)
    assert str(spoken) == agreement.task
    hand_to(spoken, colleague)
    assert names(school) == [] and names(colleague) == [agreement.task]


def test_with_a_second_voice_or_after_the_end_nothing_has_to_be_handed_over(
    agreed: Make, school: Person, team: Person, person: People
) -> None:
    shared, over = agreed(), agreed()
    add_contact(shared, person=person("Cas", "De School"), side="belooft", by=school)
    assert len(names(school)) == 1 and len(names(team)) == 2
    end(over, by=school)
    assert names(school) == [] and names(team) == [shared.task]
