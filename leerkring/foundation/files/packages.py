"""Documents that are a zip: Word, Excel, PowerPoint, OpenDocument."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from leerkring.foundation.files.kinds import DOCX, ODT, PPTX, XLSX, Kind, Refused

MOST_ENTRIES = 5000
MOST_UNPACKED = 300 * 2**20
MOST_RATIO = 100  # of the whole; text in XML shrinks 10 to 40 times
ENOUGH_TO_JUDGE = 10 * 2**20
MOST_READ = 20 * 2**20

OPEN_XML = {
    f"{DOCX.media_type}.main+xml": DOCX,
    f"{XLSX.media_type}.main+xml": XLSX,
    f"{PPTX.media_type}.main+xml": PPTX,
}
PROGRAMS = ("vbaproject", "vbadata", "/activex/", "basic/", "scripts/", "/macrosheets/")
BINARIES = (".bin", ".exe", ".dll", ".scr", ".js", ".vbs", ".bat", ".cmd", ".jar", ".ps1", ".hta")
HARMLESS_BINARIES = ("printersettings",)  # Excel writes one beside every sheet
NOT_OURS = "Een zip nemen we niet aan. Pak hem uit en kies de bestanden zelf."
BROKEN = "We kunnen dit document niet lezen. Open het, bewaar het opnieuw en kies dat."
MACRO = "In dit document zit een macro of programma. Bewaar het zonder macro's en kies dat."
OUTSIDE = (
    "Dit document haalt iets van buiten op (een gekoppeld sjabloon, plaatje of bestand). "
    "Voeg dat in het document zelf in, of bewaar het als pdf."
)
BOMB = "Dit document wordt uitgepakt veel te groot. Maak het kleiner of bewaar het als pdf."


def check_package(data: bytes) -> Kind:
    """Which document this zip is. Nothing is unpacked to disk. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package, len(data))
            _check_entries(package)
            return _kind(package)
    except (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException) as fault:
        raise Refused(BROKEN) from fault
    except (RuntimeError, EOFError, ValueError, KeyError, OSError) as fault:
        raise Refused(BROKEN) from fault


def _check_sizes(package: zipfile.ZipFile, size: int) -> None:
    """Against bombs: many entries, large ones, and entries that share the same bytes."""
    entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise Refused(BOMB)
    if unpacked > ENOUGH_TO_JUDGE and unpacked > MOST_RATIO * size:
        raise Refused(BOMB)
    free_from = 0
    for entry in entries:
        if entry.header_offset < free_from:
            raise Refused(BOMB)
        free_from = entry.header_offset + 30 + entry.compress_size
    # What stands before the first entry or behind the last is no part of a document.
    tail = size - package.start_dir
    if entries and (entries[0].header_offset or tail > 2**20 + 200 * len(entries)):
        raise Refused(BROKEN)


def _check_entries(package: zipfile.ZipFile) -> None:
    seen = set()
    for entry in package.infolist():
        name = entry.filename.lower()
        steps = name.replace("\\", "/").split("/")
        if name in seen or name.startswith("/") or ".." in steps or entry.flag_bits & 1:
            raise Refused(BROKEN)
        seen.add(name)
        harmless = any(word in name for word in HARMLESS_BINARIES)
        if any(word in f"/{name}" or name.startswith(word) for word in PROGRAMS):
            raise Refused(MACRO)
        if name.endswith(BINARIES) and not harmless:
            raise Refused(MACRO)


def _kind(package: zipfile.ZipFile) -> Kind:
    names = set(package.namelist())
    if "[Content_Types].xml" in names:
        return _open_xml(package)
    if "mimetype" in names and _read(package, "mimetype").strip() == ODT.media_type.encode():
        _check_open_document(package)
        return ODT
    raise Refused(NOT_OURS)


def _open_xml(package: zipfile.ZipFile) -> Kind:
    types = {
        str(part.get("ContentType"))
        for part in fromstring(_read(package, "[Content_Types].xml"), forbid_dtd=True)
    }
    if any("macroenabled" in one.lower() or "vba" in one.lower() for one in types):
        raise Refused(MACRO)
    for name in package.namelist():
        if name.lower().endswith(".rels"):
            _check_relations(_read(package, name))
    found = [kind for media_type, kind in OPEN_XML.items() if media_type in types]
    if len(found) != 1:
        raise Refused(NOT_OURS)
    return found[0]


def _check_relations(rels: bytes) -> None:
    """A link that a reader clicks may lead outside; what is fetched by itself may not."""
    for relation in fromstring(rels, forbid_dtd=True):
        outside = str(relation.get("TargetMode", "")).lower() == "external"
        if outside and not str(relation.get("Type")).endswith("/hyperlink"):
            raise Refused(OUTSIDE)


def _check_open_document(package: zipfile.ZipFile) -> None:
    for name in ("content.xml", "styles.xml"):
        for node in fromstring(_read(package, name), forbid_dtd=True).iter():
            tag = str(node.tag).rpartition("}")[2]
            if tag in {"event-listener", "script", "applet", "plugin"}:
                raise Refused(MACRO)
            links = [value for key, value in node.attrib.items() if key.endswith("}href")]
            if tag != "a" and any(":" in link or link.startswith(("/", "..")) for link in links):
                raise Refused(OUTSIDE)


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    """One entry, never more than MOST_READ whatever its header says."""
    with package.open(name) as entry:
        content = entry.read(MOST_READ + 1)
    if len(content) > MOST_READ:
        raise Refused(BOMB)
    return content
