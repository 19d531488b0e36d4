"""All files land, or none."""

from pathlib import Path

import pytest

from leerkring.site.landing import all_or_nothing


def content(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_a_new_folder_holds_what_was_made(tmp_path: Path) -> None:
    out = tmp_path / "een" / "twee"
    with all_or_nothing(out) as desk:
        write(desk, {"a": "1", "map/b": "2"})
        assert not out.exists()
    assert content(tmp_path / "een") == {"twee/a": "1", "twee/map/b": "2"}


def test_files_of_the_same_name_are_replaced_and_others_stay(tmp_path: Path) -> None:
    write(tmp_path / "uit", {"a": "oud", "map/b": "oud", "map/eigen": "blijft"})
    with all_or_nothing(tmp_path / "uit") as desk:
        write(desk, {"a": "nieuw", "map/b": "nieuw"})
    assert content(tmp_path) == {"uit/a": "nieuw", "uit/map/b": "nieuw", "uit/map/eigen": "blijft"}


@pytest.mark.parametrize("there", [{}, {"uit/a": "oud"}])
def test_a_fault_while_working_leaves_everything_as_it_was(
    tmp_path: Path, there: dict[str, str]
) -> None:
    write(tmp_path, there)
    with pytest.raises(ZeroDivisionError), all_or_nothing(tmp_path / "uit") as desk:
        write(desk, {"a": "nieuw"})
        1 / 0  # noqa: B018
    assert content(tmp_path) == there
    assert (tmp_path / "uit").exists() == bool(there)


def test_a_folder_in_the_way_of_a_file_undoes_what_had_landed(tmp_path: Path) -> None:
    there = {"uit/a": "oud", "uit/z/eigen": "blijft"}
    write(tmp_path, there)
    with pytest.raises(IsADirectoryError), all_or_nothing(tmp_path / "uit") as desk:
        write(desk, {"a": "nieuw", "map/b": "nieuw", "z": "een bestand"})
    assert content(tmp_path) == there
    assert not (tmp_path / "uit" / "map").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"uit"}
