"""The pen behind our charts: SVG elements, text that fits, numbers in Dutch.

Only presentation attributes and classes, never a style attribute: the same drawing passes the
site's Content-Security-Policy and is set on paper by Typst. A class wins from an attribute, so a
theme can recolour on the web what keeps its own colours in print.
"""

from dataclasses import dataclass
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

INK, MUTED, LINE, TINT = "#26231d", "#5b5446", "#dfd5c1", "#f5efe3"
ACCENT, ACCENT_SOFT = "#0f4f5b", "#b9d3d1"
WARM, WARM_SOFT = "#a5432a", "#ebcbb9"
SELF, TEAM, DISTRICT = "#a5432a", "#0f4f5b", "#8a6410"
FONT = "Leerkring Sans, Libre Franklin, Arial, sans-serif"

# Advance widths of Libre Franklin SemiBold in thousandths of the size, rounded up, by group.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!‘’", 300),
    **dict.fromkeys("frt()[]/- ·", 390),
    **dict.fromkeys("mwMW@%—", 930),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 730),
}
_OTHER = 610


class Markup(str):
    """Markup that the house wrote, every text in it escaped: a template prints it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True)
class Drawing:
    """One chart: `{{ drawing.svg }}` in a template.

    `columns` and `table` say the same in words and numbers, for a data table.
    """

    svg: Markup
    title: str
    description: str
    columns: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


def draw(
    body: list[str],
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    columns: tuple[str, ...],
    table: tuple[tuple[str, ...], ...],
    kind: str,
) -> Drawing:
    """Put a frame with a title and a description around the marks; sizes in user units."""
    key = sha256("\n".join([kind, title, description, *body]).encode()).hexdigest()[:10]
    names = f'aria-labelledby="t{key} d{key}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lk-chart lk-chart--{kind}" role="img" '
        f'{names} viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}" font-family="{FONT}">'
        f'<title id="t{key}">{escape(title)}</title><desc id="d{key}">{escape(description)}</desc>'
    )
    svg = Markup(head + "".join(body) + "</svg>")
    return Drawing(svg, title, description, columns, table)


def mark(name: str, css: str, **attributes: object) -> str:
    """One SVG element; underscores in attribute names become hyphens."""
    pairs = {"class": f"lk-{css}", **attributes}
    return f"<{name} {_attributes(pairs)}/>"


def words(
    content: str,
    css: str,
    *,
    x: float,
    y: float,
    size: float,
    fill: str = INK,
    weight: int = 400,
    anchor: str = "start",
) -> str:
    attributes = {
        "class": f"lk-{css}",
        "x": x,
        "y": y,
        "font-size": size,
        "fill": fill,
        "font-weight": weight,
        "text-anchor": anchor,
    }
    return f"<text {_attributes(attributes)}>{escape(content)}</text>"


def width_of(content: str, size: float) -> float:
    """An upper estimate of the width of a line of text, in the units of `size`."""
    return sum(_WIDTHS.get(char, _OTHER) for char in content) * size / 1000


def fit(content: str, size: float, room: float) -> str:
    """The text, cut at a word where it can be, so that it takes no more than `room`."""
    content = " ".join(content.split())
    if width_of(content, size) <= room:
        return content
    kept = content
    while kept and width_of(kept + "…", size) > room:
        kept = kept[:-1]
    space = kept.rfind(" ")
    if space > len(kept) * 0.6:
        kept = kept[:space]
    return kept.rstrip(" ,;:") + "…" if kept.strip() else ""


def comma(value: float, decimals: int = 1) -> str:
    """A number as the Dutch write it."""
    return f"{value:.{decimals}f}".replace(".", ",")


def number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)


def _attributes(pairs: dict[str, object]) -> str:
    return " ".join(f"{key.replace('_', '-')}={quoteattr(number(v))}" for key, v in pairs.items())
