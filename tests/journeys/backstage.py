"""What happens off stage, by the rooms' own actions: accounts, other sessions, weeks that pass.

In a process of its own, as `stage.py`: `python -m tests.journeys.backstage NAME ARGUMENT…`.
"""

import json
import sys
from datetime import date
from typing import Any
from uuid import uuid4

from tests.journeys.stage import PASSWORD


def accounts(people: list[list[str]]) -> None:
    """People who sign in with a password: [mail address, name, team or nothing]."""
    from django.contrib.auth.hashers import make_password

    from leerkring.network.entrance.actions import confirm_address
    from leerkring.network.people.actions import join_team
    from leerkring.network.people.models import Person, Team

    password = make_password(PASSWORD)
    for address, name, team in people:
        person = Person.objects.create_user(address, name)
        person.password = password
        person.save()
        confirm_address(person, address)
        if team:
            join_team(person=person, team=Team.objects.get(name=team), since=date(2026, 1, 5))


def hold_the_rest(programme: int) -> None:
    """Every session that brought nothing yet is held, and its paper is out for everyone."""
    from leerkring.loop.newspapers.actions import approve, begin_edition, publish
    from leerkring.loop.programmes.models import Participation
    from leerkring.practice.gatherings.actions import add_commitment, save_note
    from leerkring.practice.scans.results import Audience

    rows = Participation.objects.filter(programme=programme, editions=None)
    for number, one in enumerate(rows.select_related("session", "team", "programme")):
        assert one.session is not None
        for question, text in (
            ("ik-waar", f"Ik bel te laat, zei de {number + 1}e."),
            ("wij-willen", "Wij willen één plan voor één gezin."),
            ("wijk-beeld", "Een wijk waar mensen elkaar groeten."),
        ):
            save_note(
                one.session, question=question, text=text, base=0, save_id=uuid4(),
                by=one.session.facilitator,
            )  # fmt: skip
        add_commitment(
            one.session, entry_id=uuid4(), text="bellen we eerst", who="wij", look_back_on=None
        )
        edition = begin_edition(one)
        approve(edition, audience=Audience.PUBLIC, by=None)
        publish(edition, audience=Audience.PUBLIC, by=one.session.facilitator)


def kept_on_board(code: str) -> list[list[int]]:
    """The votes on its question of now, a row each time that it is voted: how many, of how many."""
    from leerkring.practice.boards.models import Board, Vote

    board = Board.objects.get(code=code)
    votes = Vote.objects.filter(question__board=board, question__position=1)
    marks = [list(votes.filter(phase=n).values_list("mark", flat=True)) for n in (0, 1, 2)]
    return [[len(rows), len(set(rows))] for rows in marks if rows]


DOES: dict[str, Any] = {
    "accounts": accounts,
    "hold_the_rest": hold_the_rest,
    "kept_on_board": kept_on_board,
}


def main() -> None:
    import django

    django.setup()
    name, *given = sys.argv[1:]
    json.dump(DOES[name](*map(json.loads, given)), sys.stdout)


if __name__ == "__main__":
    main()
