"""Where the bytes lie: in a folder of their own, named by number, for the server's eyes only."""

from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages


def vault() -> Storage:
    """The storage «files» when an installation sets one (S3), else the folder FILES_ROOT."""
    if "files" in settings.STORAGES:
        return storages["files"]
    return _folder(Path(settings.FILES_ROOT))


@cache
def _folder(root: Path) -> FileSystemStorage:
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return FileSystemStorage(
        location=root, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


def place_of(number: UUID) -> str:
    """Two signs of the number make the folder, so that none holds more than a few thousand."""
    return f"{number.hex[:2]}/{number}"
