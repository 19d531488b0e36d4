"""A photo is made new: what a phone wrote into it, or anybody hid in it, stays behind."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from leerkring.practice.gatherings.photos import LONGEST_SIDE, NotAPhoto, clean_jpeg

PhotoOf = Callable[..., bytes]
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def from_a_phone() -> Image.Exif:
    exif = Image.Exif()
    exif[MAKER] = "Telefoonmaker"
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (51.0, 55.0, 30.0), 3: "E", 4: (4.0, 28.0, 45.0)}
    return exif


def test_place_time_and_device_stay_behind(photo_of: PhotoOf) -> None:
    given = photo_of(exif=from_a_phone(), comment=b"van Noor", icc_profile=b"profiel")
    assert b"Telefoonmaker" in given
    kept = clean_jpeg(given)
    assert not opened(kept).getexif()
    assert set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (b"Exif", b"Telefoonmaker", b"van Noor", b"profiel"):
        assert secret not in kept


def test_a_photo_stands_upright(photo_of: PhotoOf) -> None:
    assert opened(clean_jpeg(photo_of(exif=from_a_phone()))).size == (40, 60)


def test_a_photo_with_broken_notes_of_the_phone_is_kept_as_it_lies(photo_of: PhotoOf) -> None:
    broken = photo_of(exif=from_a_phone()).replace(b"MM\x00*", b"XX\x00*")
    assert opened(clean_jpeg(broken)).size == (60, 40)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("WEBP", "RGBA"), ("JPEG", "CMYK")],
)
def test_whatever_a_tablet_makes_becomes_a_jpeg(photo_of: PhotoOf, kind: str, mode: str) -> None:
    kept = opened(clean_jpeg(photo_of(kind, mode=mode)))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (60, 40))


def test_what_is_see_through_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(clean_jpeg(out.getvalue())).getpixel((10, 10)) == (255, 255, 255)


def test_a_large_photo_becomes_a_modest_one(photo_of: PhotoOf) -> None:
    assert max(opened(clean_jpeg(photo_of(size=(2400, 600)))).size) == LONGEST_SIDE


@pytest.mark.parametrize("size", [(7100, 7100), (10000, 9500), (14000, 14000)])
def test_a_photo_of_more_than_fifty_megapixel_is_refused_unread(
    photo_of: PhotoOf, size: tuple[int, int]
) -> None:
    """A PNG of a few bytes that says it is huge."""
    small = photo_of("PNG", size=(1, 1))
    place = small.index(b"IHDR") + 4
    header = b"".join(side.to_bytes(4, "big") for side in size)
    with pytest.raises(NotAPhoto):
        clean_jpeg(small[:place] + header + small[place + 8 :])


def test_a_page_hidden_behind_or_in_a_photo_does_not_come_along(photo_of: PhotoOf) -> None:
    hidden = b"<script>alert(1)</script>"
    given = photo_of(comment=hidden) + hidden + b"PK\x03\x04"
    kept = clean_jpeg(given)
    assert hidden not in kept
    assert b"PK\x03\x04" not in kept
    assert kept.endswith(b"\xff\xd9")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen foto",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    ],
)
def test_what_is_no_photo_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(NotAPhoto, match=r"Dit is geen foto"):
        clean_jpeg(data)


@pytest.mark.parametrize("kind", ["BMP", "GIF", "TIFF"])
def test_other_kinds_of_pictures_are_refused(photo_of: PhotoOf, kind: str) -> None:
    with pytest.raises(NotAPhoto):
        clean_jpeg(photo_of(kind))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_photo_is_refused(photo_of: PhotoOf, kind: str) -> None:
    whole = photo_of(kind, size=(600, 400))
    with pytest.raises(NotAPhoto):
        clean_jpeg(whole[: len(whole) // 2])


def test_the_same_photo_gives_the_same_bytes(photo_of: PhotoOf) -> None:
    assert clean_jpeg(photo_of()) == clean_jpeg(photo_of())
