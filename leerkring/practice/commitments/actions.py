"""What happens to a promise."""

from datetime import date

from leerkring.network.people.models import Team
from leerkring.practice.commitments.models import Commitment


def promise(
    *, team: Team, text: str, who: str = "", look_back_on: date | None = None
) -> Commitment:
    """Write down what a team means to do from tomorrow on."""
    return Commitment.objects.create(team=team, text=text, who=who, look_back_on=look_back_on)
