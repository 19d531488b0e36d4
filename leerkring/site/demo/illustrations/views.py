"""Scenes of the city: a bridge, towers, flats, a motorway, the dunes."""

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


def _sky(seed: int, top: str, bands: tuple[str, ...], until: float) -> Canvas:
    """An evening sky in flat bands, down to `until`."""
    canvas = Canvas(top, seed)
    for i, colour in enumerate(bands):
        y = until * (i + 1) / (len(bands) + 1)
        canvas.rect(0, y, 1200, 800 - y, colour)
    return canvas


def _building(
    canvas: Canvas, x: float, ground: float, size: tuple[float, float], colours: tuple[str, str]
) -> None:
    """A block with rows of windows, some of them lit."""
    width, height = size
    wall, window = colours
    canvas.rect(x, ground - height, width, height, wall)
    canvas.rect(x + width * 0.72, ground - height, width * 0.28, height, "#1d2b2c20")
    for row in range(int(height // 34) - 1):
        for column in range(int(width // 28)):
            if canvas.rng.random() < 0.62:
                canvas.rect(x + 10 + column * 28, ground - height + 16 + row * 34, 14, 18, window)


def _water(canvas: Canvas, shore: float, colour: str, glint: str) -> None:
    canvas.rect(0, shore, 1200, 800 - shore, colour)
    for _ in range(46):
        y = float(canvas.rng.uniform(shore + 14, 790))
        x = float(canvas.rng.uniform(-40, 1180))
        length = 26 + (y - shore) * 0.3
        canvas.line([(x, y), (x + length, y)], glint, 3 + (y - shore) / 110)


def bridge(seed: int) -> Canvas:
    """A cable bridge over a wide river before tall buildings, with a low sun."""
    canvas = _sky(seed, STRAW, ("#f0c891", ROSE, "#dfa98d"), 560)
    canvas.disc(265, 385, 92, PAPER)
    heights = (150, 250, 190, 330, 240, 380, 210, 290, 170)
    for i, height in enumerate(heights):
        wall = (LAGOON, "#6b9a97", "#8bb0aa")[i % 3]
        _building(canvas, 420 + i * 88, 560, (76, height), (wall, "#faf6ee70"))
    _water(canvas, 556, TEAL, "#faf6ee40")
    canvas.line([(0, 548), (1200, 506)], PAPER, 20)
    canvas.line([(0, 562), (1200, 520)], INK, 8)
    top = (690, 96)
    canvas.line([(600, 620), (655, 330), top], PAPER, 30)
    canvas.line([(655, 330), (720, 618)], PAPER, 22)
    for i in range(11):
        x = 60 + i * 48
        canvas.line([(top[0] - i * 1.5, top[1] + 6 * i), (x, 546 - x * 0.035)], PAPER, 3.5)
    canvas.line([top, (1040, 512)], PAPER, 8)
    canvas.line([(683, 150), (980, 514)], PAPER, 8)
    canvas.polygon([(150, 680), (400, 680), (372, 726), (184, 726)], BRICK)
    canvas.rect(210, 640, 86, 40, PAPER)
    canvas.rect(300, 616, 22, 64, OCHRE)
    return canvas


def towers(seed: int) -> Canvas:
    """Tall towers behind a row of low gabled houses, with trees and a bicycle by the water."""
    canvas = _sky(seed, MIST, ("#cfdccf", "#e4e2cd", STRAW), 520)
    for i, height in enumerate((330, 470, 390, 560, 440, 500, 360)):
        wall = (LAGOON, TEAL, "#6b9a97")[i % 3]
        _building(canvas, 40 + i * 168, 620, (122, height), (wall, "#f0d48e90"))
    for i in range(9):
        x, tall = i * 136 - 10, 128 + 26 * (i % 3)
        wall = (BRICK, CORAL, "#8f3f20", ROSE)[i % 4]
        canvas.polygon([(x, 640 - tall), (x + 66, 560 - tall), (x + 132, 640 - tall)], INK)
        canvas.rect(x, 640 - tall, 132, tall, wall)
        for dx in (20, 76):
            canvas.rect(x + dx, 662 - tall, 34, 44, PAPER)
        canvas.rect(x + 50, 592, 32, 48, TEAL)
    canvas.rect(0, 636, 1200, 40, SAND)
    _water(canvas, 676, LAGOON, "#faf6ee48")
    for x, size in ((120, 140), (520, 120), (1040, 150)):
        canvas.tree(x, 664, size, MOSS)
    for x in (740, 836):
        canvas.ring(x, 636, 34, INK, 6)
    for path in (
        [(740, 636), (776, 584), (822, 584), (836, 636)],
        [(776, 584), (790, 636), (740, 636)],
        [(790, 636), (822, 584), (818, 566), (838, 562)],
        [(768, 572), (788, 572)],
    ):
        canvas.line(path, BRICK, 6)
    return canvas


def flats(seed: int) -> Canvas:
    """Four tall flats in a green park with a pond, under quiet clouds."""
    canvas = _sky(seed, "#a9c9c8", (MIST, "#dbe4d6", "#efe7cf"), 560)
    for x, y, size in ((220, 110, 44), (640, 80, 36), (960, 140, 50)):
        for dx, grow in ((-1.1, 0.7), (0, 1.0), (1.1, 0.75)):
            canvas.disc(x + dx * size, y, size * grow, PAPER, 0.6)
    for i, (x, height) in enumerate(((70, 400), (360, 450), (650, 420), (930, 460))):
        canvas.rect(x, 600 - height, 200, height, (SAND, PAPER)[i % 2])
        for floor in range(int(height // 30)):
            y = 600 - height + 10 + floor * 30
            canvas.rect(x + 10, y, 180, 14, (LAGOON, TEAL)[i % 2])
            for _ in range(3):
                spot = x + 14 + 18 * int(canvas.rng.integers(0, 9))
                canvas.rect(spot, y, 16, 14, (OCHRE, CORAL, STRAW)[int(canvas.rng.integers(3))])
        canvas.rect(x + 84, 582 - height, 34, 18, BRICK)
    canvas.disc(600, 960, 1000, MOSS, 0.38)
    canvas.disc(620, 700, 330, PAPER, 0.2)
    canvas.disc(620, 698, 312, LAGOON, 0.19)
    canvas.line([(470, 690), (600, 690)], "#faf6ee60", 6)
    canvas.line([(640, 716), (800, 716)], "#faf6ee60", 6)
    for x, ground, size in ((60, 690, 130), (240, 640, 100), (980, 650, 110), (1130, 710, 140)):
        canvas.tree(x, ground, size, TEAL)
    return canvas


def motorway(seed: int) -> Canvas:
    """A motorway on tall pillars past a row of flats; under it a bright square with trees."""
    canvas = _sky(seed, "#f3dfb4", (STRAW, ROSE), 420)
    for i, height in enumerate((300, 360, 320, 380)):
        colours = ((CORAL, BRICK)[i % 2], "#faf6eeb0")
        _building(canvas, 40 + i * 300, 560, (220, height), colours)
    canvas.rect(0, 556, 1200, 244, SAND)
    for i in range(12):
        colour = (OCHRE, LAGOON, CORAL, MIST)[i % 4]
        canvas.polygon(
            [(i * 130 - 150, 800), (i * 130 - 40, 800), (i * 110, 600), (i * 110 - 80, 600)], colour
        )
    for x in (130, 480, 830, 1140):
        canvas.polygon([(x - 52, 330), (x + 52, 330), (x + 26, 640), (x - 26, 640)], "#5b7274")
        canvas.polygon([(x + 4, 330), (x + 52, 330), (x + 26, 640), (x + 4, 640)], "#46595b")
    canvas.rect(0, 270, 1200, 70, TEAL)
    canvas.rect(0, 262, 1200, 14, MIST)
    for i, x in enumerate((90, 330, 640, 910, 1080)):
        canvas.rounded(x, 226, 92, 38, 14, (BRICK, PAPER, OCHRE)[i % 3])
        canvas.rounded(x + 18, 206, 52, 32, 12, INK)
        for wheel in (20, 72):
            canvas.disc(x + wheel, 262, 11, INK)
    for x, ground, size in ((300, 690, 150), (650, 660, 130), (980, 700, 160)):
        canvas.tree(x, ground, size, MOSS)
    return canvas


def dunes(seed: int) -> Canvas:
    """Dunes and a lighthouse by the sea, with a long ferry on the horizon."""
    canvas = _sky(seed, MIST, ("#d5e0d6", STRAW, "#f0c891"), 420)
    canvas.disc(250, 330, 74, PAPER)
    _water(canvas, 420, LAGOON, "#faf6ee50")
    canvas.polygon([(420, 392), (800, 392), (776, 436), (448, 436)], TEAL)
    canvas.rect(468, 352, 290, 42, PAPER)
    canvas.rect(506, 328, 190, 26, PAPER)
    canvas.rect(640, 296, 40, 36, BRICK)
    canvas.line([(486, 374), (740, 374)], TEAL, 5)
    far = [(x, 600 - 46 * math.sin(x / 150 + 0.6)) for x in range(0, 1201, 20)]
    canvas.polygon([(0, 800), *far, (1200, 800)], STRAW)
    for i in range(4):
        lower, upper = 640 - i * 110, 530 - i * 110
        a, b = 64 - i * 8, 56 - i * 8
        ring = [(980 - a, lower), (980 + a, lower), (980 + b, upper), (980 - b, upper)]
        canvas.polygon(ring, (BRICK, PAPER)[i % 2])
    canvas.rect(940, 166, 80, 36, STRAW)
    canvas.polygon([(930, 166), (980, 122), (1030, 166)], INK)
    canvas.polygon([(940, 184), (600, 120), (600, 210)], "#faf6ee58")
    near = [(x, 690 - 60 * math.sin(x / 210 + 2.2)) for x in range(0, 1201, 20)]
    canvas.polygon([(0, 800), *near, (1200, 800)], SAND)
    for _ in range(60):
        x = float(canvas.rng.uniform(0, 1200))
        ground = 700 - 60 * math.sin(x / 210 + 2.2) + float(canvas.rng.uniform(0, 60))
        for lean in (-14, 0, 16):
            canvas.line([(x, ground), (x + lean, ground - 46)], MOSS, 4)
    return canvas
