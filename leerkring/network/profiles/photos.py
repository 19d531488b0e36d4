"""The photo of a person: a square, as large as it is shown and no larger."""

import io

from PIL import Image, ImageOps

SIDE = 320  # dots; shown at most 136 wide, on screens with two dots for one


def squared(data: bytes) -> bytes:
    """A JPEG of `SIDE` × `SIDE`. Of a tall picture the upper middle stays: faces are there.

    `data` was looked at by `foundation.files` before.
    """
    with Image.open(io.BytesIO(data)) as image:
        face = ImageOps.fit(image.convert("RGB"), (SIDE, SIDE), centering=(0.5, 0.35))
    out = io.BytesIO()
    face.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
