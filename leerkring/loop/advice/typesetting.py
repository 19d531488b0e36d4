"""The training advice on paper, from the same data object as the page."""

from leerkring.foundation.design.typesetting import ROOT, compile_pdf
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.setting import set_out

ENTRY = ROOT / "loop" / "advice" / "typst" / "advice.typ"


def typeset_advice(report: TrainingAdviceReport) -> bytes:
    """The PDF of an advice: PDF/UA-1, tagged, in Dutch, the same bytes for the same advice."""
    return compile_pdf(ENTRY, set_out(report), day=report.date)
