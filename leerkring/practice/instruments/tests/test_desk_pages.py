"""The page of a draft, without a script: every button saves first."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leerkring.practice.instruments.actions import publish, translate_version
from leerkring.practice.instruments.draft_actions import write_rows
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.sheets import Row
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.models import InstrumentVersion

pytestmark = pytest.mark.django_db


def page(draft):
    return reverse("instruments:draft", args=[draft.pk])


def press(browser, draft, do, **typed):
    draft.refresh_from_db()
    return browser.post(page(draft), {"do": do, "base": draft.saves, **typed}, follow=True)


def codes(draft):
    return list(draft.items.values_list("code", flat=True))


def test_a_button_saves_what_was_typed_and_then_does_its_work(browser, draft):
    key = draft.items.first().pk
    shown = press(browser, draft, f"neer:{key}", **{f"statement-{key}": "Ik kijk eerst."})
    assert codes(draft) == ["IK02", "IK01", "WIJ01"]
    assert "Ik kijk eerst." in shown.content.decode()
    press(browser, draft, f"op:{key}")
    press(browser, draft, f"op:{key}")
    assert codes(draft) == ["IK01", "IK02", "WIJ01"]


def test_a_new_statement_comes_after_those_of_its_dimension(browser, draft):
    press(browser, draft, "erbij:ik")
    press(browser, draft, "erbij:wijk")
    assert codes(draft) == ["IK01", "IK02", "IK03", "WIJ01", "WK01"]
    assert draft.items.get(code="IK03").competence == "luisteren"


def test_a_statement_can_be_taken_away(browser, draft):
    press(browser, draft, f"weg:{draft.items.first().pk}")
    assert codes(draft) == ["IK02", "WIJ01"]


@pytest.mark.parametrize("do", ["weg:999999", "op:999999", "neer:x", "erbij:stad", "dans", ":", ""])
def test_a_button_that_does_not_exist_only_saves(browser, draft, do):
    assert press(browser, draft, do, name="Andere naam").status_code == 200
    draft.refresh_from_db()
    assert (draft.name, len(codes(draft))) == ("Andere naam", 3)


def test_an_older_page_does_not_overwrite_what_somebody_else_saved(browser, draft):
    press(browser, draft, "bewaren", name="Van de een")
    late = browser.post(page(draft), {"do": "bewaren", "base": "0", "name": "Van de ander"})
    assert late.status_code == 422
    told = late.content.decode()
    assert "Nog niet bewaard" in told
    assert 'value="Van de ander"' in told
    draft.refresh_from_db()
    assert draft.name == "Van de een"


def test_what_is_typed_is_shown_as_text(browser, draft):
    key = draft.items.first().pk
    mean = "<script>alert(1)</script>"
    shown = press(browser, draft, "bewaren", name=mean, **{f"statement-{key}": mean}).content
    assert b"<script>alert" not in shown
    assert b"&lt;script&gt;alert" in shown


def test_a_check_tells_and_keeps_nothing(browser, draft):
    key = draft.items.first().pk
    url = reverse("instruments:check", args=[draft.pk])
    told = json.loads(
        browser.post(url, {f"statement-{key}": "Ik luister niet.", "name": ""}).content
    )
    assert "geef de vragenlijst een naam" in told["summary"]
    assert "ontkenning" in told["rows"][str(key)][0]["text"]
    draft.refresh_from_db()
    assert (draft.name, draft.saves) == ("Korte scan", 0)


def test_a_translation_shows_both_languages_and_goes_on_to_the_next(browser, draft, editor):
    version = publish(draft, by=editor)
    translation = translate_version(version, language="en", by=editor)
    first, second, _ = translation.items.values_list("pk", flat=True)
    shown = browser.get(page(translation)).content.decode()
    assert "Ik luister eerst." in shown
    assert f'name="statement-{first}"' in shown
    assert f'name="code-{first}"' not in shown
    done = browser.post(
        page(translation),
        {"do": f"bewaren:{first}", "base": "0", f"statement-{first}": "I listen first."},
    )
    assert done.url.endswith(f"#stelling-{second}")
    assert press(browser, translation, "erbij:ik").status_code == 404
    assert translation.items.count() == 3


def test_a_draft_can_be_tried_and_leaves_no_trace(browser, draft):
    url = reverse("instruments:try_out", args=[draft.pk])
    before = InstrumentDraft.objects.values().get()
    first = browser.get(url).content.decode()
    assert "Ik luister eerst." in first
    assert "Helemaal mee eens" in first
    assert "Dat was de laatste" in browser.get(f"{url}?stelling=4&antwoord=3").content.decode()
    assert [browser.get(f"{url}?stelling={n}").status_code for n in ("0", "5", "x", "²")] == [
        404
    ] * 4
    assert InstrumentDraft.objects.values().get() == before


def test_a_draft_with_faults_is_not_tried_exported_or_published(browser, draft):
    press(browser, draft, "bewaren", low="x")
    for name, args in (("try_out", []), ("draft_file", ["csv"])):
        url = reverse(f"instruments:{name}", args=[draft.pk, *args])
        assert browser.get(url).url == page(draft)
    publication = reverse("instruments:publication", args=[draft.pk])
    assert "Publiceer versie" not in browser.get(publication).content.decode()
    assert browser.post(publication).url == page(draft)
    assert not InstrumentVersion.objects.exists()


def test_publishing_leads_to_the_version(browser, draft):
    shown = browser.post(reverse("instruments:publication", args=[draft.pk]), follow=True)
    assert "Ik luister eerst." in shown.content.decode()
    assert InstrumentVersion.objects.get().version == "1"


def test_the_page_costs_as_many_queries_at_three_statements_as_at_thirty(browser, draft):
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(page(draft))
    write_rows(draft, [Row(0, f"Q{n}", Dimension.SELF, "veel", "Ik.") for n in range(27)])
    with CaptureQueriesContext(connection) as many:
        browser.get(page(draft))
    assert len(few) == len(many) <= 8
