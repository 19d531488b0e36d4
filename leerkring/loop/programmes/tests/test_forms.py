"""What a coordinator and a team fill in, and what they hear when it is wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from leerkring.loop.programmes.emphasis import BALANCED, EmphasisAdvice
from leerkring.loop.programmes.forms import (
    IntakeForm,
    OverruleForm,
    PlanForm,
    ProgrammeForm,
    whole_percents,
)
from leerkring.network.people.models import Person
from leerkring.practice.scans.dimensions import Dimension

ADVICE = EmphasisAdvice(dict(BALANCED), (), None, (), True)
GOOD = {
    "name": "Week",
    "municipality": "Merestad",
    "starts_on": "2026-10-05",
    "ends_on": "2026-10-09",
    "budget": "0",
}
CHOICE = {"ik": "20", "wij": "30", "wijk": "50", "reason": "Omdat het zo is."}


def chosen(**changes: str) -> OverruleForm:
    return OverruleForm({**CHOICE, **changes}, advice=ADVICE)


def test_a_choice_in_whole_percents_becomes_shares() -> None:
    form = chosen()
    assert form.is_valid()
    assert form.choice.weights == {
        Dimension.SELF: 0.2,
        Dimension.TEAM: 0.3,
        Dimension.DISTRICT: 0.5,
    }
    assert form.choice.reason == "Omdat het zo is."


@pytest.mark.parametrize(("ik", "wij", "wijk"), [("20", "30", "49"), ("40", "30", "31")])
def test_shares_add_up_to_a_hundred(ik: str, wij: str, wijk: str) -> None:
    form = chosen(ik=ik, wij=wij, wijk=wijk)
    assert not form.is_valid()
    (fault,) = form.non_field_errors()
    assert str(int(ik) + int(wij) + int(wijk)) in fault
    assert form.choice is None


def test_no_side_gets_less_than_a_tenth() -> None:
    form = chosen(ik="9", wij="41")
    assert not form.is_valid()
    assert "Ik" in form.non_field_errors()[0]


@pytest.mark.parametrize("reason", ["", "   ", "a" * 501])
def test_a_choice_has_a_reason_of_some_length(reason: str) -> None:
    form = chosen(reason=reason)
    assert not form.is_valid()
    assert "reason" in form.errors


@pytest.mark.parametrize("share", ["", "-1", "101", "33,5", "veel"])
def test_a_share_is_a_whole_number(share: str) -> None:
    form = chosen(ik=share)
    assert not form.is_valid()
    assert "ik" in form.errors


def test_thirds_can_be_sent_in_as_they_are_shown() -> None:
    shown = whole_percents(BALANCED)
    assert sorted(shown.values()) == [33, 33, 34]
    assert chosen(**{name: str(share) for name, share in shown.items()}).is_valid()


@pytest.mark.parametrize("first", [0.2, 0.29, 0.333, 0.425, 0.6])
def test_whatever_the_advice_its_percents_add_up(first: float) -> None:
    weights = dict(zip(Dimension, (first, 0.2, 0.8 - first), strict=True))
    shown = whole_percents(weights)
    assert sum(shown.values()) == 100
    assert all(abs(shown[d.value] - 100 * w) < 1 for d, w in weights.items())


def test_the_last_day_is_not_before_the_first() -> None:
    assert ProgrammeForm(GOOD).is_valid()
    assert ProgrammeForm({**GOOD, "ends_on": "2026-10-05"}).is_valid()
    form = ProgrammeForm({**GOOD, "ends_on": "2026-10-04"})
    assert form.errors == {"ends_on": ["De laatste dag ligt vóór de eerste dag."]}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "a" * 161),
        ("municipality", "a" * 121),
        ("starts_on", "morgen"),
        ("starts_on", ""),
        ("budget", "-1"),
        ("budget", "100000001"),
    ],
)
def test_a_programme_that_cannot_be_is_refused_at_its_field(field: str, value: str) -> None:
    form = ProgrammeForm({**GOOD, field: value})
    assert not form.is_valid()
    assert set(form.errors) == {field}


def test_a_day_may_be_written_the_dutch_way() -> None:
    form = ProgrammeForm({**GOOD, "starts_on": "5-10-2026"})
    assert form.is_valid()
    assert form.cleaned_data["starts_on"] == date(2026, 10, 5)


def upload(size: int = 10) -> SimpleUploadedFile:
    return SimpleUploadedFile("x.csv", b"x" * size)


def sent(**files: SimpleUploadedFile) -> IntakeForm:
    return IntakeForm({}, MultiValueDict({name: [file] for name, file in files.items()}))


def test_two_files_are_enough() -> None:
    assert sent(teams=upload(), answers=upload()).is_valid()
    assert set(sent(teams=upload()).errors) == {"answers"}


@pytest.mark.parametrize("name", ["teams", "answers", "districts", "instrument"])
def test_a_file_over_the_limit_is_refused_at_its_field(settings: object, name: str) -> None:
    settings.UPLOAD_LIMIT = 20
    files = {"teams": upload(), "answers": upload(), name: upload(21)}
    assert set(sent(**files).errors) == {name}


def test_a_file_that_nobody_asked_for_is_not_looked_at(settings: object) -> None:
    settings.UPLOAD_LIMIT = 20
    assert sent(teams=upload(), answers=upload(), iets=upload(21)).is_valid()


def test_an_empty_file_is_refused_at_its_field() -> None:
    assert set(sent(teams=upload(0), answers=upload()).errors) == {"teams"}


def test_what_is_handed_on_has_its_own_name_without_its_folder() -> None:
    form = sent(teams=SimpleUploadedFile("../../etc/teams.csv", b"x"), answers=upload())
    assert form.is_valid()
    handed = form.handed("teams")
    assert (handed.name, handed.source) == ("teams.csv", b"x")
    assert form.handed("districts") is None


def test_a_facilitator_is_found_by_mail_whatever_its_capitals(
    person: Callable[[str], Person],
) -> None:
    roos = person("Roos")
    form = PlanForm({"facilitator": "ROOS@voorbeeld.nl"})
    assert form.is_valid()
    assert form.cleaned_data["facilitator"] == roos


def test_nobody_may_facilitate_for_now(db: None) -> None:
    form = PlanForm({})
    assert form.is_valid()
    assert form.cleaned_data == {"facilitator": None, "starts_at": None, "place": ""}


@pytest.mark.parametrize("mail", ["wie@voorbeeld.nl", "geen adres"])
def test_an_unknown_facilitator_is_refused(db: None, mail: str) -> None:
    assert set(PlanForm({"facilitator": mail}).errors) == {"facilitator"}


def test_who_left_the_site_cannot_facilitate(person: Callable[[str], Person]) -> None:
    roos = person("Roos")
    roos.is_active = False
    roos.save()
    assert not PlanForm({"facilitator": roos.email}).is_valid()


def test_an_advice_is_untouched_by_a_choice() -> None:
    form = chosen()
    form.is_valid()
    assert form.choice.advice == replace(ADVICE)
