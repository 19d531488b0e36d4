"""Scenes of a drawn map: a neighbourhood with the places where people meet."""

import math

from leerkring.site.demo.illustrations.canvas import (
    BRICK,
    CORAL,
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
    Point,
)

BLOCKS = (CORAL, ROSE, SAND, "#e0b58f", "#dfcfa9", STRAW)


def _blocks(canvas: Canvas, angle: float, step: tuple[float, float], gap: float) -> None:
    """Blocks of houses in a turned grid over the whole sheet."""
    turn = math.radians(angle)
    width, height = step
    for row in range(-8, 9):
        for column in range(-8, 9):
            a, b = column * width, row * height
            x = 600 + a * math.cos(turn) - b * math.sin(turn)
            y = 400 + a * math.sin(turn) + b * math.cos(turn)
            colour = BLOCKS[int(canvas.rng.integers(len(BLOCKS)))]
            canvas.polygon(canvas.tilted(x, y, width - gap, height - gap, angle), colour)
            yard = canvas.tilted(x, y, (width - gap) * 0.55, (height - gap) * 0.4, angle)
            canvas.polygon(yard, MOSS + "90")


def _place(canvas: Canvas, x: float, y: float, colour: str, radius: float = 26) -> None:
    canvas.disc(x + 4, y + 6, radius, "#1d2b2c50")
    canvas.disc(x, y, radius, PAPER)
    canvas.disc(x, y, radius * 0.66, colour)


def square(seed: int) -> Canvas:
    """A square in the middle, and a dotted red round along seven places."""
    canvas = Canvas(PAPER, seed)
    _blocks(canvas, -9, (170, 120), 26)
    canvas.polygon(canvas.tilted(600, 400, 360, 250, -9), PAPER)
    canvas.polygon(canvas.tilted(600, 400, 316, 206, -9), MIST)
    for x, y in ((500, 350), (555, 340), (690, 330), (520, 470), (700, 440), (640, 465)):
        canvas.disc(x, y, 26, MOSS)
    canvas.disc(605, 400, 34, LAGOON)
    stops: list[Point] = [(240, 190), (590, 130), (900, 170), (1010, 420), (840, 640)]
    stops += [(480, 660), (220, 480)]
    canvas.dotted([*stops, stops[0]], BRICK, 8, 26)
    for stop in stops:
        _place(canvas, *stop, BRICK, 36)
    return canvas


def river(seed: int) -> Canvas:
    """A river, slanting streets, and dots where people meet."""
    canvas = Canvas(PAPER, seed)
    _blocks(canvas, 24, (150, 84), 20)
    course = [(x, 590 - 0.28 * x + 70 * math.sin(x / 210)) for x in range(-60, 1300, 20)]
    canvas.line(course, PAPER, 150)
    canvas.line(course, LAGOON, 116)
    canvas.line([(x, y - 18) for x, y in course], "#faf6ee38", 6)
    canvas.line([(x, y + 22) for x, y in course], "#faf6ee30", 6)
    for i in (18, 44):
        (x, y) = course[i]
        canvas.line([(x - 36, y - 92), (x + 36, y + 92)], PAPER, 34)
        canvas.line([(x - 36, y - 92), (x + 36, y + 92)], OCHRE, 20)
    spots = ((160, 240), (330, 140), (520, 230), (760, 120), (950, 90), (300, 700), (520, 620))
    for i, (x, y) in enumerate((*spots, (700, 690), (900, 520), (1060, 420), (1050, 680))):
        _place(canvas, x, y, (BRICK, TEAL, OCHRE)[i % 3], 30)
    return canvas


def lake(seed: int) -> Canvas:
    """A neighbourhood by a round lake, with one large red dot."""
    canvas = Canvas(PAPER, seed)
    _blocks(canvas, 6, (128, 104), 22)
    canvas.disc(860, 270, 400, PAPER)
    canvas.disc(860, 270, 370, STRAW)
    canvas.disc(866, 262, 326, LAGOON)
    for radius in (260, 190, 120):
        canvas.ring(866, 262, radius, "#faf6ee40", 5)
    for x, y, tilt in ((760, 190, 1), (960, 330, -1), (930, 140, 1)):
        canvas.polygon([(x, y), (x, y - 64), (x + 40 * tilt, y - 8)], PAPER)
        canvas.polygon(
            [(x - 34, y + 4), (x + 38, y + 4), (x + 22, y + 20), (x - 20, y + 20)], BRICK
        )
    canvas.dotted([(120, 120), (250, 330), (330, 560), (620, 690), (1000, 700)], TEAL, 7, 26)
    _place(canvas, 330, 560, BRICK, 74)
    return canvas
