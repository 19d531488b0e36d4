"""An instrument goes from one tool to another on the command line."""

from pathlib import Path

import pytest

from leerkring.practice.scans.formats.any_instrument import read_any_instrument
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.site.cli.main import main


def test_without_a_file_it_prints_the_quickscan(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["instrument"]) == 0
    assert capfdbinary.readouterr().out.decode() == write_instrument(built_in())


@pytest.mark.parametrize("form", ["csv", "xlsform", "limesurvey"])
def test_what_it_writes_it_reads(
    form: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["instrument", "--to", form]) == 0
    file = tmp_path / "vragenlijst"
    file.write_bytes(capfdbinary.readouterr().out)
    assert read_any_instrument(file.read_bytes(), file.name).instrument.items == built_in().items
    assert main(["instrument", str(file)]) == 0
    again = capfdbinary.readouterr()
    assert (again.out.decode(), again.err) == (write_instrument(built_in()), b"")


def test_what_stays_behind_is_told_line_by_line(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "vragenlijst.lss"
    other = write_lss(built_in()).replace(">Wijk</group_name>", ">Rest</group_name>")
    file.write_text(other, encoding="utf-8")
    assert main(["instrument", str(file)]) == 0
    told = capfdbinary.readouterr()
    assert len(told.out.splitlines()) == 25
    lines = told.err.decode().splitlines()
    assert len(lines) == 12
    assert all(line.startswith("Niet overgenomen. Stelling WK") for line in lines)


@pytest.mark.parametrize("content", [None, b"", b"<a>", b"PK\x03\x04", b"a,b\n1,2\n"])
def test_what_is_no_instrument_is_refused(
    content: bytes | None, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "vragenlijst"
    if content is not None:
        file.write_bytes(content)
    assert main(["instrument", str(file)]) == 2
    told = capfdbinary.readouterr()
    assert told.out == b""
    assert told.err.decode().startswith("vragenlijst")
