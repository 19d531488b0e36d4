"""Fonts for paper and screen, cut from four open families when the site is set up.

Newsreader carries the text and the headlines, Libre Franklin the labels and the tables. On paper
alone there are Rubik, for words in Hebrew and in Arabic writing, and Noto Emoji. They come as
variable fonts, which Typst does not read, so static instances are cut under names of their own:
"Leerkring Serif" (drawn for text sizes), "Leerkring Display" (drawn for headlines), "Leerkring
Sans", "Leerkring Other" and "Leerkring Emoji". The web gets small variable files. Licence texts are
copied next to the files made here.
"""

import io
import os
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

import leerkring
from leerkring.foundation.design.font_sources import (
    FRANKLIN,
    FRANKLIN_ITALIC,
    NEWS,
    NEWS_ITALIC,
    NOTO_EMOJI,
    RUBIK,
    emoji_signs,
    font_file,
    licences,
)

SERIF, DISPLAY, SANS = "Leerkring Serif", "Leerkring Display", "Leerkring Sans"
# Typst takes these by itself for signs that the named family does not have.
OTHER, EMOJI = "Leerkring Other", "Leerkring Emoji"

# Basic Latin, Latin-1, Latin Extended-A, Romanian commas, dashes and quotes, euro, arrows, minus.
CHARACTERS = (
    "U+20-7E,U+A0-17F,U+218-21B,U+2010-2015,U+2018-2022,U+2026,U+2030,U+2039-203A,U+20AC,"
    "U+2122,U+2190-2193,U+2212"
)

# Hebrew with its points; Arabic with its vowels and figures, and the letters of Persian and Urdu.
HEBREW = "U+5B0-5BC,U+5BE,U+5C1-5C2,U+5C7,U+5D0-5EA,U+5F2-5F4"
ARABIC = (
    "U+60C,U+61B,U+61F,U+621-63A,U+640-656,U+660-671,U+67E,U+686,U+698,U+6A1,U+6A4,U+6A9,U+6AF,"
    "U+6BA,U+6CC,U+6F0-6F9"
)


@dataclass(frozen=True)
class _Cut:
    file: str
    source: str
    family: str
    weight: int
    italic: bool = False
    optical: int | None = None

    def at(self, weight: int | tuple[int, int]) -> dict[str, int | tuple[int, int]]:
        """The place of this cut on the axes of its source."""
        place: dict[str, int | tuple[int, int]] = {"wght": weight}
        return place if self.optical is None else {**place, "opsz": self.optical}


_FEATURES = ["kern", "liga", "locl", "mark", "rvrn", "tnum", "pnum", "case", "sups"]
_SHAPING = ["init", "medi", "fina", "rlig", "ccmp", "mkmk"]  # letters that join, points that stack
JOINERS = (0x200D, 0xFE0F)  # between emoji that are one, and after what is drawn as an emoji

_PRINT = (
    _Cut("leerkring-serif-400.ttf", NEWS, SERIF, 400, optical=11),
    _Cut("leerkring-serif-600.ttf", NEWS, SERIF, 600, optical=11),
    _Cut("leerkring-serif-400-italic.ttf", NEWS_ITALIC, SERIF, 400, True, 11),
    _Cut("leerkring-display-400.ttf", NEWS, DISPLAY, 400, optical=60),
    _Cut("leerkring-display-600.ttf", NEWS, DISPLAY, 600, optical=60),
    _Cut("leerkring-display-700.ttf", NEWS, DISPLAY, 700, optical=60),
    _Cut("leerkring-display-400-italic.ttf", NEWS_ITALIC, DISPLAY, 400, True, 60),
    _Cut("leerkring-sans-400.ttf", FRANKLIN, SANS, 400),
    _Cut("leerkring-sans-600.ttf", FRANKLIN, SANS, 600),
    _Cut("leerkring-sans-700.ttf", FRANKLIN, SANS, 700),
    _Cut("leerkring-sans-400-italic.ttf", FRANKLIN_ITALIC, SANS, 400, True),
    _Cut("leerkring-other-400.ttf", RUBIK, OTHER, 400),
    _Cut("leerkring-other-600.ttf", RUBIK, OTHER, 600),
    _Cut("leerkring-other-700.ttf", RUBIK, OTHER, 700),
    _Cut("leerkring-emoji-400.ttf", NOTO_EMOJI, EMOJI, 400),
)
_WEB = (
    _Cut("leerkring-serif.woff2", NEWS, SERIF, 0, optical=18),
    _Cut("leerkring-serif-italic.woff2", NEWS_ITALIC, SERIF, 0, True, 18),
    _Cut("leerkring-sans.woff2", FRANKLIN, SANS, 0),
)


def font_folder() -> Path:
    """Where the fonts of this installation are: `LEERKRING_VAR`, or `var` beside the package."""
    var = os.environ.get("LEERKRING_VAR")
    root = Path(var) if var else Path(leerkring.__file__).resolve().parent.parent / "var"
    return root / "fonts"


def make_fonts(target: Path) -> None:
    """Write the print fonts into `target` and the web fonts into `target/web`; skip what is there.

    Takes some ten seconds the first time, next to nothing after that.
    """
    web = target / "web"
    web.mkdir(parents=True, exist_ok=True)
    for name, text in licences().items():
        _write(target / name, text)
    bases: dict[str, bytes] = {}
    for cut in (*_PRINT, *_WEB):
        path = (target if cut.weight else web) / cut.file
        if path.exists():
            continue
        if cut.source not in bases:
            bases[cut.source] = _smaller(cut.source)
        font = TTFont(io.BytesIO(bases[cut.source]), recalcTimestamp=False)
        if cut.weight:
            _write(path, _static(font, cut))
        else:
            regular = TTFont(target / next(c.file for c in _PRINT if c.source == cut.source))
            _write(path, _small(font, cut, regular))


def _smaller(source: str) -> bytes:
    """The variable font with only the characters used: cutting a smaller font is faster."""
    font = TTFont(font_file(source), recalcTimestamp=False)
    features, signs = _FEATURES, subset.parse_unicodes(CHARACTERS)
    if source == RUBIK:
        features = [*_FEATURES, *_SHAPING]
        signs = subset.parse_unicodes(f"U+20,{HEBREW},{ARABIC}")
    elif source == NOTO_EMOJI:
        features, signs = ["ccmp"], [0x20, *JOINERS, *sorted(emoji_signs())]
    chosen = subset.Subsetter(subset.Options(hinting=False, layout_features=features))
    chosen.populate(unicodes=signs)
    chosen.subset(font)
    return _bytes(font)


def _static(font: TTFont, cut: _Cut) -> bytes:
    font = instancer.instantiateVariableFont(font, cut.at(cut.weight), optimize=False)
    if "STAT" in font:
        del font["STAT"]
    font["OS/2"].usWeightClass = cut.weight
    _name(font, cut, {400: "Regular", 600: "SemiBold", 700: "Bold"}[cut.weight])
    return _bytes(font)


def _small(font: TTFont, cut: _Cut, regular: TTFont) -> bytes:
    # Kerning that varies with the weight is half of the file; that of the regular will do.
    del font["GPOS"], font["GDEF"]
    font = instancer.instantiateVariableFont(font, cut.at((400, 700)))
    font["GPOS"], font["GDEF"] = regular["GPOS"], regular["GDEF"]
    _name(font, cut, "Italic" if cut.italic else "Regular")
    font.flavor = "woff2"
    return _bytes(font)


def _name(font: TTFont, cut: _Cut, style: str) -> None:
    """Give the font a family of its own: Typst finds fonts by these records."""
    if cut.italic and style != "Italic":
        style = f"{style} Italic".replace("Regular ", "")
    names = font["name"]
    postscript = f"{cut.family}-{style}".replace(" ", "")
    for number, text in ((1, cut.family), (2, style), (4, f"{cut.family} {style}")):
        names.setName(text, number, 3, 1, 0x409)
    for number, text in ((3, postscript), (6, postscript), (16, cut.family), (17, style)):
        names.setName(text, number, 3, 1, 0x409)
    for number in (21, 22, 25):
        names.removeNames(nameID=number)
    selection = font["OS/2"].fsSelection & ~0b1100001
    bold = cut.weight == 700
    font["OS/2"].fsSelection = selection | (cut.italic * 1) | (bold * 32)
    font["OS/2"].fsSelection |= (not cut.italic and not bold) * 64
    font["head"].macStyle = (bold * 1) | (cut.italic * 2)


def _bytes(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when two processes set up at once."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_bytes(content)
    part.replace(path)
