"""What leaves a programme, for whom, and that it is written down."""

import io
from collections import Counter
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from openpyxl import load_workbook

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.tables.reading import read_table
from leerkring.loop.programmes.export_actions import (
    MayNotGoOut,
    take_out_answers,
    take_out_figures,
)
from leerkring.loop.programmes.export_files import QUESTIONNAIRE_FORMS
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person
from leerkring.practice.scans.answer_files import read_answers
from leerkring.practice.scans.formats.limesurvey_reading import read_lss
from leerkring.practice.scans.models import FrozenResult, Response

BrowserOf = Callable[[str], Client]
Someone = Callable[[str], Person]
APART = {"Noord": 12, "overige teams": 11}  # Oost is withheld for the sake of Zuid


def address(programme: Programme, more: str = "") -> str:
    return f"/programmas/{programme.pk}-{programme.slug}/uitvoer/{more}"


@pytest.fixture
def analyst(taken_in: Programme, person: Someone, browser_of: BrowserOf) -> Client:
    Role.objects.create(programme=taken_in, person=person("Anne"), kind=Role.Kind.ANALYST)
    return browser_of("Anne")


@pytest.fixture
def adviser(taken_in: Programme, person: Someone, browser_of: BrowserOf) -> Client:
    Role.objects.create(programme=taken_in, person=person("Ad"), kind=Role.Kind.ADVISER)
    return browser_of("Ad")


def ask(browser: Client, programme: Programme, form: str = "csv", **more: str):
    return browser.post(address(programme, "antwoorden/"), {"form": form, "agreed": "on", **more})


def teams_in(data: bytes) -> Counter[str]:
    table = read_table(data, "uit.csv")
    place = table.require("team")[0]
    return Counter(cells[place] for _, cells in table.rows)


@pytest.mark.parametrize("form", ["csv", "csv-excel", "xlsx", "limesurvey"])
def test_an_analyst_gets_every_row_that_may_go_out_and_can_read_it_back(
    form: str, analyst: Client, taken_in: Programme
) -> None:
    answer = ask(analyst, taken_in, form)
    assert (answer.status_code, teams_in(answer.content)) == (200, APART)
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    asked = taken_in.round.instrument.instrument
    back = read_answers(read_table(answer.content, "uit"), asked, APART).answers
    stored = sorted(bytes(row) for row in Response.objects.values_list("answers", flat=True))
    assert sorted(row.tobytes() for row in back.values) == stored


def test_no_row_says_who_or_when_or_in_which_order(analyst: Client, taken_in: Programme) -> None:
    first, second = (ask(analyst, taken_in, "limesurvey").content.decode() for _ in range(2))
    rows = [line.split(",") for line in first.splitlines()[1:]]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 24)]
    assert {tuple(row[1:5]) for row in rows} == {("1980-01-01 00:00:00", "4", "nl", "0")}
    keys = [str(key) for key in Response.objects.values_list("pk", flat=True)]
    assert not any(key in first for key in keys)
    assert [row[5:] for row in rows] != [line.split(",")[5:] for line in second.splitlines()[1:]]


def test_every_export_is_in_the_record_and_on_the_page(
    analyst: Client, taken_in: Programme, coordinator: Client, person: Someone
) -> None:
    ask(analyst, taken_in)
    coordinator.post(address(taken_in, "cijfers/"), {"form": "xlsx"})
    lines = Activity.objects.filter(verb="programmes.exported").order_by("pk")
    assert [(line.by, line.sentence) for line in lines] == [
        (person("Anne"), "Antwoorden opgehaald: 23 rijen, CSV, voor een programma."),
        (person("Coördinator"), "Uitkomsten opgehaald: Excel (XLSX)."),
    ]
    page = coordinator.get(address(taken_in)).content.decode()
    assert all(line.sentence in page for line in lines)
    assert "Anne" in page


def test_the_page_says_what_is_in_it_and_on_what_terms(
    analyst: Client, taken_in: Programme
) -> None:
    page = analyst.get(address(taken_in)).content.decode()
    for words in ("23 rijen", "Apart: Noord.", "«overige teams»", "Geef ze aan niemand door"):
        assert words in page


@pytest.mark.parametrize("sent", [{"agreed": ""}, {"form": "spss"}])
def test_without_agreeing_or_a_form_nothing_goes_out(
    sent: dict[str, str], analyst: Client, taken_in: Programme
) -> None:
    answer = ask(analyst, taken_in, **sent)
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert not Activity.objects.filter(verb="programmes.exported").exists()


def test_nobody_else_gets_answers(
    adviser: Client, coordinator: Client, browser_of: BrowserOf, taken_in: Programme
) -> None:
    for browser in (adviser, coordinator, browser_of("Lid Noord"), browser_of("Vreemde")):
        assert ask(browser, taken_in).status_code == 404
    assert "Alleen een onderzoeker" in coordinator.get(address(taken_in)).content.decode()
    assert not Activity.objects.filter(verb="programmes.exported").exists()


def test_an_analyst_who_joins_a_team_gets_no_answers_any_more(
    analyst: Client, taken_in: Programme, noord: Participation, person: Someone
) -> None:
    join_team(person=person("Anne"), team=noord.team, since=date(2026, 1, 5))
    assert ask(analyst, taken_in).status_code == 404
    with pytest.raises(MayNotGoOut):
        take_out_answers(taken_in, form="csv", by=person("Anne"))
    figures = analyst.post(address(taken_in, "cijfers/"), {"form": "csv"}).content.decode()
    assert "Noord" not in figures


def test_before_closing_there_is_nothing_to_take(
    programme: Programme, person: Someone, coordinator: Client
) -> None:
    assert coordinator.get(address(programme)).status_code == 404
    Role.objects.create(programme=programme, person=person("Anne"), kind=Role.Kind.ANALYST)
    for take in (take_out_answers, take_out_figures):
        with pytest.raises(MayNotGoOut):
            take(programme, form="csv", by=person("Anne"))


def test_figures_are_those_that_were_released(coordinator: Client, taken_in: Programme) -> None:
    answer = coordinator.post(address(taken_in, "cijfers/"), {"form": "csv"})
    rows = read_table(answer.content, "uitkomsten.csv").rows
    noord = [cells for _, cells in rows if cells[1] == "Noord"]
    result = FrozenResult.objects.get(
        round=taken_in.round, unit="noord", kind="team", audience="team"
    ).result
    assert noord[0][:5] == ("team", "Noord", "12", "12", "Ik")
    assert float(noord[0][5]) == next(iter(result.dimensions.values())).mean
    withheld = [cells for _, cells in rows if cells[1] in ("Oost", "Zuid")]
    assert len(withheld) == 2
    assert all(set(cells[2:11]) == {""} and cells[11] for cells in withheld)


def test_an_adviser_gets_the_city_and_no_team(adviser: Client, taken_in: Programme) -> None:
    data = adviser.post(address(taken_in, "cijfers/"), {"form": "xlsx"}).content
    sheet = load_workbook(io.BytesIO(data)).active
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {"gemeente", "organisatie"}


@pytest.mark.parametrize("form", [form for form, _ in QUESTIONNAIRE_FORMS])
def test_everybody_with_a_role_can_take_the_questionnaire(
    form: str, adviser: Client, taken_in: Programme
) -> None:
    answer = adviser.get(address(taken_in, f"vragenlijst/{form}/"))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert len(answer.content) > 200


def test_the_questionnaire_is_the_one_that_was_asked(adviser: Client, taken_in: Programme) -> None:
    data = adviser.get(address(taken_in, "vragenlijst/limesurvey/")).content
    assert read_lss(data).instrument.items == taken_in.round.instrument.instrument.items
    assert adviser.get(address(taken_in, "vragenlijst/spss/")).status_code == 404


def test_the_codebook_counts_rows_only_for_an_analyst(
    adviser: Client, analyst: Client, taken_in: Programme
) -> None:
    plain, full = (
        fromstring(browser.get(address(taken_in, "vragenlijst/ddi/")).content)
        for browser in (adviser, analyst)
    )
    found = [book.findtext(".//{ddi:codebook:2_5}caseQnty") for book in (plain, full)]
    assert found == [None, "23"]
