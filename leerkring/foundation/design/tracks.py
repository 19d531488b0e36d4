"""Lines below each other, each a whole scale on which something stands; the steps come below.

What the charts of where a unit stands and of then and now are drawn on.
"""

from dataclasses import dataclass

from leerkring.foundation.design.drawing import LINE, MUTED, fit, mark, width_of, words


@dataclass(frozen=True)
class Tracks:
    """Sizes in user units; `low`..`high` is the whole scale, never cut off."""

    low: float
    high: float
    width: float
    size: float

    @property
    def pad(self) -> float:
        return self.size * 0.7

    @property
    def small(self) -> float:
        """The size of the letters below the tracks."""
        return self.size * 0.78

    def at(self, value: float) -> float:
        """Where a value stands; what lies beyond the scale stands at its end."""
        span = self.width - 2 * self.pad
        inside = min(max(value, self.low), self.high)
        return self.pad + span * (inside - self.low) / (self.high - self.low)

    def track(self, index: int, label: str, value: str) -> tuple[float, list[str]]:
        """How high track `index` lies, and its marks: a label, what is said of it, the line."""
        size, top = self.size, self._top(index) + self.size
        y = top + size * 1.05
        room = self.width - width_of(value, size * 0.85) - size
        return y, [
            words(fit(label, size, room), "label", x=0, y=top, size=size, weight=700),
            words(value, "value", x=self.width, y=top, size=size * 0.85, fill=MUTED, anchor="end"),
            mark("line", "track", x1=self.pad, x2=self.width - self.pad, y1=y, y2=y, stroke=LINE,
                 stroke_width=1.2),
        ]  # fmt: skip

    def steps(self, tracks: int) -> tuple[float, list[str]]:
        """How high the steps below so many tracks stand, and their marks."""
        foot = self._top(tracks) + self.size * 0.6
        return foot, [
            words(str(step), "tick", x=self.at(step), y=foot, size=self.small, fill=MUTED,
                  anchor="middle")
            for step in range(int(self.low), int(self.high) + 1)
        ]  # fmt: skip

    def _top(self, index: int) -> float:
        return index * self.size * 3.1
