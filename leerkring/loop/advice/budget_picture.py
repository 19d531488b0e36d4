"""Where the budget goes, drawn: the same picture on the page and on paper."""

from leerkring.foundation.design.drawing import (
    ACCENT,
    LINE,
    MUTED,
    TINT,
    Drawing,
    draw,
    mark,
    width_of,
    words,
)
from leerkring.loop.advice.plans import Plan
from leerkring.loop.advice.wording import whole

WHITE = "#ffffff"


def budget_picture(plan: Plan, *, width: float = 400, size: float = 15) -> Drawing | None:
    """The budget as one bar: a numbered part per line of the plan, and what is left."""
    if plan.budget <= 0 or not plan.lines:
        return None
    high, gap = size * 2.0, 1.2
    body = [mark("rect", "ground", x=0.4, y=0.4, width=width - 0.8, height=high - 0.8, fill=TINT,
                 stroke=LINE, stroke_width=0.8)]  # fmt: skip
    x = 0.0
    for line in plan.lines:
        wide = width * line.cost / plan.budget
        body.append(
            mark("rect", "spent", x=x, y=0, width=max(wide - gap, 0.6), height=high, fill=ACCENT)
        )
        label = str(line.order)
        if width_of(label, size) + size * 0.3 <= wide - gap:
            body.append(
                words(label, "on-spent", x=x + (wide - gap) / 2, y=high / 2 + size * 0.33,
                      size=size, fill=WHITE, weight=700, anchor="middle")
            )  # fmt: skip
        x += wide
    foot = high + size * 1.4
    body += [
        words(f"{whole(plan.cost)} euro voor scholing", "value", x=0, y=foot, size=size,
              weight=700),
        words(f"budget {whole(plan.budget)} euro", "key", x=width, y=foot, size=size, fill=MUTED,
              anchor="end"),
    ]  # fmt: skip
    said = "; ".join(f"{line.order}. {line.offer.title}: {whole(line.cost)} euro"
                     for line in plan.lines)  # fmt: skip
    left = plan.budget - plan.cost
    return draw(
        body,
        width=width,
        height=foot + size * 0.4,
        title="Waar het budget naartoe gaat",
        description=f"Van {whole(plan.budget)} euro. {said}. Over: {whole(left)} euro.",
        columns=("Scholing", "Kosten in euro"),
        table=tuple((line.offer.title, whole(line.cost)) for line in plan.lines),
        kind="advice-budget",
    )
