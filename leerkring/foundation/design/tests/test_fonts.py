"""The fonts that are cut at set-up."""

from fontTools.ttLib import TTFont

from leerkring.foundation.design.font_sources import emoji_signs
from leerkring.foundation.design.fonts import DISPLAY, SANS, SERIF, font_folder, make_fonts
from leerkring.foundation.design.glyphs import LATIN, RIGHT_TO_LEFT, printable_signs


def test_every_print_font_has_every_character_we_promise_to_print() -> None:
    make_fonts(font_folder())
    fonts = sorted(font_folder().glob("*.ttf"))
    assert len(fonts) == 15
    for path in fonts:
        special = {"other": RIGHT_TO_LEFT, "emoji": emoji_signs()}
        promised = special.get(path.name.split("-")[1], LATIN)
        assert not {chr(c) for c in promised - set(TTFont(path).getBestCmap())}, path
    joiners = {0x200D, 0xFE0F}
    assert LATIN | RIGHT_TO_LEFT | emoji_signs() | joiners | {0x0A} == printable_signs()
    assert len(emoji_signs()) > 1400 and not emoji_signs() & (LATIN | RIGHT_TO_LEFT)


def test_families_have_names_of_their_own_and_upright_and_italic() -> None:
    make_fonts(font_folder())
    named = {
        (font["name"].getDebugName(1), font["OS/2"].usWeightClass, font["head"].macStyle >> 1)
        for font in map(TTFont, font_folder().glob("*.ttf"))
    }
    assert {(SERIF, 400, 0), (SERIF, 400, 1), (DISPLAY, 700, 0), (SANS, 600, 0)} <= named


def test_web_fonts_are_small_and_still_variable() -> None:
    make_fonts(font_folder())
    for name in ("leerkring-serif", "leerkring-serif-italic", "leerkring-sans"):
        path = font_folder() / "web" / f"{name}.woff2"
        assert path.stat().st_size <= 45_000
        axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in TTFont(path)["fvar"].axes]
        assert axes == [("wght", 400, 700)]


def test_what_is_there_is_left_alone() -> None:
    make_fonts(font_folder())
    before = {path: path.stat().st_mtime_ns for path in font_folder().glob("*.ttf")}
    make_fonts(font_folder())
    assert before == {path: path.stat().st_mtime_ns for path in font_folder().glob("*.ttf")}


def test_the_licence_travels_with_the_fonts() -> None:
    make_fonts(font_folder())
    licences = [path.read_text() for path in font_folder().glob("OFL-*.txt")]
    assert len(licences) == 4
    assert all("SIL Open Font License" in text for text in licences)
