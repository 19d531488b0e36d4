"""Make a PDF of a Typst file and data: PDF/UA-1, tagged, in Dutch, the same bytes every time.

Data travels as JSON next to the source and never inside it, so that a text that looks like Typst
is printed as it was written.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from PIL import Image, ImageOps

import leerkring
from leerkring.foundation.design.fonts import font_folder, make_fonts
from leerkring.foundation.design.glyphs import printable

ROOT = Path(leerkring.__file__).resolve().parent
EPOCH = date(2020, 1, 1)
SHARPEST = 1000  # pixels along the long side: 220 per inch over two thirds of the page

_lock = Lock()  # a compiler keeps the inputs of its last run: one document at a time


@dataclass(frozen=True)
class Sheet:
    """A PDF and what the document says about itself in its `<facts>`."""

    pdf: bytes
    facts: dict[str, Any] = field(default_factory=dict)


def compile_pdf(
    entry: Path,
    data: Mapping[str, Any],
    *,
    images: Mapping[str, bytes] | None = None,
    day: date = EPOCH,
) -> bytes:
    """`entry` is a Typst file inside the package; `data` what `json(bytes(sys.inputs.data))` reads.

    Every text in `data` is first made printable. `images` are JPEG or PNG files; the document
    finds them under `data.images` by name, as an SVG with its width and height. `day` is the date
    in the file's properties. Raises `typst.TypstError` where the document has no title or an image
    no alternative text.
    """
    return compile_sheet(entry, data, images=images, day=day).pdf


def compile_sheet(
    entry: Path,
    data: Mapping[str, Any],
    *,
    images: Mapping[str, bytes] | None = None,
    day: date = EPOCH,
) -> Sheet:
    """As `compile_pdf`, with the facts that the document labels `<facts>`, if it does."""
    clean = {**_clean(data), "images": {n: _framed(jpeg) for n, jpeg in (images or {}).items()}}
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    with _lock:
        compiler = _compiler()
        pdf = compiler.compile(
            input=entry,
            sys_inputs={"data": json.dumps(clean, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=moment,
        )
        facts = json.loads(compiler.query("<facts>", field="value"))
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gaf geen PDF terug.")
    return Sheet(pdf, facts[0] if facts else {})


@cache
def _compiler() -> typst.Compiler:
    make_fonts(font_folder())
    fonts = typst.Fonts(False, False, [font_folder()])
    return typst.Compiler(root=ROOT, font_paths=fonts, ignore_system_fonts=True)


def _clean(value: Any) -> Any:
    """The same data with every text printable; drawings are markup and stay as they are."""
    if isinstance(value, str):
        return value if value.startswith("<svg ") else printable(value)
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(part) for part in value]
    return value


@lru_cache(maxsize=64)
def _framed(photo: bytes) -> dict[str, Any]:
    """A photo upright, no larger than print needs, without what the camera wrote in it.

    Wrapped in an SVG, as Typst takes that from data and a JPEG only from a file.
    """
    with Image.open(BytesIO(photo)) as opened:
        opened.draft("RGB", (SHARPEST, SHARPEST))
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((SHARPEST, SHARPEST))
    written = BytesIO()
    picture.save(written, "JPEG", quality=82, optimize=True)
    wide, high = picture.size
    link = "data:image/jpeg;base64," + b64encode(written.getvalue()).decode()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<image width="{wide}" height="{high}" href="{link}"/></svg>'
    )
    return {"svg": svg, "width": wide, "height": high}
