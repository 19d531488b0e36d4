"""Illustrations for the demo's newspapers, by the name of their scene."""

from collections.abc import Callable

from leerkring.site.demo.illustrations import boards, maps, tables, views
from leerkring.site.demo.illustrations.canvas import Canvas

SCENES: dict[str, Callable[[int], Canvas]] = {
    "flap-kolommen": boards.columns,
    "flap-huizen": boards.houses,
    "flap-spiraal": boards.spiral,
    "muur-groepen": boards.two_groups,
    "muur-veld": boards.pitch,
    "tafel-cirkels": tables.circles,
    "tafel-rond": tables.round_table,
    "tafel-lang": tables.long_table,
    "kaart-plein": maps.square,
    "kaart-rivier": maps.river,
    "kaart-plas": maps.lake,
    "brug": views.bridge,
    "torens": views.towers,
    "flats": views.flats,
    "snelweg": views.motorway,
    "duinen": views.dunes,
}


def draw_photo(seed: int, scene: str) -> bytes:
    """The scene as a JPEG of 1200 by 800 pixels; the same seed gives the same bytes.

    An unknown scene raises ValueError.
    """
    if scene not in SCENES:
        raise ValueError(f"no scene named {scene!r}; there are {', '.join(SCENES)}")
    return SCENES[scene](seed).jpeg()
