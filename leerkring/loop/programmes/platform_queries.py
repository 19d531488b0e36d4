"""Teams and people that the platform knows already, in the shape of the files that bring others."""

from collections.abc import Sequence

from leerkring.foundation.tables.cells import key_of
from leerkring.foundation.tables.writing import csv_text
from leerkring.loop.programmes.intake import HandedFile
from leerkring.loop.programmes.models import Programme
from leerkring.network.people.models import Membership
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.answering.people_files import PersonRow

COLUMNS = ("team", "organisatie", "wijk", "gemeente", "leden")


def teams_of_before(programme: Programme) -> HandedFile | None:
    """The teams of the programme that this one follows; None when it follows none."""
    if programme.follows is None:
        return None
    rows = programme.follows.participations.select_related(
        "team__organisation", "team__municipality", "team__district"
    ).order_by("pk")
    table = [
        (
            team.name,
            team.organisation.name,
            (team.district.code or team.district.name) if team.district else "",
            team.municipality.name,
            "" if team.size is None else team.size,
        )
        for team in (row.team for row in rows)
    ]
    return HandedFile(f"teams van {programme.follows}", csv_text(COLUMNS, table).encode())


def people_on_platform(teams: Sequence[TeamRow]) -> tuple[PersonRow, ...]:
    """Who is in one of these teams now, and has an account; by name of team and municipality."""
    named = {(key_of(team.name), key_of(team.municipality)): team.name for team in teams}
    seats = Membership.objects.filter(until=None, person__is_active=True)
    rows = seats.order_by("pk").values_list(
        "team__name", "team__municipality__name", "person__email"
    )
    found = {
        (named[key_of(team), key_of(city)], email.lower())
        for team, city, email in rows.distinct()
        if (key_of(team), key_of(city)) in named
    }
    return tuple(PersonRow(team, email) for team, email in sorted(found))
