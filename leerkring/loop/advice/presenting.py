"""What the page of an advice shows beside the report itself: sentences and drawings."""

from typing import Any

from leerkring.loop.advice.budget_picture import budget_picture
from leerkring.loop.advice.needs_picture import needs_picture
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.wording import counts_of, points_of, practical


def parts_of_page(report: TrainingAdviceReport) -> dict[str, Any]:
    """By the names that the templates use; a drawing is None where there is nothing to draw."""
    return {
        "points": points_of(report),
        "counts": counts_of(report),
        "needs_picture": needs_picture(report.needs),
        "budget_picture": budget_picture(report.plan),
        "plan_lines": [(line, practical(line)) for line in report.plan.lines],
    }
