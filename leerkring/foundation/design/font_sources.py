"""Where the fonts come from: open families in packages, each with its licence text.

Newsreader (Production Type), Libre Franklin (Impallari Type), Rubik (Hubert & Fischer, Meir Sadan
and others) and Noto Emoji (Google), all under the SIL Open Font License 1.1.
"""

from functools import cache
from importlib.metadata import PackageNotFoundError, PackagePath, files
from pathlib import Path

from fontTools.ttLib import TTFont

NEWS, NEWS_ITALIC = "Newsreader[opsz,wght].ttf", "Newsreader-Italic[opsz,wght].ttf"
FRANKLIN, FRANKLIN_ITALIC = "LibreFranklin[wght].ttf", "LibreFranklin-Italic[wght].ttf"
RUBIK = "Rubik[wght].ttf"
NOTO_EMOJI = "NotoEmoji[wght].ttf"
PACKAGES = {
    NEWS: "fontpkg-newsreader",
    NEWS_ITALIC: "fontpkg-newsreader",
    FRANKLIN: "fontpkg-libre-franklin",
    FRANKLIN_ITALIC: "fontpkg-libre-franklin",
    RUBIK: "fontpkg-rubik",
    NOTO_EMOJI: "manimgx-fonts",
}

_FIRST_EMOJI, _FIRST_TAG = 0x203C, 0xE0000  # below: what text fonts have; above: parts of flags
_NO_EMOJI = {0x20E3, 0x2122, 0xFE0E, 0xFE0F, 0x25AA, 0x25B6}  # combining, ™ and bullets


def font_file(name: str) -> Path:
    """Raises FileNotFoundError with the name of the package that has it."""
    return _located(PACKAGES[name], name)


def licences() -> dict[str, bytes]:
    """The text of each licence, by the name that it gets beside the fonts."""
    packages = sorted(set(PACKAGES.values()))
    return {
        f"OFL-{package.replace('-', '_')}.txt": _located(package, "LICENSE").read_bytes()
        for package in packages
    }


@cache
def emoji_signs() -> frozenset[int]:
    """What is drawn as an emoji."""
    signs = TTFont(font_file(NOTO_EMOJI), lazy=True).getBestCmap()
    return frozenset(c for c in signs if _FIRST_EMOJI <= c < _FIRST_TAG) - _NO_EMOJI


def _located(package: str, name: str) -> Path:
    try:
        inside: list[PackagePath] = files(package) or []
    except PackageNotFoundError:
        inside = []
    found = next((path for path in inside if path.name == name), None)
    if found is None:
        raise FileNotFoundError(f"Het lettertypepakket {package} is niet (goed) geïnstalleerd.")
    return Path(str(found.locate()))
