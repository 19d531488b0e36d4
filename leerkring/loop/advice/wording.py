"""The sentence above each part of the advice: what it comes down to, before any figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.loop.advice.needs import Need
from leerkring.loop.advice.plans import Plan, PlanLine
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.programmes.wording import listing, number

MOST_NAMED = 3


@dataclass(frozen=True)
class Points:
    """One sentence (or two) each. `advice` stands under the title, the others above their part."""

    advice: str
    needs: str
    asked: str
    plan: str


def points_of(report: TrainingAdviceReport) -> Points:
    return Points(
        advice=f"{_needs_in_short(report.needs)} {_plan_in_short(report.plan)}",
        needs=_needs_point(report.needs),
        asked=_asked_point(report.needs, report.minimum_asked),
        plan=_plan_point(report.plan),
    )


def teams_used(needs: Sequence[Need]) -> int:
    """On how many teams the counts rest: a team may lack a result on a single competence."""
    return max((need.teams_used for need in needs), default=0)


def teams_served(plan: Plan) -> int:
    return len({team for line in plan.lines for team in line.teams})


def whole(amount: float) -> str:
    """12345.6 gives 12.346; a half goes up."""
    digits = number(amount, 0)
    groups: list[str] = []
    while len(digits) > 3:
        digits, last = digits[:-3], digits[-3:]
        groups.insert(0, last)
    return ".".join([digits, *groups])


def between(need: Need) -> str:
    """The interval as it stands in a table; one number where the two ends are the same."""
    return whole(need.low) if need.low == need.high else f"{need.low}–{need.high}"


def counted(count: int, one: str, more: str) -> str:
    return f"{whole(count)} {one if count == 1 else more}"


def practical(line: PlanLine) -> tuple[str, str, str, str]:
    """«2 dagdelen», «3 rondes», «1.200 euro», «40 deelnemers op 48 plaatsen»."""
    places = counted(line.runs * line.offer.places, "plaats", "plaatsen")
    return (
        counted(line.offer.half_days, "dagdeel", "dagdelen"),
        counted(line.runs, "ronde", "rondes"),
        f"{whole(line.cost)} euro",
        f"{counted(line.participants, 'deelnemer', 'deelnemers')} op {places}",
    )


def counts_of(report: TrainingAdviceReport) -> tuple[tuple[str, str], ...]:
    """The four numbers of an advice, each with what it counts."""
    plan, used = report.plan, teams_used(report.needs)
    offers, served = len(plan.lines), teams_served(plan)
    return (
        (whole(used), "team met resultaat" if used == 1 else "teams met resultaat"),
        (whole(offers), "scholing in het plan" if offers == 1 else "scholingen in het plan"),
        (whole(served), "team krijgt aanbod" if served == 1 else "teams krijgen aanbod"),
        (whole(plan.cost), f"euro van {whole(plan.budget)}"),
    )


def _most(needs: Sequence[Need]) -> list[Need]:
    """Most often expected first; what is not expected even once is left out."""
    told = [need for need in needs if need.expected >= 0.5]
    return sorted(told, key=lambda need: -need.expected)[:MOST_NAMED]


def _needs_in_short(needs: Sequence[Need]) -> str:
    used = teams_used(needs)
    if not used:
        return "Van geen enkel team is een resultaat te zien, dus over behoeften zeggen we niets."
    often = _most(needs)
    if not often:
        return "Bij geen enkele competentie is een behoefte waarschijnlijk."
    many = [need for need in often if need.expected > need.teams_used / 2]
    names = listing(need.competence for need in many or often[:1])
    if many:
        return f"De meeste teams hebben waarschijnlijk behoefte aan {names}."
    return f"Het vaakst is er waarschijnlijk behoefte aan {names}, maar niet bij de meeste teams."


def _plan_in_short(plan: Plan) -> str:
    if not plan.lines:
        return "Binnen dit budget en dit aanbod past nog geen scholing."
    offers = counted(len(plan.lines), "scholing", "scholingen")
    teams = teams_served(plan)
    verb = "krijgt" if teams == 1 else "krijgen"
    return (
        f"Met {offers} voor {whole(plan.cost)} euro {verb} {counted(teams, 'team', 'teams')} "
        "aanbod dat past."
    )


def _needs_point(needs: Sequence[Need]) -> str:
    used, often = teams_used(needs), _most(needs)
    if not used:
        return "Er is nog niets te tellen: van geen enkel team is een resultaat te zien."
    if not often:
        return "Bij geen enkele competentie is een behoefte waarschijnlijk."
    first, *rest = often
    told = [f"{first.competence} ({whole(first.expected)} van {_teams_of(first)})"]
    told += [f"{need.competence} ({whole(need.expected)})" for need in rest]
    return f"Naar verwachting is er het vaakst behoefte aan {listing(told)}."


def _teams_of(need: Need) -> str:
    return "het ene team" if need.teams_used == 1 else f"de {need.teams_used} teams"


def _asked_point(needs: Sequence[Need], minimum: int) -> str:
    most = max((need.asked for need in needs), default=0)
    if not most:
        return f"Om geen enkele competentie vroegen {minimum} teams of meer."
    names = [need.competence for need in needs if need.asked == most]
    each = "elk " if len(names) > 1 else ""
    return (
        f"Zelf vroegen teams het vaakst om {listing(names)}: "
        f"{each}{counted(most, 'team', 'teams')}."
    )


def _plan_point(plan: Plan) -> str:
    if not plan.lines:
        return "Binnen dit budget en dit aanbod past nog geen scholing."
    offers = counted(len(plan.lines), "scholing", "scholingen")
    teams = counted(teams_served(plan), "team", "teams")
    left = plan.budget - plan.cost
    if left <= 0:
        return f"Het hele budget gaat naar {offers} voor {teams}."
    verb = "kost" if len(plan.lines) == 1 else "kosten samen"
    return (
        f"{offers} voor {teams} {verb} {whole(plan.cost)} euro. "
        f"Van het budget blijft {whole(left)} euro over."
    )
