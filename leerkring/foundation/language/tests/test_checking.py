"""A form with texts: what is asked before they go out, and what the answers do."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory

from leerkring.foundation.language import registry
from leerkring.foundation.language.checked_texts import Along, CheckedText
from leerkring.foundation.language.checking import CheckedTextMixin, ReadAloneMixin, known_names
from leerkring.foundation.language.decisions import Decision, choices_for
from leerkring.foundation.language.traces import TraceKind

NAMES = ["Sam de Vries", "Sam", "Karim"]
BEFOREHAND = (
    "Voor je het plaatst, kijken we of er iemand in te herkennen is. Niets gevonden is geen"
    " garantie."
)


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_providers", [])
    monkeypatch.setattr(registry, "_places", [])
    registry.register_names(lambda: NAMES)
    yield


class ExampleForm(CheckedTextMixin, forms.Form):
    checked_fields = ("title", "body")
    checked_html_fields = ("body",)

    title = forms.CharField(label="Titel", max_length=40)
    body = forms.CharField(label="Tekst", widget=forms.Textarea, required=False)
    theme = forms.CharField(label="Thema", required=False, max_length=5)

    def asks_check(self) -> bool:
        return "publish" in self.data


def sent(**values: str) -> ExampleForm:
    data = QueryDict(mutable=True)
    data.update({"publish": "ja", "title": "Een avond", **values})
    return ExampleForm(data)


def answered(form: ExampleForm, *values: str, **changes: str) -> ExampleForm:
    """The same form sent again, with these answers in the order of the questions."""
    assert form.trace_panel is not None
    data = form.data.copy()
    data["traces-guard"] = form.trace_panel.guard
    data.update({q.name: value for q, value in zip(form.traces(), values, strict=True)})
    data.update(changes)
    return ExampleForm(data)


def test_a_text_without_traces_asks_nothing() -> None:
    form = sent(body="<p>We praatten over school.</p>")
    assert form.is_valid()
    assert form.traces() == ()
    assert form.decisions == {}


def test_a_draft_is_not_checked() -> None:
    form = ExampleForm({"title": "Bel 06-12345678"})
    assert form.is_valid()


def test_what_is_found_is_asked_about_once_however_often_it_stands_there() -> None:
    form = sent(title="Gesprek met Sam", body="<p>We zagen <b>Sam</b> bij 06-12345678.</p>")
    assert not form.is_valid()
    asked = [(q.kind, q.said, q.times) for q in form.traces()]
    assert asked == [(TraceKind.NAME, "Sam", 2), (TraceKind.PHONE, "06-12345678", 1)]
    assert "Kies wat je" in str(form.non_field_errors())


def test_a_role_comes_in_every_place_and_tags_stay() -> None:
    form = sent(
        title="Gesprek met Sam", body="<p>Sam belde. <b>Sam</b> kreeg 06-<i>1234</i>5678.</p>"
    )
    assert not form.is_valid()
    again = answered(form, "vervang:moeder", "vervang:[telefoonnummer]")
    assert again.is_valid(), again.errors
    assert again.cleaned_data["title"] == "Gesprek met moeder"
    assert again.cleaned_data["body"] == (
        "<p>Moeder belde. <b>Moeder</b> kreeg [telefoonnummer]<i></i>.</p>"
    )
    assert again.decisions == {
        (TraceKind.NAME, Decision.REPLACED): 3,
        (TraceKind.PHONE, Decision.REPLACED): 1,
    }
    assert not again.needs_second_reader


def test_what_is_kept_with_a_reason_stays() -> None:
    form = sent(body="Bel 010-4123456 voor meer.")
    assert not form.is_valid()
    again = answered(form, "openbaar")
    assert again.is_valid()
    assert again.cleaned_data["body"] == "Bel 010-4123456 voor meer."
    assert again.decisions == {(TraceKind.PHONE, Decision.PUBLIC): 1}


def test_a_question_left_open_is_put_again_and_keeps_the_other_answer() -> None:
    form = sent(body="Sam en Karim")
    assert not form.is_valid()
    again = answered(form, "eigen", "")
    assert not again.is_valid()
    assert [q.chosen for q in again.traces()] == ["eigen", ""]
    assert not again.trace_panel.changed


def test_answers_to_another_text_do_not_count_but_are_filled_in() -> None:
    form = sent(body="We spraken Sam.")
    assert not form.is_valid()
    again = answered(form, "vervang:vader", body="We spraken Sam. Ook Karim was er.")
    assert not again.is_valid()
    assert again.trace_panel.changed
    assert [(q.said, q.chosen) for q in again.traces()] == [("Sam", "vervang:vader"), ("Karim", "")]
    assert "Sam" in again["body"].value()


def test_an_answer_that_was_not_offered_is_none() -> None:
    form = sent(body="BSN 123456782 hoort hier niet.")
    assert not form.is_valid()
    assert not answered(form, "openbaar").is_valid()
    assert not answered(form, "vervang:<script>").is_valid()
    assert answered(form, "niemand").is_valid()


def test_a_guard_alone_opens_nothing() -> None:
    form = sent(body="Sam")
    assert not form.is_valid()
    data = form.data.copy()
    data["traces-guard"] = form.trace_panel.guard
    assert not ExampleForm(data).is_valid()


def test_with_another_mistake_nothing_is_replaced_yet_and_no_answer_is_lost() -> None:
    form = sent(body="Sam")
    assert not form.is_valid()
    again = answered(form, "vervang:kind", theme="veel te lang")
    assert not again.is_valid()
    assert list(again.errors) == ["theme"]
    assert again["body"].value() == "Sam"
    last = answered(again, "vervang:kind", theme="kort")
    assert last.is_valid()
    assert last.cleaned_data["body"] == "Kind"


def test_words_that_no_longer_fit_are_said() -> None:
    form = sent(title="Lange titel van een gesprek met Sam, ja")
    assert not form.is_valid()
    again = answered(form, "vervang:hulpverlener")
    assert not again.is_valid()
    assert "40 tekens" in str(again.errors["title"])


def test_ends_of_lines_are_no_change() -> None:
    form = sent(body="Eerst.\nDaarna Sam.")
    assert not form.is_valid()
    assert answered(form, "eigen", body="Eerst.\r\nDaarna Sam.").is_valid()


def test_what_was_public_already_is_not_asked_again() -> None:
    form = sent(body="Bel 010-4123456. Ook Sam.")
    form.accepted_texts = {"body": "Bel 010 412 34 56.", "else": "x"}
    assert not form.is_valid()
    assert [q.said for q in form.traces()] == ["010-4123456", "Sam"]
    same = sent(body="Bel 010-4123456. Ook Sam.")
    same.accepted_texts = {"body": "Bel 010-4123456 gerust."}
    assert not same.is_valid()
    assert [q.said for q in same.traces()] == ["Sam"]


def test_a_name_that_needs_no_question_gets_none() -> None:
    form = sent(body="Van Sam de Vries, over Karim.")
    form.unasked_names = ["Sam de Vries"]
    assert not form.is_valid()
    assert [q.said for q in form.traces()] == ["Karim"]


def test_a_second_reader_agrees_with_these_words_and_no_others() -> None:
    form = sent(body="Sam en Karim")
    assert not form.is_valid()
    again = answered(form, "meelezer", "vervang:vader")
    assert again.is_valid()
    assert again.needs_second_reader
    agreed_with = {again.fingerprint}
    saved = again.cleaned_data["body"]
    for body, valid in [(saved, True), (saved + " en Karim", False)]:
        later = sent(body=body)
        later.agreed = agreed_with.__contains__
        assert later.is_valid() is valid


def test_where_nobody_reads_along_that_is_no_choice() -> None:
    form = sent(body="We zagen Sam.")
    form.read_along = False
    assert not form.is_valid()
    shown = render_to_string("language/_traces.html", {"form": form})
    assert "meelezen" not in shown
    insisting = answered(form, "meelezer")
    insisting.read_along = False
    assert not insisting.is_valid()
    assert [question.chosen for question in insisting.traces()] == [""]
    assert "<mark" in render_to_string("language/_traces.html", {"form": insisting})


def test_a_form_with_a_prefix_works_the_same() -> None:
    form = ExampleForm({"publish": "x", "een-title": "Sam"}, prefix="een")
    assert not form.is_valid()
    shown = render_to_string("language/_traces.html", {"form": form})
    (question,) = form.traces()
    assert f'name="een-{question.name}"' in shown
    data = {
        **form.data,
        f"een-{question.name}": "eigen",
        "een-traces-guard": form.trace_panel.guard,
    }
    assert ExampleForm(data, prefix="een").is_valid()


def example_view(request: HttpRequest) -> HttpResponse:
    form = ExampleForm(request.POST or None)
    if form.is_valid():
        return HttpResponse(form.cleaned_data["body"])
    shown = render_to_string("language/_traces.html", {"form": form}, request)
    return HttpResponse(f"<form method=post>{shown}</form>", status=422)


def test_the_page_marks_what_was_found_and_escapes_everything(rf: RequestFactory) -> None:
    evil = "<p>Sam &lt;script&gt;alert(1)&lt;/script&gt; 06-12345678</p>"
    response = example_view(rf.post("/", {"publish": "x", "title": "T", "body": evil}))
    page = response.content.decode()
    assert "<script" not in page
    assert page.count("<mark") == 2
    assert "telefoonnummer: </span>06-12345678</mark>" in page
    assert "Niets gevonden is geen garantie." in page
    assert page.count("<select") == 2
    assert "style=" not in page


def test_without_traces_there_is_no_panel() -> None:
    form = sent(body="Niets")
    assert form.is_valid()
    line = render_to_string("language/_traces.html", {"form": form}).strip()
    assert line == f'<p class="quiet small">{BEFOREHAND}</p>'


def test_what_is_no_guarantee_is_said_once_and_not_beside_every_small_form() -> None:
    asked = sent(body="We zagen Sam.")
    assert not asked.is_valid()
    panel = render_to_string("language/_traces.html", {"form": asked})
    assert panel.count("Niets gevonden is geen garantie.") == 1 and BEFOREHAND not in panel
    small = type("SmallForm", (ReadAloneMixin, forms.Form), {})()
    assert render_to_string("language/_traces.html", {"form": small}).strip() == ""


def test_names_come_from_every_room_that_knows_people() -> None:
    registry.register_names(lambda: ["Ömer", ""])
    assert known_names() == {*NAMES, "Ömer"}


def test_only_names_that_begin_with_a_word_of_the_text_are_looked_for() -> None:
    registry.register_names(lambda: ["Ömer Aydın", "Sem de Wit", "Semmy"])
    assert known_names("Vraag het OMER, of Sems moeder.") - set(NAMES) == {
        "Ömer Aydın",
        "Sem de Wit",
    }


def test_names_are_read_anew_when_somebody_came_in_and_after_some_minutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people, clock = ["Noor"], [0.0]
    monkeypatch.setattr(registry.time, "monotonic", lambda: clock[0])
    registry.register_names(lambda: list(people), stamp=lambda: len(people))
    assert known_names("Noor") >= {"Noor"}
    people.append("Bas")
    assert known_names("Bas") >= {"Bas"}
    people[1] = "Ada"
    assert "Ada" not in known_names("Ada")
    clock[0] += registry.LONGEST
    assert known_names("Ada") >= {"Ada"}


def test_every_choice_fits_its_kind() -> None:
    for kind in TraceKind:
        groups: dict[str, Any] = {
            label: [value for value, _ in choices] for label, choices in choices_for(kind)
        }
        assert all(groups.values())
    assert "toestemming" not in str(choices_for(TraceKind.BSN))


def test_plainness_is_shown_with_the_passages_first() -> None:
    body = "<p>De casus werd door het team besproken en geëvalueerd. </p>" + "<p>Kort.</p>" * 30
    form = sent(body=body)
    form.is_valid()
    shown = render_to_string("language/_plainness.html", {"plainness": form.plainness()})
    assert shown.index("Vaktaal") < shown.index("LIX")
    assert "&lt;p&gt;" not in shown
    unbound = ExampleForm(initial={"title": "Een <b> & meer", "body": None})
    assert partial(unbound.plainness)().words == 3


def test_a_place_that_is_known_is_asked_about_only_beside_somebody(monkeypatch) -> None:
    monkeypatch.setattr(registry, "_places", [])
    registry.register_places(lambda: ["Bloemhof"])
    assert registry.places_for("Wijkteam Bloemhof begint.") == {"Bloemhof"}
    assert registry.places_for("Iets anders.") == frozenset()
    alone = CheckedText("Wijkteam Bloemhof begint.", (), places=["Bloemhof"])
    beside = CheckedText("Een meisje van 9 in Bloemhof.", (), places=["Bloemhof"])
    assert [trace.kind for trace in alone.traces] == []
    assert [trace.kind for trace in beside.traces] == [TraceKind.PLACE]


class VenueForm(CheckedTextMixin, forms.Form):
    checked_fields = ("title", "place")
    meant_kinds = {"place": {TraceKind.ADDRESS, TraceKind.PHONE}}
    read_along = False

    title = forms.CharField(label="Titel")
    place = forms.CharField(label="Plaats", required=False)


def test_what_a_field_is_there_to_tell_is_no_question_in_that_field_alone() -> None:
    place = "Kerkstraat 12, bel 010-4123456"
    assert VenueForm({"title": "Avond", "place": place}).is_valid()
    form = VenueForm({"title": "Bel 010-4123456", "place": f"{place}, vraag naar Karim"})
    assert not form.is_valid()
    assert [question.said for question in form.traces()] == ["010-4123456", "Karim"]


def test_what_goes_along_is_kept_with_a_reason_or_changed_where_it_was_written() -> None:
    def along(**data: str) -> VenueForm:
        form = VenueForm({"title": "Avond", **data})
        form.goes_along = [Along("Gezegd", "Sam zei het."), Along("Zaal", "")]
        return form

    form = along()
    assert not form.is_valid()
    (question,) = form.traces()
    assert [label for label, _ in question.choices] == ["Laat staan, want"]
    assert "waar het geschreven is" in render_to_string("language/_traces.html", {"form": form})
    guard = form.trace_panel.guard
    assert not along(**{"traces-guard": guard, question.name: "vervang:vader"}).is_valid()
    kept = along(**{"traces-guard": guard, question.name: "toestemming"})
    assert kept.is_valid()
    assert kept.decisions == {(TraceKind.NAME, Decision.CONSENT): 1}
