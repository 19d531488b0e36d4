"""A photo as it may be kept: upright, of a modest size, and without place, time or device."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1800
MOST_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
)


class NotAPhoto(Exception):
    """The message is a Dutch sentence for whoever chose the file."""


def clean_jpeg(data: bytes) -> bytes:
    """JPEG bytes of the picture in `data`, re-encoded so that nothing else comes along.

    Raises NotAPhoto.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise NotAPhoto("Deze foto is te groot. Kies een foto van hoogstens 50 megapixel.")
            upright = _opaque(_upright(image))
    except UNREADABLE as fault:
        raise NotAPhoto("Dit is geen foto die we kunnen lezen. Kies een JPEG of PNG.") from fault
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # A new image has no metadata at all; copying only the pixels leaves EXIF and GPS behind.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the phone was held; when what it says about that is broken, as it is."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # any device writes EXIF, in any way; the picture itself may be fine
        return image


def _opaque(image: Image.Image) -> Image.Image:
    """In colours of three channels; what was see-through is white, as on paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
