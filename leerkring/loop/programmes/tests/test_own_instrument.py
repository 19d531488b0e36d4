"""An instrument of one's own, in whatever file it comes, as far as the paper people fill in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.foundation.tables.faults import BadTable
from leerkring.loop.programmes.intake import HandedFile, Intake, read_intake
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.online_actions import ask_online
from leerkring.practice.answering.people_files import PersonRow
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.formats.xlsform import write_xlsform
from leerkring.practice.scans.instrument_files import built_in

TEAMS = HandedFile("teams.csv", b"team,organisatie,wijk,gemeente,leden\nNoord,Dichtbij,,Stad,12\n")


def handed(data: bytes) -> Intake:
    return read_intake(TEAMS, instrument=HandedFile("eigen", data))


@pytest.mark.parametrize(
    "data",
    [write_xlsform(built_in()), write_lss(built_in()).encode()],
    ids=["XLSForm", "LimeSurvey"],
)
def test_an_instrument_from_another_program_is_taken_in(data: bytes) -> None:
    asked = handed(data).instrument
    assert asked.codes == built_in().codes
    assert [item.statement for item in asked.items] == [i.statement for i in built_in().items]


def test_what_such_a_file_has_and_we_have_not_is_listed() -> None:
    required = write_lss(built_in()).replace("<mandatory>N</mandatory>", "<mandatory>Y</mandatory>")
    assert any("Verplicht" in note for note in handed(required.encode()).notes)
    odd = (
        "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel,kleur\n"
        "A1,Ik,contact,Ik luister.,nee,1,5,3.5,groen\n"
    )
    assert handed(odd.encode()).notes == ("De kolom «kleur» (rij 2): die kennen we niet.",)


def test_a_file_that_is_no_instrument_is_refused_with_the_rest() -> None:
    with pytest.raises(BadTable) as bad:
        read_intake(
            HandedFile("teams.csv", b"team\nNoord\n"), instrument=HandedFile("eigen.lss", b"<x/>")
        )
    assert {fault.file for fault in bad.value.faults} == {"teams.csv", "eigen.lss"}


def test_the_paper_speaks_the_language_of_the_instrument(
    programme: Programme, coordinator: Client, read: Callable[..., Intake]
) -> None:
    intake = read()
    asked = replace(intake.instrument, language="ar", ends=("أبدا", "دائما"))
    people = (PersonRow("Noord", "een@voorbeeld.nl"),)
    none = replace(intake.answers, values=intake.answers.values[:0], team=intake.answers.team[:0])
    online = replace(intake, instrument=asked, answers=none, people=people)
    ask_online(programme, online, until=date(2100, 1, 1), welcome="", by=None)
    address = reverse("programmes:paper_form", args=[programme.pk, programme.slug, "noord"])
    page = coordinator.get(address).content.decode()
    assert '<ol class="paper__list" lang="ar" dir="rtl"' in page
    assert "<b>1</b> أبدا" in page and "<b>5</b> دائما" in page and "<b>?</b> لا أعرف" in page
    assert "mee eens" not in page
