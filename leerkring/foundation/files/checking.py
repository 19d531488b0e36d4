"""Whether a file may come in: the one place that looks at all of it."""

import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError

from leerkring.foundation.files.films import clean_film
from leerkring.foundation.files.kinds import HEAD, KINDS, Family, Group, Kind, Refused, family
from leerkring.foundation.files.names import clean_name
from leerkring.foundation.files.packages import check_package
from leerkring.foundation.files.pictures import clean_picture
from leerkring.foundation.files.portables import check_pdf
from leerkring.foundation.files.texts import clean_text


class BadFile(ValidationError):
    """A file that may not come in; the message is a Dutch sentence for who chose it."""


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: what it is, what it is called, and its content from the start."""

    kind: Kind
    name: str
    content: BinaryIO


def check(upload: Any, *, only: Collection[str] | None = None) -> Checked:
    """Look at an uploaded file and make it harmless. Raises BadFile.

    only    what may come in here: groups («afbeelding») or media types; None: all there is
    """
    try:
        checked = _checked(upload)
        if only is not None and not {checked.kind.group, checked.kind.media_type} & set(only):
            raise Refused(f"Hier kun je geen {checked.kind.label}-bestand kiezen, {_wanted(only)}.")
    except Refused as fault:
        raise BadFile(str(fault), code="bad_file") from fault
    return checked


def _checked(upload: Any) -> Checked:
    name = str(getattr(upload, "name", "") or "")
    file = getattr(upload, "file", upload)
    size = file.seek(0, 2)
    file.seek(0)
    found = family(file.read(HEAD))
    most = settings.FILES_FILM_LIMIT if found is Family.FILM else settings.FILES_LIMIT
    if size > most:
        raise Refused(f"Dit bestand is te groot: hoogstens {most // 2**20} MB mag.")
    file.seek(0)
    if found is Family.FILM:
        kind, content = clean_film(file), file
    else:
        kind, data = _cleaned(found, file.read(), name)
        content = io.BytesIO(data)
    return Checked(kind, clean_name(name, kind.extension), content)


def _cleaned(found: Family, data: bytes, name: str) -> tuple[Kind, bytes]:
    if found is Family.PICTURE:
        return clean_picture(data)
    if found is Family.PDF:
        return check_pdf(data), data
    if found is Family.PACKAGE:
        return check_package(data), data
    return clean_text(data, name)


def _wanted(only: Collection[str]) -> str:
    groups = [f"een {group.value}" for group in Group if group in only]
    labels = [kind.label for kind in KINDS if kind.media_type in only]
    return "wel " + " of ".join([*groups, *labels])


def accept(only: Collection[str] | None = None) -> str:
    """What a file field shows to choose from; a help for people, no check."""
    kinds = [k for k in KINDS if only is None or {k.group, k.media_type} & set(only)]
    endings = [f".{kind.extension}" for kind in kinds]
    return ",".join([*endings, *(("image/gif",) if only is None or Group.PICTURE in only else ())])
