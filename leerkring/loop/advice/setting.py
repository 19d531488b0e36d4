"""An advice as plain data for its print."""

from typing import Any

from leerkring.loop.advice.report import TrainingAdviceReport


def set_out(report: TrainingAdviceReport) -> dict[str, Any]:
    return {"title": report.title}
