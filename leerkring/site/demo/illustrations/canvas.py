"""A sheet to draw on in newspaper colours, with the grain of a print."""

import math
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800  # pixels of the finished picture; every scene draws in these units
SMOOTH = 2  # drawn this much larger and reduced, so that edges come out smooth
GRAIN = 5.0  # standard deviation of the grain, in grey levels of 256

INK = "#1d2b2c"
TEAL = "#1f5a5f"
LAGOON = "#4d8586"
MIST = "#bcd0ca"
BRICK = "#b4532a"
CORAL = "#d98a5f"
ROSE = "#e7b79d"
OCHRE = "#dba63f"
STRAW = "#f0d48e"
MOSS = "#7f8f56"
SAND = "#ead9b8"
PAPER = "#faf6ee"
NOTES = (OCHRE, STRAW, CORAL, ROSE, MIST, LAGOON)

Point = tuple[float, float]


class Canvas:
    """Shapes in pixels of the finished picture; colours #rrggbb, or #rrggbbaa to shine through."""

    def __init__(self, background: str, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._image = Image.new("RGB", (WIDTH * SMOOTH, HEIGHT * SMOOTH), background)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)

    def rounded(
        self, x: float, y: float, width: float, height: float, radius: float, fill: str
    ) -> None:
        box = [v * SMOOTH for v in (x, y, x + width, y + height)]
        self._draw.rounded_rectangle(box, radius * SMOOTH, fill=fill)

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        self._draw.polygon([(x * SMOOTH, y * SMOOTH) for x, y in points], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: str, flat: float = 1.0) -> None:
        """A filled circle; `flat` < 1 squeezes it into an ellipse."""
        box = [v * SMOOTH for v in (x - radius, y - radius * flat, x + radius, y + radius * flat)]
        self._draw.ellipse(box, fill=fill)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        box = [v * SMOOTH for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, outline=colour, width=round(width * SMOOTH))

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line with round corners and ends."""
        scaled = [(x * SMOOTH, y * SMOOTH) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SMOOTH), joint="curve")
        if len(colour) == 7:  # two see-through caps would show as darker dots
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, colour)

    def dotted(self, points: Sequence[Point], colour: str, radius: float, gap: float) -> None:
        """Dots at equal distances along a line."""
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(math.dist((x0, y0), (x1, y1)) / gap))
            for step in range(steps):
                share = step / steps
                self.disc(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, radius, colour)

    def tilted(self, x: float, y: float, width: float, height: float, angle: float) -> list[Point]:
        """Corners of a rectangle around (x, y), turned by `angle` degrees."""
        turn = math.radians(angle)
        corners = [(-width / 2, -height / 2), (width / 2, -height / 2)]
        corners += [(-a, -b) for a, b in corners]
        cos, sin = math.cos(turn), math.sin(turn)
        return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners]

    def note(self, x: float, y: float, size: float, fill: str, scribbles: int = 3) -> None:
        """A sticky note around (x, y), slightly askew, with a shadow and lines of writing."""
        angle = float(self.rng.uniform(-6, 6))
        self.polygon(self.tilted(x + size * 0.05, y + size * 0.08, size, size, angle), "#1d2b2c38")
        self.polygon(self.tilted(x, y, size, size, angle), fill)
        ink = "#faf6eecc" if fill in (TEAL, LAGOON, BRICK) else "#1d2b2cb0"
        for row in range(scribbles):
            length = size * float(self.rng.uniform(0.4, 0.7))
            offset = size * (row - (scribbles - 1) / 2) * 0.24
            turn = math.radians(angle)
            left = (
                x - size * 0.34 * math.cos(turn) - offset * math.sin(turn),
                y - size * 0.34 * math.sin(turn) + offset * math.cos(turn),
            )
            right = (left[0] + length * math.cos(turn), left[1] + length * math.sin(turn))
            self.line([left, right], ink, size * 0.05)

    def tree(self, x: float, ground: float, size: float, fill: str) -> None:
        self.line([(x, ground), (x, ground - size)], INK, size * 0.07)
        self.disc(x, ground - size * 1.1, size * 0.42, fill)
        self.disc(x - size * 0.26, ground - size * 0.86, size * 0.3, fill)
        self.disc(x + size * 0.26, ground - size * 0.84, size * 0.28, fill)

    def jpeg(self) -> bytes:
        """The finished picture, with grain, as JPEG."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        grain = self.rng.standard_normal((HEIGHT, WIDTH, 1), dtype=np.float32) * GRAIN
        printed = np.clip(np.asarray(small, dtype=np.float32) + grain, 0, 255).astype(np.uint8)
        out = BytesIO()
        Image.fromarray(printed).save(out, "JPEG", quality=82, optimize=True)
        return out.getvalue()
