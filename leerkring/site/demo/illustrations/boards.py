"""Scenes with sticky notes: a flip chart in a room, a brick wall."""

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


def _flip_chart(seed: int, wall: str) -> Canvas:
    """A room with a wide flip chart; the sheet runs from (250, 70) to (950, 640)."""
    canvas = Canvas(wall, seed)
    canvas.rect(0, 690, 1200, 110, SAND)
    canvas.rect(0, 686, 1200, 6, "#1d2b2c30")
    for foot in (330, 870):
        canvas.line([(600 + (foot - 600) * 0.6, 600), (foot, 770)], INK, 12)
    canvas.line([(600, 600), (600, 740)], INK, 10)
    canvas.rect(262, 86, 700, 570, "#1d2b2c38")
    canvas.rect(250, 70, 700, 570, PAPER)
    canvas.rounded(236, 52, 728, 34, 8, INK)
    canvas.rounded(70, 560, 90, 130, 14, BRICK)  # a plant in a pot
    for dx, dy, size in ((-50, -70, 40), (0, -120, 52), (48, -64, 42), (-20, -30, 36)):
        canvas.line([(115, 560), (115 + dx, 560 + dy)], MOSS, 7)
        canvas.disc(115 + dx, 560 + dy, size, MOSS, 0.62)
    return canvas


def columns(seed: int) -> Canvas:
    """Three columns of notes, the middle one the fullest."""
    canvas = _flip_chart(seed, MIST)
    for x, colour in ((250, TEAL), (484, BRICK), (718, LAGOON)):
        canvas.rounded(x + 40, 112, 154, 30, 15, colour)
    for x in (484, 717):
        canvas.line([(x, 110), (x, 610)], "#1d2b2c40", 3)
    plan = {367: (200, 330), 600: (190, 290, 390, 490, 590), 834: (200, 330, 460)}
    for x, rows in plan.items():
        for i, y in enumerate(rows):
            canvas.note(x - 44 + (i % 2) * 12, y, 82, (OCHRE, STRAW)[i % 2])
            canvas.note(x + 48 - (i % 2) * 10, y + 16, 82, (BRICK, CORAL)[i % 2])
    canvas.note(600, 690, 82, CORAL)
    return canvas


def houses(seed: int) -> Canvas:
    """Blocks stacked like houses, with a row of pink notes at the bottom."""
    canvas = _flip_chart(seed, STRAW)
    colours = (TEAL, CORAL, LAGOON, OCHRE, BRICK, MIST)
    for column, (x, floors) in enumerate(((330, 3), (440, 2), (550, 4), (660, 3), (770, 2))):
        for floor in range(floors):
            y = 420 - floor * 80
            canvas.rect(x, y, 100, 76, colours[(column * 2 + floor) % len(colours)])
            for window in (18, 58):
                canvas.rect(x + window, y + 20, 24, 32, "#faf6eecc")
        top = 420 - (floors - 1) * 80
        canvas.polygon([(x - 8, top), (x + 50, top - 52), (x + 108, top)], INK)
    canvas.line([(290, 500), (910, 500)], INK, 6)
    for i in range(6):
        canvas.note(340 + i * 104, 566, 80, ROSE, 2)
    return canvas


def spiral(seed: int) -> Canvas:
    """A large spiral in two colours, with notes around it that go upwards."""
    canvas = _flip_chart(seed, ROSE)
    turns = [i / 40 for i in range(40 * 3 + 1)]
    points = [
        (
            590 + (34 + 62 * t) * math.cos(2 * math.pi * t),
            360 - (34 + 62 * t) * math.sin(2 * math.pi * t),
        )
        for t in turns
    ]
    for i in range(0, len(points) - 10, 10):
        canvas.line(points[i : i + 11], (TEAL, BRICK)[(i // 20) % 2], 20)
    for x, y, colour in (
        (320, 560, OCHRE),
        (310, 190, STRAW),
        (870, 560, CORAL),
        (872, 330, OCHRE),
    ):
        canvas.note(x, y, 92, colour)
    canvas.line([(872, 260), (872, 140)], INK, 12)
    canvas.line([(840, 176), (872, 134), (904, 176)], INK, 12)
    return canvas


def _brick_wall(seed: int) -> Canvas:
    canvas = Canvas("#8f3f20", seed)
    tones = (BRICK, "#a94c26", "#bd6138", "#b4532a")
    for row in range(14):
        for column in range(-1, 9):
            tone = tones[int(canvas.rng.integers(len(tones)))]
            canvas.rounded(column * 150 + (row % 2) * 75, row * 60 + 3, 143, 52, 4, tone)
    return canvas


def two_groups(seed: int) -> Canvas:
    """Red notes on the left, green ones on the right, and a few in between."""
    canvas = _brick_wall(seed)
    for x, colours in ((140, ("#f0b69a", ROSE)), (760, ("#a9b77e", "#c3cd9d"))):
        for i in range(9):
            shift = float(canvas.rng.uniform(-10, 10))
            place = (x + (i % 3) * 136 + shift, 200 + (i // 3) * 150 + shift)
            canvas.note(*place, 116, colours[i % 2])
    for y in (250, 420, 590):
        canvas.note(592, y, 124, PAPER)
    return canvas


def pitch(seed: int) -> Canvas:
    """Notes placed like a football team on a drawn pitch."""
    canvas = _brick_wall(seed)
    canvas.rect(108, 98, 1000, 620, "#1d2b2c50")
    canvas.rect(100, 90, 1000, 620, MOSS)
    for stripe in range(0, 1000, 200):
        canvas.rect(100 + stripe, 90, 100, 620, "#faf6ee1c")
    outline = [(130, 120), (1070, 120), (1070, 680), (130, 680), (130, 120)]
    canvas.line(outline, PAPER, 6)
    canvas.line([(600, 120), (600, 680)], PAPER, 6)
    canvas.ring(600, 400, 100, PAPER, 6)
    for x in (130, 930):
        canvas.line([(x, 260), (x + 140, 260), (x + 140, 540), (x, 540), (x, 260)], PAPER, 6)
    spots = [(200, 400), (340, 200), (340, 600), (470, 320), (470, 500), (600, 400)]
    spots += [(740, 210), (740, 590), (850, 400), (990, 290), (990, 520)]
    for i, (x, y) in enumerate(spots):
        canvas.note(x, y, 92, (STRAW, CORAL, MIST, OCHRE)[i % 4], 2)
    return canvas
