"""Scenes of a table from above, in the middle of a conversation."""

import math

from leerkring.site.demo.illustrations.canvas import (
    BRICK,
    CORAL,
    INK,
    LAGOON,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    ROSE,
    SAND,
    STRAW,
    TEAL,
    Canvas,
)

SHADOW = "#1d2b2c40"


def _cup(canvas: Canvas, x: float, y: float, colour: str, drink: str = "#6b3a20") -> None:
    canvas.disc(x + 6, y + 9, 50, SHADOW)
    canvas.disc(x, y, 50, PAPER)
    canvas.ring(x + 36, y - 4, 17, colour, 8)
    canvas.disc(x, y, 33, colour)
    canvas.disc(x, y, 26, drink)
    canvas.disc(x - 8, y - 8, 6, "#faf6ee60")


def _notebook(canvas: Canvas, x: float, y: float, angle: float, colour: str) -> None:
    canvas.polygon(canvas.tilted(x + 7, y + 10, 150, 200, angle), SHADOW)
    canvas.polygon(canvas.tilted(x, y, 150, 200, angle), colour)
    canvas.polygon(canvas.tilted(x + 3, y, 130, 184, angle), PAPER)
    turn = math.radians(angle)
    for row in range(-3, 4):
        a, b = -46, row * 22
        start = (
            x + a * math.cos(turn) - b * math.sin(turn),
            y + a * math.sin(turn) + b * math.cos(turn),
        )
        length = float(canvas.rng.uniform(50, 96))
        end = (start[0] + length * math.cos(turn), start[1] + length * math.sin(turn))
        canvas.line([start, end], "#1d2b2c80", 4)


def _pen(canvas: Canvas, x: float, y: float, angle: float, colour: str) -> None:
    turn = math.radians(angle)
    dx, dy = 62 * math.cos(turn), 62 * math.sin(turn)
    canvas.line([(x - dx + 5, y - dy + 7), (x + dx + 5, y + dy + 7)], SHADOW, 15)
    canvas.line([(x - dx, y - dy), (x + dx, y + dy)], colour, 15)
    canvas.line([(x + dx * 0.55, y + dy * 0.55), (x + dx, y + dy)], INK, 15)


def circles(seed: int) -> Canvas:
    """A sheet with three overlapping circles, cups, notebooks and pens around it."""
    canvas = Canvas(LAGOON, seed)
    canvas.rounded(40, 40, 1120, 720, 60, "#1d2b2c30")
    canvas.rounded(30, 26, 1120, 720, 60, SAND)
    canvas.polygon(canvas.tilted(608, 402, 540, 400, -4), SHADOW)
    canvas.polygon(canvas.tilted(600, 390, 540, 400, -4), PAPER)
    for x, y, colour in ((530, 340, TEAL), (670, 340, BRICK), (600, 455, OCHRE)):
        canvas.disc(x, y, 104, colour + "9c")
    for x, y, angle, colour in (
        (210, 250, -14, BRICK),
        (190, 560, 10, TEAL),
        (1000, 530, 12, OCHRE),
    ):
        _notebook(canvas, x, y, angle, colour)
    for x, y, colour in ((370, 118, TEAL), (850, 110, CORAL), (1020, 270, TEAL), (400, 672, BRICK)):
        _cup(canvas, x, y, colour)
    for x, y, angle, colour in (
        (620, 90, 12, BRICK),
        (640, 668, -8, TEAL),
        (800, 690, 22, OCHRE),
        (1050, 130, 55, MOSS),
    ):
        _pen(canvas, x, y, angle, colour)
    return canvas


def round_table(seed: int) -> Canvas:
    """A round table with glasses of tea, a plate of biscuits, notebooks and question cards."""
    canvas = Canvas(TEAL, seed)
    for i in range(8):
        turn = 2 * math.pi * (i + 0.5) / 8
        x, y = 600 + 500 * math.cos(turn), 400 + 395 * math.sin(turn)
        canvas.disc(x, y, 84, ("#2f7075", "#17484c")[i % 2])
    canvas.disc(608, 414, 366, "#1d2b2c60")
    canvas.disc(600, 400, 366, SAND)
    canvas.disc(600, 400, 340, "#f3e6cb")
    for x, y, angle, colour in ((380, 350, -20, BRICK), (812, 470, 16, LAGOON)):
        _notebook(canvas, x, y, angle, colour)
    canvas.disc(606, 409, 98, SHADOW)
    canvas.disc(600, 400, 98, PAPER)
    canvas.ring(600, 400, 84, MIST, 6)
    for i in range(7):
        turn = 2 * math.pi * i / 7
        reach = 50 if i else 0
        x, y = 600 + reach * math.cos(turn), 400 + reach * math.sin(turn)
        canvas.disc(x, y, 24, ("#c98d4b", OCHRE)[i % 2])
        canvas.disc(x - 5, y - 4, 4, "#6b3a20")
        canvas.disc(x + 7, y + 6, 4, "#6b3a20")
    glasses = ((520, 180), (760, 220), (420, 570), (590, 640), (850, 300))
    for x, y in glasses:
        _cup(canvas, x, y, ROSE, "#b9602b")
    for x, y, colour in ((640, 250, STRAW), (500, 500, CORAL), (690, 560, MIST), (330, 500, STRAW)):
        canvas.note(x, y, 84, colour, 2)
    return canvas


def long_table(seed: int) -> Canvas:
    """A long table with dishes and plates in many colours, and notebooks in between."""
    canvas = Canvas("#e3c9a4", seed)
    canvas.rect(0, 150, 1200, 520, SHADOW)
    canvas.rect(0, 135, 1200, 520, BRICK)
    canvas.rect(0, 350, 1200, 90, STRAW)
    for x in range(20, 1200, 60):
        canvas.polygon([(x, 350), (x + 30, 395), (x + 60, 350)], CORAL)
        canvas.polygon([(x, 440), (x + 30, 395), (x + 60, 440)], CORAL)
    rims = (TEAL, OCHRE, MIST, ROSE, LAGOON)
    for i in range(6):
        for y, shift in ((225, 0), (565, 60)):
            x = 60 + i * 205 + shift
            canvas.disc(x + 5, y + 8, 70, SHADOW)
            canvas.disc(x, y, 70, rims[(i + (y > 400)) % len(rims)])
            canvas.disc(x, y, 50, PAPER)
            canvas.disc(x + 6, y - 4, 30, (MOSS, OCHRE, CORAL)[i % 3])
            canvas.line([(x - 86, y - 40), (x - 86, y + 40)], INK, 6)
    for i, filling in enumerate((MOSS, OCHRE, "#8f3f20", MOSS)):
        x = 170 + i * 290
        canvas.disc(x + 6, 405, 82, SHADOW, 0.8)
        canvas.disc(x, 395, 82, TEAL, 0.8)
        canvas.disc(x, 395, 64, filling, 0.8)
        for _ in range(12):
            dx, dy = canvas.rng.uniform(-42, 42), canvas.rng.uniform(-30, 30)
            canvas.disc(x + float(dx), 395 + float(dy), 8, (STRAW, PAPER, CORAL)[i % 3])
    for x, y, angle in ((315, 395, 8), (890, 400, -10)):
        _notebook(canvas, x, y, angle, LAGOON)
    for x, y, angle, colour in ((600, 330, 20, TEAL), (610, 470, -15, OCHRE)):
        _pen(canvas, x, y, angle, colour)
    for x in range(60, 1200, 205):
        canvas.disc(x, 60, 56, LAGOON)
        canvas.disc(x + 60, 740, 56, TEAL)
    return canvas
