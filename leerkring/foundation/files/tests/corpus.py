"""Files to try, made here byte by byte: good ones, and ones that mean harm."""

import io
import struct
import zipfile
import zlib

from PIL import Image

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/word/document.xml" ContentType="{}"/></Types>'
)
OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml.document.main+xml"
EXCEL = f"{OFFICE}.spreadsheetml.sheet.main+xml"
POWERPOINT = f"{OFFICE}.presentationml.presentation.main+xml"
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://x/{}" Target="http://kwaad.example/" '
    'TargetMode="External"/></Relationships>'
)
ODT = "application/vnd.oasis.opendocument.text"
ODT_TEXT = (
    '<office:document-content xmlns:office="urn:o" xmlns:draw="urn:d" xmlns:text="urn:t" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">{}</office:document-content>'
)


def picture(form: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (180, 120, 60)).save(out, form, **options)
    return out.getvalue()


def photo_with_place(turned: int = 6) -> bytes:
    """A JPEG with a GPS position and a camera, taken on its side."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "GEHEIME CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 55.0, 12.0)
    return picture("JPEG", exif=exif, comment=b"GEHEIME PLEK")


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def package(entries: dict[str, str | bytes], pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", pack) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def office(kind: str = WORD, **more: str | bytes) -> bytes:
    """A Word document, or another; `more` with __ for / and ___ for a dot in names."""
    extra = {name.replace("___", ".").replace("__", "/"): body for name, body in more.items()}
    types = {"[Content_Types].xml": CONTENT_TYPES.format(kind)}
    return package(types | {"word/document.xml": "<w/>"} | extra)


def open_document(inside: str = "") -> bytes:
    text = ODT_TEXT.format(inside)
    return package({"mimetype": ODT, "content.xml": text, "styles.xml": ODT_TEXT.format("")})


def overlapping() -> bytes:
    """Two entries of the directory that point at the same bytes, as in a bomb without layers."""
    made = bytearray(office(one="x" * 5000, two="x" * 5000))
    places = []
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        places.append(at)
        at = made.find(b"PK\x01\x02", at + 4)
    made[places[-1] + 42 : places[-1] + 46] = made[places[-2] + 42 : places[-2] + 46]
    return bytes(made)


def pdf(inside: bytes = b"", after: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj << /Type /Catalog " + inside + b" >> endobj\n%%EOF\n" + after


def pdf_with_packed(objects: bytes) -> bytes:
    packed = zlib.compress(objects)
    head = b"2 0 obj << /Type /ObjStm /Filter /FlateDecode /Length %d >>\n" % len(packed)
    return b"%PDF-1.7\n" + head + b"stream\n" + packed + b"\nendstream endobj\n%%EOF\n"


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def film(brand: bytes = b"isom") -> bytes:
    place = box(b"udta", box(b"\xa9xyz", b"+51.9200+004.4800/"))
    moov = box(b"moov", box(b"mvhd", bytes(100)) + box(b"trak", place) + place)
    return box(b"ftyp", brand + bytes(4)) + moov + box(b"mdat", b"beeld" * 10)
