"""What everybody who signed in can read of a version."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.practice.instruments.actions import copy_version, publish, retire
from leerkring.practice.instruments.draft_actions import save_sheet
from leerkring.practice.instruments.queries import PAGE
from leerkring.practice.instruments.views.versions import address_of
from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.instrument_files import built_in

pytestmark = pytest.mark.django_db
LIST = "/vragenlijsten/"


def test_before_any_round_the_built_in_quickscan_can_be_read(browser):
    assert 'href="/vragenlijsten/ingebouwd/"' in browser.get(LIST).content.decode()
    shown = browser.get("/vragenlijsten/ingebouwd/").content.decode()
    assert built_in().items[0].statement in shown
    assert "niet gevalideerd" in shown


def test_once_it_is_kept_its_own_page_takes_over(browser):
    version = keep_instrument(built_in())
    assert "/vragenlijsten/ingebouwd/" not in browser.get(LIST).content.decode()
    assert browser.get("/vragenlijsten/ingebouwd/").url == address_of(version)


def test_a_retired_version_can_still_be_read(browser, draft, editor):
    version = publish(draft, by=editor)
    retire(version, reason="Te <b>lang</b>.", by=editor)
    shown = browser.get(address_of(version)).content.decode()
    assert "Te &lt;b&gt;lang&lt;/b&gt;." in shown
    assert "Ik luister eerst." in shown


def test_the_difference_says_what_cannot_be_compared(browser, draft, editor):
    first = publish(draft, by=editor)
    copy = copy_version(first, by=editor)
    rows = copy.sheet.rows
    words = replace(rows[0], statement="Ik luister altijd.")
    save_sheet(copy, replace(copy.sheet, rows=(words, *rows[1:])), base=0, by=editor)
    second = publish(copy, by=editor)
    url = reverse("instruments:difference", args=[second.pk, "korte-scan", first.pk])
    shown = browser.get(url).content.decode()
    assert "Deze stellingen vragen iets anders of tellen anders: IK01." in shown
    assert "eerst.</del>" in shown


def test_arabic_stands_from_right_to_left(browser):
    scan = built_in()
    items = (replace(scan.items[0], statement="أنا أستمع", competence="تواصل"), *scan.items[1:])
    version = keep_instrument(replace(scan, name="Scan", language="ar", items=items))
    assert 'lang="ar" dir="rtl">أنا أستمع' in browser.get(address_of(version)).content.decode()


def test_a_file_that_leaves_runs_nothing_in_a_spreadsheet_and_loses_nothing(browser):
    mean = "=HYPERLINK(1)"
    scan = built_in()
    items = (replace(scan.items[0], statement=mean), *scan.items[1:])
    version = keep_instrument(replace(scan, items=items))
    assert version.instrument.items[0].statement == mean
    url = reverse("instruments:file", args=[version.pk, "x", "csv"])
    told = browser.get(url)
    assert f"'{mean}" in told.content.decode()
    assert f",{mean}" not in told.content.decode()
    assert told["Content-Disposition"] == 'attachment; filename="quickscan-ik-wij-wijk-1.csv"'


def test_the_list_costs_as_many_queries_at_one_version_as_at_three(browser):
    keep_instrument(built_in())
    browser.get(LIST)
    with CaptureQueriesContext(connection) as one:
        browser.get(LIST)
    for name in ("b", "c"):
        keep_instrument(replace(built_in(), name=name))
    with CaptureQueriesContext(connection) as three:
        browser.get(LIST)
    assert len(one) == len(three) <= 7


def test_a_long_list_goes_on_and_shows_each_version_once(browser):
    for number in range(PAGE + 1):
        keep_instrument(replace(built_in(), name=f"Scan nummer {number:02d}."))
    first = browser.get(LIST).content.decode()
    older = f"?voor={first.split('?voor=')[1].split(chr(34))[0]}"
    both = first + browser.get(LIST + older).content.decode()
    assert [both.count(f">Scan nummer {n:02d}.<") for n in range(PAGE + 1)] == [1] * (PAGE + 1)
    assert browser.get(f"{LIST}?voor=²").status_code == 200
