"""Which domains of life a team covers: a row each, and a reason where there is nothing to show."""

from leerkring.loop.programmes.coverage_picture import UNTOLD, coverage_picture
from leerkring.practice.scans.coverage import DOMAINS, WITHHELD, Coverage

ALL = {domain.code: Coverage.COVERED for domain in DOMAINS}


def test_every_domain_has_a_row_in_words() -> None:
    picture = coverage_picture({**ALL, "school": Coverage.NOT, "wonen": None})
    assert picture.drawing
    rows = dict(picture.drawing.table)
    assert len(rows) == len(DOMAINS)
    assert (rows["School"], rows["Wonen"], rows["Opvoeden"]) == ("niet gedekt", UNTOLD, "gedekt")
    assert picture.withheld == WITHHELD


def test_the_point_is_what_is_missing_and_otherwise_what_is_thin() -> None:
    missing = {**ALL, "school": Coverage.NOT, "geld": Coverage.NOT, "wonen": Coverage.THIN}
    assert coverage_picture(missing).point == "Niet gedekt: Geld en werk en School."
    assert coverage_picture({**ALL, "wonen": Coverage.THIN}).point == "Dun gedekt: Wonen."
    assert "minstens drie mensen veel" in coverage_picture(ALL).point
    assert coverage_picture(ALL).withheld == ""


def test_where_nothing_may_be_told_there_is_a_reason_and_no_drawing() -> None:
    picture = coverage_picture(dict.fromkeys(ALL))
    assert (picture.drawing, picture.withheld) == (None, WITHHELD)
