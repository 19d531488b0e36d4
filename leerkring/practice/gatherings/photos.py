"""A photo as it may be kept: upright, of a modest size, and without place, time or device."""

from leerkring.foundation.files.kinds import Refused
from leerkring.foundation.files.pictures import TooLarge, as_jpeg, bare_dots

LONGEST_SIDE = 1800
FORMATS = ("JPEG", "PNG", "WEBP")


class NotAPhoto(Exception):
    """The message is a Dutch sentence for whoever chose the file."""


def clean_jpeg(data: bytes) -> bytes:
    """JPEG bytes of the picture in `data`, made anew so that nothing else comes along.

    Raises NotAPhoto.
    """
    try:
        _, dots = bare_dots(data, longest=LONGEST_SIDE, formats=FORMATS, keeps_transparency=False)
    except TooLarge as fault:
        sentence = "Deze foto is te groot. Kies een foto van hoogstens 50 megapixel."
        raise NotAPhoto(sentence) from fault
    except Refused as fault:
        sentence = "Dit is geen foto die we kunnen lezen. Kies een JPEG of PNG."
        raise NotAPhoto(sentence) from fault
    return as_jpeg(dots)
