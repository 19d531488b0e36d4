"""A newspaper as one file that needs nothing else: words, drawings, letters and photo together."""

from base64 import b64encode
from functools import cache

from django.template.loader import render_to_string

from leerkring.foundation.design.drawing import Markup
from leerkring.foundation.design.fonts import font_folder, make_fonts
from leerkring.foundation.design.typesetting import ROOT
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.setting import set_out

_SHEETS = (
    ROOT / "foundation" / "design" / "static" / "design" / "css" / "reset.css",
    ROOT / "foundation" / "design" / "static" / "design" / "css" / "theme.css",
    ROOT / "loop" / "newspapers" / "static" / "newspapers" / "paper.css",
    ROOT / "loop" / "newspapers" / "static" / "newspapers" / "sheet.css",
)
_FACES = (
    ("Leerkring Serif", "normal", "leerkring-serif.woff2"),
    ("Leerkring Serif", "italic", "leerkring-serif-italic.woff2"),
    ("Leerkring Sans", "normal", "leerkring-sans.woff2"),
)


def standalone(paper: Paper) -> str:
    """The page as a whole HTML document; needs Django's templates, no server and no database."""
    photo = paper.picture and "data:image/jpeg;base64," + b64encode(paper.picture.jpeg).decode()
    context = {
        "paper": paper,
        "photo_url": photo or "",
        "name": set_out(paper)["document_title"],
        "styles": Markup(_styles()),
    }
    return render_to_string("newspapers/standalone.html", context)


@cache
def _styles() -> str:
    make_fonts(font_folder())
    faces = [
        f'@font-face{{font-family:"{family}";font-style:{style};font-weight:400 700;'
        f"src:url(data:font/woff2;base64,{b64encode(_woff(file)).decode()}) format('woff2')}}"
        for family, style, file in _FACES
    ]
    return "\n".join([*(sheet.read_text() for sheet in _SHEETS), *faces])


def _woff(file: str) -> bytes:
    return (font_folder() / "web" / file).read_bytes()
