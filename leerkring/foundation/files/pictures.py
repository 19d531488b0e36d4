"""A picture as it may be kept: made anew from its dots, upright, of a modest size."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from leerkring.foundation.files.kinds import JPEG, PNG, WEBP, Kind, Refused

LONGEST_SIDE = 2400
MOST_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
KEPT_AS = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP, "GIF": PNG}
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    MemoryError,
    OverflowError,
    IndexError,
)


def clean_picture(data: bytes) -> tuple[Kind, bytes]:
    """The picture in `data`, without anything that is not its dots: no EXIF, place or device,
    no comment, and nothing that was hung behind it.

    JPEG, PNG and WebP stay what they are; a GIF becomes a PNG. Of a moving picture the first
    image stays. At most LONGEST_SIDE dots wide or high. Raises Refused.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused("Deze afbeelding is te groot: hoogstens 50 megapixel mag.")
            kind = KEPT_AS[str(image.format)]
            # Made small before it is turned: a quarter of the memory, and JPEG decodes to scale.
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            bare = _bare(_upright(image), keeps_transparency=kind is not JPEG)
    except UNREADABLE as fault:
        raise Refused(
            "We kunnen deze afbeelding niet lezen; misschien is het bestand beschadigd. "
            "Bewaar de afbeelding opnieuw als JPEG of PNG en kies die."
        ) from fault
    out = io.BytesIO()
    if kind is JPEG:
        bare.save(out, "JPEG", quality=85, optimize=True)
    elif kind is WEBP:
        bare.save(out, "WEBP", quality=85)
    else:
        bare.save(out, "PNG")
    return kind, out.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera was held; when what it says about that is broken, as it is."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # any device writes EXIF, in any way; the picture itself may be fine
        return image


def _bare(image: Image.Image, *, keeps_transparency: bool) -> Image.Image:
    """A new image with the same dots: whatever else Pillow carries along stays behind."""
    see_through = image.has_transparency_data
    mode = "RGBA" if see_through else "RGB"
    dots = image.convert(mode)
    if see_through and not keeps_transparency:
        white = Image.new("RGBA", dots.size, "white")
        dots, mode = Image.alpha_composite(white, dots).convert("RGB"), "RGB"
    bare = Image.new(mode, dots.size)
    bare.paste(dots)
    return bare
