"""Contrast of every pair of colours in use: WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (parts 3)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parent.parent / "static" / "design" / "css"
VARIABLES = dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6});", (CSS / "theme.css").read_text()))

PAPER = ("default-bg-document", "sheet", "default-bg-subtle")
TEXT = {
    "default-color-document": (*PAPER, "default-bg-default", "info-bg-default",
        "positive-bg-default", "warning-bg-default", "negative-bg-default",
        "accent-2-bg-default"),
    "default-color-default": (*PAPER, "default-bg-default", "default-bg-hover"),
    "default-color-subtle": (*PAPER, "default-bg-default"),
    "basis-heading-color": PAPER,
    "action-1-color-default": (*PAPER, "action-1-bg-subtle", "action-1-bg-default",
        "info-bg-default", "positive-bg-default", "warning-bg-default", "negative-bg-default",
        "accent-2-bg-default"),
    "action-1-color-hover": (*PAPER, "action-1-bg-subtle", "action-1-bg-default"),
    "action-1-inverse-color-default": ("action-1-inverse-bg-default",
        "action-1-inverse-bg-hover", "action-1-inverse-bg-active"),
    "accent-2-color-default": (*PAPER, "accent-2-bg-subtle", "accent-2-bg-default"),
    "accent-2-inverse-color-default": ("accent-2-inverse-bg-default",),
    "info-color-default": ("info-bg-default",),
    "positive-color-default": ("positive-bg-default",),
    "warning-color-default": ("warning-bg-default",),
    "negative-color-default": (*PAPER, "negative-bg-default"),
    "self": PAPER, "team": PAPER, "district": ("default-bg-document", "sheet"),
}  # fmt: skip
PARTS = {
    "default-border-default": PAPER,
    "action-1-border-default": PAPER,
    "action-1-inverse-bg-default": (*PAPER, "default-bg-hover"),
    "accent-2-inverse-bg-default": PAPER,
    "negative-border-default": PAPER,
    "info-border-default": (*PAPER, "info-bg-default"),
    "positive-border-default": (*PAPER, "positive-bg-default"),
    "warning-border-default": (*PAPER, "warning-bg-default"),
    "basis-focus-outline-color": (*PAPER, "default-bg-default"),
}


def colour(name: str) -> str:
    for variable in (f"--basis-color-{name}", f"--leerkring-color-{name}", f"--{name}"):
        if variable in VARIABLES:
            return VARIABLES[variable]
    raise KeyError(name)


def luminance(value: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(front, ground) for front, grounds in table.items() for ground in grounds]


def test_contrast_agrees_with_the_values_of_the_standard() -> None:
    # Black on white is 21:1; #767676 on white is the well-known lightest grey that passes, 4.54:1.
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(("front", "ground"), pairs(TEXT))
def test_text_can_be_read_on_its_ground(front: str, ground: str) -> None:
    assert contrast(colour(front), colour(ground)) >= 4.5


@pytest.mark.parametrize(("front", "ground"), pairs(PARTS))
def test_a_part_stands_out_from_its_ground(front: str, ground: str) -> None:
    assert contrast(colour(front), colour(ground)) >= 3


def test_every_colour_that_text_is_set_in_has_its_grounds_listed() -> None:
    listed = {variable for name in TEXT for variable in variables_called(name)}
    used = set()
    for path in CSS.glob("*.css"):
        used |= set(re.findall(r"(?<![\w-])color:\s*var\((--[a-z][\w-]+)\)", path.read_text()))
    assert used - listed == set()


def variables_called(name: str) -> set[str]:
    return {f"--basis-color-{name}", f"--leerkring-color-{name}", f"--{name}"} & set(VARIABLES)


def test_every_variable_that_is_used_is_defined() -> None:
    defined = set(re.findall(r"(--[\w-]+):", "".join(p.read_text() for p in CSS.glob("*.css"))))
    for path in sorted(CSS.glob("*.css")):
        used = set(re.findall(r"var\((--[\w-]+)", path.read_text()))
        assert used - defined == set(), path.name


def test_every_stylesheet_stands_in_a_layer_and_sets_no_colour_of_its_own() -> None:
    for path in sorted(CSS.glob("*.css")):
        source = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        assert "@layer" in source, path.name
        if path.name != "theme.css":
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b", source) == [], path.name
