"""A photo as it may be kept: upright, of a modest size, and without place, time or device."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1800
MOST_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


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
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as fault:
        raise NotAPhoto("Dit is geen foto die we kunnen lezen. Kies een JPEG of PNG.") from fault
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # A new image has no metadata at all; copying only the pixels leaves EXIF and GPS behind.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
