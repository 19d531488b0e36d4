"""Keep a file, throw one away."""

import hashlib
import re
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.files import File
from django.db import transaction

from leerkring.foundation.files.checking import Checked, check
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.vault import place_of, vault

CHUNK = 2**20
NUMBER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def keep_file(
    upload: Any, *, by: Any | None, alt: str = "", only: Collection[str] | None = None
) -> StoredFile:
    """Keep an uploaded file, or one that a form already checked.

    only    see `checking.check`
    Raises BadFile. When the transaction around it is undone, the bytes stay until the next sweep.
    """
    checked = upload if isinstance(upload, Checked) else check(upload, only=only)
    number, digest, size = uuid4(), hashlib.sha256(), 0
    checked.content.seek(0)
    while chunk := checked.content.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    checked.content.seek(0)
    vault().save(place_of(number), File(checked.content))
    return StoredFile.objects.create(
        id=number,
        name=checked.name,
        media_type=checked.kind.media_type,
        size=size,
        sha256=digest.hexdigest(),
        alt=alt[:300],
        uploaded_by=by if by is not None and by.is_authenticated else None,
    )


def throw_away(numbers: Iterable[UUID]) -> int:
    """Delete files and, once that is certain, their bytes. Returns how many."""
    numbers = list(numbers)
    with transaction.atomic():
        StoredFile.objects.filter(pk__in=numbers).delete()
        transaction.on_commit(lambda: _forget_bytes(numbers))
    return len(numbers)


def _forget_bytes(numbers: Iterable[UUID]) -> None:
    for number in numbers:
        vault().delete(place_of(number))


def forget_stray_bytes(folder: str, *, before: datetime) -> int:
    """Delete what lies in this folder of the vault, from before, and is in no row."""
    try:
        names = vault().listdir(folder)[1]
    except FileNotFoundError:
        return 0
    numbers = [name for name in names if NUMBER.fullmatch(name)]
    kept = StoredFile.objects.filter(pk__in=numbers).values_list("pk", flat=True)
    known = {str(number) for number in kept}
    stray = [
        f"{folder}/{name}"
        for name in names
        if name not in known and vault().get_modified_time(f"{folder}/{name}") < before
    ]
    for place in stray:
        vault().delete(place)
    return len(stray)
