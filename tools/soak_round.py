"""The Django side of soaking: make a round with doors, and afterwards read back what came in.

    python tools/soak_round.py make PEOPLE    a new database with a round; its links as JSON
    python tools/soak_round.py read           what came in behind the links on standard input

Runs in a process of its own, with LEERKRING_DATABASE set, so that soaking itself knows no Django.
"""

import json
import os
import sys
from datetime import timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")

TEAM_SIZE = 20


def make(people: int) -> list[list[str]]:
    """(team, link) per person."""
    from django.core.management import call_command
    from django.utils import timezone
    from leerkring.network.people.actions import take_in_teams
    from leerkring.network.people.team_files import TeamRow
    from leerkring.practice.answering.actions import launch_round
    from leerkring.practice.answering.keys import Secret
    from leerkring.practice.answering.models import Link
    from leerkring.practice.scans.actions import open_round
    from leerkring.practice.scans.instrument_files import built_in

    call_command("migrate", run_syncdb=True, verbosity=0)
    today = timezone.localdate()
    rows = [
        TeamRow(f"Team {number}", "Dichtbij", "", "Merestad", TEAM_SIZE, number + 2)
        for number in range(-(-people // TEAM_SIZE))
    ]
    teams = take_in_teams(rows)
    round_ = open_round(name="Proef", instrument=built_in(), teams=teams, on=today)
    asked = [(teams[n // TEAM_SIZE], f"p{n}@voorbeeld.nl") for n in range(people)]
    launch_round(round_, people=asked, until=today + timedelta(days=7), welcome="", by=None)
    doors = [(invitee, Secret.new()) for invitee in round_.invitees.select_related("team")]
    Link.objects.bulk_create(
        Link(name=door.name("link"), round=round_, team=invitee.team, invitee=invitee)
        for invitee, door in doors
    )
    return [[invitee.team.slug, door.link] for invitee, door in doors]


def read(links: list[str]) -> dict[str, Any]:
    """`responses`: (team, sheet) of all that was handed in; `drafts`: sheet per link, in hex."""
    from leerkring.practice.answering.keys import Secret
    from leerkring.practice.answering.models import Draft
    from leerkring.practice.scans.models import Response

    responses = Response.objects.values_list("team__slug", "answers")
    drafts = {row.name: row for row in Draft.objects.filter(is_in=False)}
    found = {}
    for link in links:
        secret = Secret.from_link(link)
        row = drafts.pop(secret.name("draft"), None) if secret else None
        if secret and row:
            found[link] = secret.unlock("draft", bytes(row.answers)).hex()
    return {
        "responses": [[team, bytes(answers).hex()] for team, answers in responses],
        "drafts": found,
        "strays": len(drafts),
    }


def main(arguments: list[str]) -> int:
    import django

    django.setup()
    if arguments[:1] == ["make"]:
        print(json.dumps(make(int(arguments[1]))))
    else:
        print(json.dumps(read(json.load(sys.stdin))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
