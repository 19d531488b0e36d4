"""The Django side of soaking a board: make it, lead it, and read back what came in.

    python tools/soak_board.py make QUESTIONS   a new database with an open board, as JSON
    python tools/soak_board.py lead             asks the question of each line on standard input
    python tools/soak_board.py read             what came in, as JSON

Runs in a process of its own, with LEERKRING_DATABASE set, so that soaking itself knows no Django.
"""

import json
import os
import sys
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")


def make(questions: int) -> dict[str, Any]:
    from django.core.management import call_command
    from leerkring.network.people.actions import take_in_teams
    from leerkring.network.people.models import Person
    from leerkring.network.people.team_files import TeamRow
    from leerkring.practice.boards.actions import (
        add_question,
        ask,
        back_to_welcome,
        make_board,
        open_board,
    )
    from leerkring.practice.boards.kinds import Kind
    from leerkring.practice.gatherings.models import Session

    call_command("migrate", run_syncdb=True, verbosity=0)
    leader = Person.objects.create_user("leider@voorbeeld.nl", "Lotte Leider")
    team = take_in_teams([TeamRow("Noord", "Dichtbij", "", "Merestad", 20, 2)])[0]
    session = Session.objects.create(team=team, facilitator=leader)
    board = make_board(session, title="Proef", by=leader)
    open_board(board, by=leader)
    votes = add_question(
        board, kind=Kind.CHOICE, text="Wat kies je?", options=["Dit", "Dat"], by=leader
    )
    ask(votes, by=leader)
    made = [
        add_question(board, kind=Kind.OPEN, text=f"Vraag {number}?", by=leader)
        for number in range(questions)
    ]
    for question in made:  # so that each takes answers, as one that was on before does
        ask(question, by=leader)
    back_to_welcome(board, by=leader)
    return {"code": board.code, "questions": [each.pk for each in made], "votes": votes.pk}


def lead() -> None:
    from leerkring.practice.boards.actions import ask
    from leerkring.practice.boards.models import BoardQuestion

    for line in sys.stdin:
        question = BoardQuestion.objects.select_related("board").get(pk=int(line))
        ask(question, by=question.board.made_by)
        print("on", flush=True)


def read() -> dict[str, Any]:
    from leerkring.practice.boards.models import Card, Vote

    return {
        "cards": [
            [str(key), question] for key, question in Card.objects.values_list("pk", "question")
        ],
        "votes": [choice[0] for choice in Vote.objects.values_list("choice", flat=True)],
    }


def main(arguments: list[str]) -> int:
    import django

    django.setup()
    if arguments[:1] == ["make"]:
        print(json.dumps(make(int(arguments[1]))))
    elif arguments[:1] == ["lead"]:
        lead()
    else:
        print(json.dumps(read()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
