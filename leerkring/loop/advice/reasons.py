"""Why an offer is in the plan, and why a team is not: Dutch sentences that name no team's score."""

from collections.abc import Iterable

from leerkring.loop.advice.needs import MINIMUM_TEAMS
from leerkring.loop.advice.wishes import MINIMUM_ASKED

NO_RESULT = (
    "Van dit team is geen resultaat te zien en er is geen wens bekend. "
    "Vraag het team zelf wat het nodig heeft."
)
NO_LIKELY_NEED = "Voor geen van de competenties is een behoefte waarschijnlijk genoeg."
NOTHING_FITS = "In de catalogus staat geen aanbod dat past bij wat dit team nodig heeft."
NO_ROOM = "Het passende aanbod heeft te weinig plaatsen voor het hele team."
TOO_EXPENSIVE = "Het passende aanbod kost meer dan het budget."
OTHERS_FIRST = "Budget en plaatsen waren op: andere keuzes dekken samen meer behoeften."


def why_this_offer(teams: int, helped: dict[str, float], asked: int) -> str:
    """`helped`: competence to the expected number of these teams with that need.

    Under `MINIMUM_TEAMS` teams no figures are given: they would be one team's score.
    """
    if teams < MINIMUM_TEAMS:
        whom = "dit team waarschijnlijk nodig heeft of zelf vroeg"
        if teams > 1:
            whom = "deze teams waarschijnlijk nodig hebben of zelf vroegen"
        return f"Past bij wat {whom}: {listed(helped)}."
    counts = listed(f"{name} (naar verwachting {decimal(count)})" for name, count in helped.items())
    reason = f"Van deze {teams} teams heeft een deel waarschijnlijk behoefte aan {counts}."
    if asked >= MINIMUM_ASKED:
        reason += f" {asked} teams vroegen er zelf om."
    return reason


def why_not_served(*, known: bool, needs: bool, fits: bool, room: bool, affordable: bool) -> str:
    """The first thing that stood in the way.

    known: a result is shown or a wish is known; needs: some need weighs; fits: an offer teaches it;
    room: such an offer has places for the team; affordable: and costs no more than the budget.
    """
    if not known:
        return NO_RESULT
    if not needs:
        return NO_LIKELY_NEED
    if not fits:
        return NOTHING_FITS
    if not room:
        return NO_ROOM
    return OTHERS_FIRST if affordable else TOO_EXPENSIVE


def decimal(number: float) -> str:
    """One decimal, with a comma."""
    return f"{number:.1f}".replace(".", ",")


def listed(names: Iterable[str]) -> str:
    """«a, b en c»."""
    words = list(names)
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
