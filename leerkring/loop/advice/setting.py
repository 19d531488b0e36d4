"""An advice as the plain lists and texts that the Typst files set."""

from dataclasses import replace
from typing import Any

from leerkring.foundation.design.drawing import Drawing
from leerkring.foundation.design.glyphs import printable
from leerkring.foundation.design.ring_chart import ring_chart
from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.loop.advice.budget_picture import budget_picture
from leerkring.loop.advice.needs import Need, OrganisationNeeds
from leerkring.loop.advice.needs_picture import needs_picture
from leerkring.loop.advice.plans import PlanLine
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.wording import (
    between,
    counted,
    counts_of,
    points_of,
    practical,
    whole,
)

_WIDE, _SIZE = 504.0, 9.0  # points: across the page, and the text of a chart


def set_out(report: TrainingAdviceReport) -> dict[str, Any]:
    """Everything that is printed, in the order of the pages; keys as the Typst files name them."""
    plan, points, day = report.plan, points_of(report), datum(report.date)
    ornament = ring_chart("delen", labels=False, width=90)
    return {
        "title": report.title,
        "author": report.municipality,
        "keywords": ["scholingsadvies", report.municipality],
        "day": datum(report.date, "dag"),
        "used": report.used.rstrip("."),
        "running": f"{report.title}  ·  {day}",
        "ornament": _drawn(ornament),
        "ring": _drawn(ring_chart("delen", width=170, size=9)),
        "point": points.advice,
        "counts": [{"value": value, "label": label} for value, label in counts_of(report)],
        "needs-point": points.needs,
        "needs-chart": _drawn(needs_picture(_on_paper(report.needs), width=_WIDE, size=_SIZE)),
        "needs": [_need(need) for need in report.needs],
        "asked-point": points.asked,
        "asked-note": f"Een aantal onder {report.minimum_asked} noemen we niet.",
        "plan-point": points.plan,
        "budget-chart": _drawn(budget_picture(plan, width=_WIDE, size=_SIZE)),
        "plan": [_line(line) for line in plan.lines],
        "plan-total": whole(plan.cost),
        "not-served": [[one.team, one.reason] for one in plan.not_served],
        "organisations": [_part(part) for part in report.organisations],
        "withheld": list(report.withheld),
        "method": list(report.method),
        "colophon": (
            f"Dit advies is van {day}. Het is opgesteld met Leerkring uit drie bronnen: de "
            "vrijgegeven resultaten van de peiling, wat teams in hun sessie vroegen, en de "
            "catalogus van het scholingsaanbod. Antwoorden van personen staan er niet in. Teams "
            "en organisaties staan op alfabet. Hetzelfde advies staat op het scherm en als tabel "
            "klaar bij het programma."
        ),
    }


def _need(need: Need) -> dict[str, str]:
    return {
        "dimension": need.dimension.value,
        "side": need.dimension.label,
        "name": _capital(need.competence),
        "teams": whole(need.expected),
        "between": between(need),
        "of": whole(need.teams_used),
        "asked": str(need.asked or "–"),
    }


def _line(line: PlanLine) -> dict[str, Any]:
    offer = line.offer
    return {
        "order": str(line.order),
        "title": offer.title,
        "by": " · ".join(filter(None, [offer.provider, offer.form])),
        "teaches": ", ".join(offer.competences),
        "about": offer.description,
        "why": line.why,
        "practical": list(practical(line)),
        "whom": f"Voor {counted(len(line.teams), 'team', 'teams')}",
        "teams": list(line.teams),
        "row": [
            str(line.order),
            offer.title,
            whole(len(line.teams)),
            whole(line.runs),
            f"{whole(line.participants)} / {whole(line.runs * offer.places)}",
            whole(line.cost),
        ],
    }


def _part(part: OrganisationNeeds) -> dict[str, Any]:
    told = "" if part.withheld else f"{part.used} van {counted(part.total, 'team', 'teams')} geteld"
    return {
        "name": part.organisation,
        "told": told,
        "withheld": part.withheld or "",
        "needs": [_need(need) for need in part.needs],
        "asked": any(need.asked for need in part.needs),
    }


def _on_paper(needs: tuple[Need, ...]) -> list[Need]:
    """With names that the print fonts can draw: a drawing is not made printable afterwards."""
    return [replace(n, competence=printable(n.competence).replace("\u00ad", "")) for n in needs]


def _drawn(drawing: Drawing | None) -> dict[str, str] | None:
    if drawing is None:
        return None
    return {"svg": drawing.svg, "title": drawing.title, "description": drawing.description}


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
