"""Putting new files in a folder: all of them or none."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Moves = list[tuple[Path, Path]]


@contextmanager
def all_or_nothing(out: Path) -> Iterator[Path]:
    """An empty folder to write in; what stands in it afterwards lands in `out` at once.

    When anything goes wrong, `out` is as it was: not there, or with the same content. Files of the
    same name are replaced, others stay. Raises OSError where nothing may be written, or where
    something of another kind stands in the way.
    """
    with tempfile.TemporaryDirectory(dir=_same_disk(out), prefix=".leerkring-") as name:
        desk, replaced = Path(name, "nieuw"), Path(name, "oud")
        desk.mkdir()  # as open to others as any folder; the temporary one above it is not
        yield desk
        if out.exists():
            _move_in(desk, out, replaced)
        else:
            out.parent.mkdir(parents=True, exist_ok=True)
            desk.rename(out)


def _same_disk(out: Path) -> Path:
    """Where to work so that landing is a matter of renaming: beside `out`, else inside it."""
    beside = next(folder for folder in out.absolute().parents if folder.is_dir())
    if not out.exists():
        return beside
    one_disk = beside.stat().st_dev == out.stat().st_dev
    return beside if one_disk and os.access(beside, os.W_OK) else out


def _move_in(desk: Path, out: Path, replaced: Path) -> None:
    """Rename one by one, and back again when one of them fails."""
    moved: Moves = []
    made: list[Path] = []
    try:
        for source in sorted(desk.rglob("*")):
            target = out / source.relative_to(desk)
            if source.is_dir():
                if not target.is_dir():
                    target.mkdir()
                    made.append(target)
                continue
            if target.is_dir() and not target.is_symlink():
                raise IsADirectoryError(f"«{target}» is een map")
            if target.exists() or target.is_symlink():
                kept = replaced / target.relative_to(out)
                kept.parent.mkdir(parents=True, exist_ok=True)
                _move(target, kept, moved)
            _move(source, target, moved)
    except BaseException:
        for source, target in reversed(moved):
            target.rename(source)
        for folder in reversed(made):
            folder.rmdir()
        raise


def _move(source: Path, target: Path, moved: Moves) -> None:
    source.rename(target)
    moved.append((source, target))
