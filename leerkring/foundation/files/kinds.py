"""The kinds of file that may come in, and which of them a file is by its first bytes."""

from dataclasses import dataclass
from enum import StrEnum


class Refused(Exception):
    """The message is a Dutch sentence for whoever chose the file."""


class Group(StrEnum):
    """What a form may ask for."""

    PICTURE = "afbeelding"
    DOCUMENT = "document"
    TEXT = "tekst"
    FILM = "film"


@dataclass(frozen=True)
class Kind:
    """media_type as it is served; extension without a dot; label for people."""

    media_type: str
    extension: str
    label: str
    group: Group


_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = Kind("application/pdf", "pdf", "pdf", Group.DOCUMENT)
JPEG = Kind("image/jpeg", "jpg", "JPEG", Group.PICTURE)
PNG = Kind("image/png", "png", "PNG", Group.PICTURE)
WEBP = Kind("image/webp", "webp", "WebP", Group.PICTURE)
DOCX = Kind(f"{_OFFICE}.wordprocessingml.document", "docx", "Word", Group.DOCUMENT)
XLSX = Kind(f"{_OFFICE}.spreadsheetml.sheet", "xlsx", "Excel", Group.DOCUMENT)
PPTX = Kind(f"{_OFFICE}.presentationml.presentation", "pptx", "PowerPoint", Group.DOCUMENT)
ODT = Kind("application/vnd.oasis.opendocument.text", "odt", "OpenDocument", Group.DOCUMENT)
TXT = Kind("text/plain", "txt", "tekst", Group.TEXT)
CSV = Kind("text/csv", "csv", "csv", Group.TEXT)
VTT = Kind("text/vtt", "vtt", "ondertitels", Group.TEXT)
MP4 = Kind("video/mp4", "mp4", "MP4", Group.FILM)
KINDS = (PDF, JPEG, PNG, WEBP, DOCX, XLSX, PPTX, ODT, TXT, CSV, VTT, MP4)

HEAD = 4096  # how many bytes `family` wants to see
BEFORE_MARKUP = b"\xef\xbb\xbf \t\r\n\x0c"
MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<head", b"<body", b"<iframe")


class Family(StrEnum):
    """What the first bytes tell: enough to know who looks further."""

    PDF = "pdf"
    PICTURE = "picture"
    PACKAGE = "package"
    FILM = "film"
    TEXT = "text"


def family(head: bytes) -> Family:
    """Which family begins with these bytes (HEAD of them, or all there are). Raises Refused."""
    if not head:
        raise Refused("Dit bestand is leeg.")
    if head.startswith(b"%PDF-"):
        return Family.PDF
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")):
        return Family.PICTURE
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Family.PICTURE
    if head.startswith(b"PK\x03\x04"):
        return Family.PACKAGE
    if head[4:8] == b"ftyp":
        return Family.FILM
    _refuse_by_name(head)
    return Family.TEXT


def _refuse_by_name(head: bytes) -> None:
    """Kinds that people try often get a sentence of their own."""
    start = head.lstrip(BEFORE_MARKUP).lower()
    if b"<svg" in start:
        raise Refused(
            "Een SVG-tekening kan een programma bevatten; die nemen we niet aan. "
            "Bewaar de tekening als PNG en kies die."
        )
    if start.startswith(MARKUP):
        raise Refused(
            "Een webpagina (HTML of XML) kan een programma bevatten; die nemen we niet aan. "
            "Bewaar de tekst als pdf en kies die."
        )
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "Dit is een bestand van een oude Word, Excel of PowerPoint, of een met een "
            "wachtwoord. Bewaar het als docx, xlsx of pptx zonder wachtwoord en kies dat."
        )
    if head.startswith((b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")):
        raise Refused("Dit bestand is een programma; dat nemen we niet aan.")
