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


class TooLarge(Refused):
    """More dots than we unfold."""


def clean_picture(data: bytes) -> tuple[Kind, bytes]:
    """The picture in `data`, without anything that is not its dots: no EXIF, place or device,
    no comment, and nothing that was hung behind it.

    JPEG, PNG and WebP stay what they are; a GIF becomes a PNG. Of a moving picture the first
    image stays. At most LONGEST_SIDE dots wide or high. Raises Refused.
    """
    format_, bare = bare_dots(data)
    kind = KEPT_AS[format_]
    if kind is JPEG:
        return kind, as_jpeg(bare)
    out = io.BytesIO()
    if kind is WEBP:
        bare.save(out, "WEBP", quality=85)
    else:
        bare.save(out, "PNG")
    return kind, out.getvalue()


def bare_dots(
    data: bytes,
    *,
    longest: int = LONGEST_SIDE,
    formats: tuple[str, ...] = FORMATS,
    keeps_transparency: bool = True,
) -> tuple[str, Image.Image]:
    """What format it came in, and its dots: upright, at most `longest` wide or high.

    Without transparency what was see-through is white, as on paper. Raises Refused, and TooLarge
    before a picture of more than MOST_PIXELS is unfolded.
    """
    try:
        with Image.open(io.BytesIO(data), formats=formats) as image:
            if image.width * image.height > MOST_PIXELS:
                raise TooLarge("Deze afbeelding is te groot: hoogstens 50 megapixel mag.")
            format_ = str(image.format)
            # Made small before it is turned: a quarter of the memory, and JPEG decodes to scale.
            image.thumbnail((longest, longest))
            see_through = keeps_transparency and format_ != "JPEG"
            return format_, _bare(_upright(image), keeps_transparency=see_through)
    except UNREADABLE as fault:
        raise Refused(
            "We kunnen deze afbeelding niet lezen; misschien is het bestand beschadigd. "
            "Bewaar de afbeelding opnieuw als JPEG of PNG en kies die."
        ) from fault


def as_jpeg(dots: Image.Image) -> bytes:
    out = io.BytesIO()
    dots.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


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
