"""The forms on the shelf are whole; a wrong one is refused with a reason."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.meetings.library import form_named, library, read_library
from leerkring.practice.meetings.models import Block, Meeting

CODES = [
    *("introductie", "visiedag", "werkdag-kernpartners", "innovatiebijeenkomst", "werkbezoek"),
    *("teamsessie", "wereldcafe", "intervisie", "slotronde-dilemmas"),
]
WRONG = """code = "Proef"
titel = "Proef"
doel = "Doel."
mensen = [8, 4]
volgorde = 1
begint = "half tien"
[[blok]]
titel = "A"
soort = "samen"
minuten = 10
doel = "D."
stappen = [[5, "Praat."]]
[[blok]]
titel = "B"
soort = "dansen"
minuten = 10
"""


def test_there_is_a_form_for_every_kind_of_meeting() -> None:
    assert [form.code for form in library()] == CODES
    assert form_named("bestaat-niet") is None


@pytest.mark.parametrize("form", library(), ids=lambda form: form.code)
def test_a_form_fits_in_the_rows_and_ends_together(form) -> None:  # type: ignore[no-untyped-def]
    assert len(form.code) <= Meeting._meta.get_field("form_code").max_length
    assert all(block.kind in Block.Kind.values for block in form.blocks)
    assert all(len(block.title) <= 120 for block in form.blocks)
    assert form.blocks[-1].kind == Block.Kind.TOGETHER
    assert all(block.purpose and block.steps for block in form.blocks if block.kind != "break")
    assert form.minutes <= 8 * 60


@pytest.mark.parametrize("form", library(), ids=lambda form: form.code)
def test_nobody_sits_longer_than_two_hours_without_a_break(form) -> None:  # type: ignore[no-untyped-def]
    longest = sat = 0
    for block in form.blocks:
        sat = 0 if block.kind == "break" else sat + block.minutes
        longest = max(longest, sat)
    assert longest <= 120


def test_every_form_begins_so_that_lunch_is_at_noon_and_all_go_home_in_time() -> None:
    for form in library():
        at = datetime.combine(date(2126, 10, 7), form.begins)
        for block in form.blocks:
            if block.title == "Lunch":
                assert time(11, 30) <= at.time() <= time(12, 45), form.code
            at += timedelta(minutes=block.minutes)
        assert at.time() <= time(17, 30), form.code
    begins = {form.code: form.begins for form in library()}
    assert begins["werkdag-kernpartners"] == time(9, 30) and begins["teamsessie"] == time(13)


def test_every_fault_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "proef.toml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "kapot.toml").write_text("code = ", encoding="utf-8")
    with pytest.raises(BadTable) as refused:
        read_library(tmp_path)
    said = " ".join(map(str, refused.value.faults))
    for words in (
        "kapot.toml",
        "kleine letters",
        "'mensen'",
        "samen 5 minuten",
        "'soort'",
        "'begint'",
    ):
        assert words in said


def test_a_code_is_given_once(tmp_path: Path) -> None:
    good = WRONG.replace('"Proef"', '"proef"', 1).replace("[8, 4]", "[4, 8]")
    good = (
        good.replace('"half tien"', "09:30:00")
        .replace('[5, "Praat."]', '[10, "Praat."]')
        .replace('"dansen"', '"pauze"')
    )
    for name in ("een", "twee"):
        (tmp_path / f"{name}.toml").write_text(good, encoding="utf-8")
    with pytest.raises(BadTable, match="bestaat al"):
        read_library(tmp_path)
