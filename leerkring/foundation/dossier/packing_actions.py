"""Everything about a person in one package: for a program, for reading, and their own files."""

import json
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.template.loader import render_to_string
from django.utils import timezone

from leerkring.foundation.design.drawing import Markup
from leerkring.foundation.design.typesetting import ROOT
from leerkring.foundation.dossier.actions import lay_ready
from leerkring.foundation.dossier.models import ExportReady, ExportRequest
from leerkring.foundation.dossier.wording import lines_of
from leerkring.foundation.files.actions import keep_file, throw_away
from leerkring.foundation.files.checking import Checked
from leerkring.foundation.files.kinds import Group, Kind
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.vault import place_of, vault
from leerkring.foundation.privacy.queries import export_of

ZIP = Kind("application/zip", "zip", "ZIP", Group.DOCUMENT)
CHUNK = 2**20
_STYLES = (
    ROOT / "foundation" / "design" / "static" / "design" / "css" / "reset.css",
    ROOT / "foundation" / "design" / "static" / "design" / "css" / "theme.css",
    ROOT / "foundation" / "dossier" / "static" / "dossier" / "export.css",
)


def make_export(asked: ExportRequest, now: datetime) -> ExportReady | None:
    """Make the package and lay it ready, once. What is lost on the way nothing leads to, and
    `files` throws it away."""
    name = f"leerkring-gegevens-{timezone.localdate(now):%Y-%m-%d}.zip"
    with TemporaryFile() as out:
        pack(asked.person, out, now)
        stored = keep_file(Checked(ZIP, name, out), by=None)
    ready = lay_ready(asked, stored, now=now)
    if ready is None:
        throw_away([stored.pk])
    return ready


def pack(person: Any, out: BinaryIO, now: datetime) -> None:
    """Write the package of this person into `out`: at most one file of theirs is in memory, and
    of that a part."""
    kinds = export_of(person)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        files = _add_files(package, person, now)
        whole = {"at": now.isoformat(), "kinds": kinds, "files": [name for name, _ in files]}
        _add_text(package, "gegevens.json", json.dumps(whole, ensure_ascii=False, indent=1), now)
        _add_text(package, "gegevens.html", _page(person, kinds, files, now), now)


def _add_files(package: ZipFile, person: Any, now: datetime) -> list[tuple[str, StoredFile]]:
    """What the person added, each under a name that no other has."""
    added = []
    rows = StoredFile.objects.filter(uploaded_by=person).order_by("at", "pk")
    for number, stored in enumerate(rows, 1):
        name = f"bestanden/{number:03}-{stored.name}"
        try:
            content = vault().open(place_of(stored.pk))
        except OSError:  # its bytes are gone; that it was there stands in the data
            continue
        entry = _entry(name, now)
        entry.compress_type = ZIP_STORED  # pictures, films and documents are packed already
        with content, package.open(entry, "w", force_zip64=True) as place:
            while chunk := content.read(CHUNK):
                place.write(chunk)
        added.append((name, stored))
    return added


def _add_text(package: ZipFile, name: str, text: str, now: datetime) -> None:
    package.writestr(_entry(name, now), text)


def _entry(name: str, now: datetime) -> ZipInfo:
    entry = ZipInfo(name, timezone.localtime(now).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    return entry


def _page(
    person: Any, kinds: list[dict[str, Any]], files: list[tuple[str, StoredFile]], now: datetime
) -> str:
    context = {
        "person": person,
        "at": now,
        "kinds": [{**kind, "rows": [lines_of(row) for row in kind["rows"]]} for kind in kinds],
        "files": files,
        "styles": Markup("\n".join(sheet.read_text(encoding="utf-8") for sheet in _STYLES)),
    }
    return render_to_string("dossier/standalone.html", context)
