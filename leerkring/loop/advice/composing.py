"""From released results, wishes, a catalogue and terms to the training advice of a municipality."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from leerkring.loop.advice.needs import (
    LEVEL,
    MINIMUM_TEAMS,
    count_needs,
    needs_per_organisation,
    used_sentence,
)
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.planning import choose
from leerkring.loop.advice.plans import Plan, Terms
from leerkring.loop.advice.reasons import decimal
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.wishes import (
    MINIMUM_ASKED,
    count_wishes,
    count_wishes_per_organisation,
)
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import UnitResult


def compose_advice(
    *,
    municipality: str,
    on: date,
    instrument: Instrument,
    teams: Sequence[UnitResult],
    organisations: Sequence[UnitResult] = (),
    organisation_of: Mapping[str, str] | None = None,
    offers: Sequence[Offer] = (),
    terms: Terms,
    wishes: Mapping[str, Collection[str]] | None = None,
) -> TrainingAdviceReport:
    """The advice; `organisation_of` and `wishes` are keyed by a team's unit."""
    asked = wishes or {}
    belongs = organisation_of or {}
    parts = needs_per_organisation(
        teams,
        organisations,
        belongs,
        instrument,
        count_wishes_per_organisation(asked, belongs),
    )
    plan = choose(teams, offers, terms, asked)
    withheld = sum(not team.is_shown for team in teams)
    hidden = tuple(part.organisation for part in parts if part.withheld)
    sentences = []
    if withheld:
        sentences.append(
            f"{_teams(withheld)} telt niet mee in de behoeften: het resultaat is achtergehouden."
            if withheld == 1
            else f"{_teams(withheld)} tellen niet mee in de behoeften: "
            "hun resultaat is achtergehouden."
        )
    if hidden:
        sentences.append(
            f"Zonder eigen cijfers: {', '.join(hidden)}. "
            f"Daarvoor zijn minstens {MINIMUM_TEAMS} teams met een resultaat nodig."
        )
    return TrainingAdviceReport(
        title=f"Scholingsadvies {municipality}",
        municipality=municipality,
        date=on,
        needs=count_needs(teams, instrument, count_wishes(asked)),
        organisations=parts,
        plan=plan,
        minimum_asked=MINIMUM_ASKED,
        used=used_sentence(teams),
        withheld=tuple(sentences),
        method=method_text(plan, terms),
    )


def method_text(plan: Plan, terms: Terms) -> tuple[str, ...]:
    """How the advice was worked out, for a reader without statistics."""
    text = [
        "Per team berekenden we de kans dat het onder het streefdoel ligt. De som van die kansen "
        "is het aantal teams dat je met een behoefte mag verwachten. In ongeveer "
        f"{round(100 * LEVEL)} van de 100 gevallen ligt het echte aantal tussen de twee grenzen.",
        f"Wensen tellen we per competentie. Vroegen minder dan {MINIMUM_ASKED} teams erom, dan "
        "noemen we geen aantal. Teams en organisaties staan op alfabet; dit advies is geen "
        "ranglijst.",
        "Het plan is de keuze die binnen budget en plaatsen de meeste waarschijnlijke behoeften "
        "dekt. Een competentie telt per team één keer. Vroeg een team er zelf om, dan telt die "
        f"{decimal(1 + terms.bonus)} keer. Een kans onder {round(100 * terms.least_chance)} % telt "
        "alleen als het team erom vroeg.",
        "Een team doet als geheel mee. Een ronde met een prijs per groep is voor één team; past "
        "het team er niet in, dan zijn er meer rondes. Bij een prijs per persoon delen teams de "
        "plaatsen. Kleine teams die samen een ronde volgen, zijn goedkoper uit: regel dat met de "
        "aanbieder.",
        _certainty(plan),
    ]
    if plan.assumed:
        text.append(
            f"Van {_teams(len(plan.assumed))} is de grootte niet bekend. "
            f"Daar rekenen we met {terms.assumed_members} mensen."
        )
    return tuple(text)


def _certainty(plan: Plan) -> str:
    if not plan.proven:
        return (
            "De rekentijd was op voordat het beste plan zeker was: een ander plan dekt hoogstens "
            f"{decimal(100 * plan.gap)} % meer."
        )
    best = "Bewezen is dat geen enkel ander plan meer behoeften dekt"
    return (
        f"{best}, en dat er geen goedkoper plan is dat evenveel dekt."
        if plan.cheapest
        else f"{best}."
    )


def _teams(count: int) -> str:
    return f"{count} team" if count == 1 else f"{count} teams"
