"""The training advice as one data object: the page, the paper and the table are made from it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from leerkring.loop.advice.needs import Need, OrganisationNeeds
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.plans import NotServed, Plan, PlanLine
from leerkring.practice.scans.dimensions import Dimension

COLUMNS = (
    "deel",
    "organisatie",
    "dimensie",
    "competentie",
    "teams_met_behoefte",
    "van",
    "tot",
    "gevraagd",
    "teams_gebruikt",
    "volgorde",
    "code",
    "titel",
    "aanbieder",
    "vorm",
    "dagdelen",
    "rondes",
    "deelnemers",
    "kosten",
    "teams",
    "toelichting",
)
Row = dict[str, str]


@dataclass(frozen=True)
class TrainingAdviceReport:
    """Everything the advice says.

    needs          of the whole city, in the order of the instrument
    minimum_asked  a count of wishes under this is not told
    used           on how many teams the counts rest (a sentence)
    withheld       what could not be shown and why, sentences
    method         how it was worked out, a sentence or paragraph each
    """

    title: str
    municipality: str
    date: date
    needs: tuple[Need, ...]
    organisations: tuple[OrganisationNeeds, ...]
    plan: Plan
    minimum_asked: int
    used: str
    withheld: tuple[str, ...]
    method: tuple[str, ...]

    def as_rows(self) -> list[Row]:
        """Rows for a table with the columns of `COLUMNS`; numbers with a decimal comma.

        Cells come as they are: whoever writes the file neutralises a leading = + - @.
        """
        rows = [_need_row("behoefte", "", need) for need in self.needs]
        for part in self.organisations:
            if part.withheld:
                rows.append(
                    _row(
                        deel="behoefte organisatie",
                        organisatie=part.organisation,
                        toelichting=part.withheld,
                    )
                )
            rows += [
                _need_row("behoefte organisatie", part.organisation, need) for need in part.needs
            ]
        rows += [_line_row(line) for line in self.plan.lines]
        rows += [
            _row(deel="niet in het plan", teams=one.team, toelichting=one.reason)
            for one in self.plan.not_served
        ]
        return rows

    def to_json(self) -> str:
        """JSON with the fields of this class; `from_json` is its inverse."""
        return json.dumps(asdict(self), default=date.isoformat, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "TrainingAdviceReport":
        """Raises KeyError or TypeError when the text was not made by `to_json`."""
        data = json.loads(text)
        plan = data["plan"]
        return cls(
            **data
            | {
                "date": date.fromisoformat(data["date"]),
                "needs": _needs(data["needs"]),
                "organisations": tuple(
                    OrganisationNeeds(**part | {"needs": _needs(part["needs"])})
                    for part in data["organisations"]
                ),
                "plan": Plan(
                    **plan
                    | {
                        "lines": tuple(_plan_line(line) for line in plan["lines"]),
                        "not_served": tuple(NotServed(**one) for one in plan["not_served"]),
                        "assumed": tuple(plan["assumed"]),
                    }
                ),
                "withheld": tuple(data["withheld"]),
                "method": tuple(data["method"]),
            }
        )


def _needs(data: Sequence[Mapping]) -> tuple[Need, ...]:
    return tuple(Need(**{**need, "dimension": Dimension(need["dimension"])}) for need in data)


def _plan_line(data: Mapping) -> PlanLine:
    offer = Offer(**{**data["offer"], "competences": tuple(data["offer"]["competences"])})
    return PlanLine(**{**data, "offer": offer, "teams": tuple(data["teams"])})


def _row(**cells: object) -> Row:
    return {column: str(cells.get(column, "")) for column in COLUMNS}


def _need_row(part: str, organisation: str, need: Need) -> Row:
    return _row(
        deel=part,
        organisatie=organisation,
        dimensie=need.dimension.label,
        competentie=need.competence,
        teams_met_behoefte=f"{need.expected:.1f}".replace(".", ","),
        van=need.low,
        tot=need.high,
        gevraagd=need.asked or "",
        teams_gebruikt=need.teams_used,
    )


def _line_row(line: PlanLine) -> Row:
    return _row(
        deel="plan",
        competentie=", ".join(line.offer.competences),
        volgorde=line.order,
        code=line.offer.code,
        titel=line.offer.title,
        aanbieder=line.offer.provider,
        vorm=line.offer.form,
        dagdelen=line.offer.half_days,
        rondes=line.runs,
        deelnemers=line.participants,
        kosten=line.cost,
        teams=", ".join(line.teams),
        toelichting=line.why,
    )
