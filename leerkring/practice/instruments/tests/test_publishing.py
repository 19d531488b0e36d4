"""From a draft to a version that never changes, and out of use again."""

from dataclasses import replace
from datetime import date

import pytest

from leerkring.foundation.activity.models import Activity
from leerkring.practice.instruments.actions import (
    NothingNew,
    NotReady,
    begin_draft,
    copy_built_in,
    copy_version,
    publish,
    retire,
    translate_version,
)
from leerkring.practice.instruments.draft_actions import save_sheet, write_rows
from leerkring.practice.instruments.models import InstrumentDraft, Retirement
from leerkring.practice.instruments.queries import (
    choosable_instruments,
    next_version,
    relatives,
    remarks_on,
    retirement_of,
)
from leerkring.practice.instruments.tests.some_rows import ROWS
from leerkring.practice.scans.actions import keep_instrument, open_round
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.models import InstrumentVersion

pytestmark = pytest.mark.django_db


def reword(draft, words, by):
    sheet = draft.sheet
    first = replace(sheet.rows[0], statement=words)
    save_sheet(draft, replace(sheet, rows=(first, *sheet.rows[1:])), base=draft.saves, by=by)


def test_a_published_draft_is_a_version_and_the_draft_is_gone(draft, editor):
    version = publish(draft, by=editor)
    assert (version.name, version.version) == ("Korte scan", "1")
    assert version.instrument.codes == ("IK01", "IK02", "WIJ01")
    assert version.provenance.by == editor
    assert not InstrumentDraft.objects.exists()
    assert Activity.objects.filter(verb="instruments.published", by=editor).count() == 1


def test_a_copy_becomes_the_next_version_of_the_same_family(draft, editor):
    first = publish(draft, by=editor)
    copy = copy_version(first, by=editor)
    reword(copy, "Ik luister altijd eerst.", editor)
    second = publish(copy, by=editor)
    assert second.version == "2"
    assert [one.version for one in relatives(first)] == [second, first]
    first.refresh_from_db()
    assert first.instrument.items[0].statement == "Ik luister eerst."


def test_a_running_round_keeps_the_version_it_began_with(draft, editor):
    first = publish(draft, by=editor)
    going = open_round(name="R", instrument=first.instrument, teams=(), on=date(2026, 1, 1))
    copy = copy_version(first, by=editor)
    reword(copy, "Anders.", editor)
    publish(copy, by=editor)
    going.refresh_from_db()
    assert going.instrument == first
    assert going.instrument.instrument.items[0].statement == "Ik luister eerst."


def test_what_came_with_a_round_joins_the_family_of_its_copy(editor):
    kept = keep_instrument(built_in())
    copy = copy_built_in(by=editor)
    reword(copy, "Anders.", editor)
    new = publish(copy, by=editor)
    kept = InstrumentVersion.objects.get(pk=kept.pk)
    assert kept.provenance.family == new.provenance.family
    assert kept.provenance.at is None
    assert new.version == "2"


def test_files_of_one_name_are_versions_of_one_instrument(editor):
    first = keep_instrument(built_in())
    second = keep_instrument(replace(built_in(), ends=("nooit", "altijd")))
    copy = copy_version(second, by=editor)
    reword(copy, "Anders.", editor)
    third = publish(copy, by=editor)
    family = [one.version for one in relatives(third)]
    assert family == [third, second, first]
    assert third.version == "2"


def test_a_draft_with_faults_is_not_published(editor):
    empty = begin_draft("Leeg", by=editor)
    with pytest.raises(NotReady) as caught:
        publish(empty, by=editor)
    assert "er staat nog geen stelling in" in str(caught.value.remarks[0])
    assert not InstrumentVersion.objects.exists()


def test_the_same_words_again_are_no_new_version(draft, editor):
    first = publish(draft, by=editor)
    with pytest.raises(NothingNew):
        publish(copy_version(first, by=editor), by=editor)
    assert InstrumentVersion.objects.count() == 1


def test_publishing_twice_makes_one_version(draft, editor):
    publish(InstrumentDraft.objects.get(pk=draft.pk), by=editor)
    with pytest.raises(InstrumentDraft.DoesNotExist):
        publish(draft, by=editor)
    assert InstrumentVersion.objects.count() == 1


def test_a_name_belongs_to_one_family(draft, editor):
    publish(draft, by=editor)
    stranger = begin_draft("korte SCAN", by=editor)
    write_rows(stranger, ROWS)
    with pytest.raises(NotReady, match="faults"):
        publish(stranger, by=editor)


def test_a_translation_keeps_everything_but_words(draft, editor):
    first = publish(draft, by=editor)
    translation = translate_version(first, language="ar", by=editor)
    assert {str(remark) for remark in remarks_on(translation, translation.sheet)} >= {
        "Stelling 1 (IK01), stelling: nog niet vertaald."
    }
    sheet = translation.sheet
    rows = tuple(
        replace(row, statement=f"جملة {row.code}", competence=f"كفاءة {row.dimension}")
        for row in sheet.rows
    )
    save_sheet(translation, replace(sheet, rows=rows), base=0, by=editor)
    version = publish(InstrumentDraft.objects.get(pk=translation.pk), by=editor)
    asked, source = version.instrument, first.instrument
    assert (asked.language, asked.codes, asked.targets) == ("ar", source.codes, source.targets)
    assert [item.reversed for item in asked.items] == [item.reversed for item in source.items]
    assert version.version == first.version
    assert version in [one.version for one in relatives(first)]


def test_numbers_count_on_within_a_family_under_another_name(draft, editor):
    first = publish(draft, by=editor)
    copy = copy_version(first, by=editor)
    save_sheet(copy, replace(copy.sheet, name="Heel korte scan"), base=0, by=editor)
    assert next_version(InstrumentDraft.objects.get(pk=copy.pk)) == "2"


def test_a_retired_version_cannot_be_chosen_and_says_why(draft, editor):
    version = publish(draft, by=editor)
    assert list(choosable_instruments()) == [version]
    retire(version, reason="Te lang.", by=editor)
    retire(version, reason="Nog eens.", by=editor)
    assert list(choosable_instruments()) == []
    assert retirement_of(version.instrument).reason == "Te lang."
    assert Retirement.objects.count() == 1
    assert Activity.objects.filter(verb="instruments.retired").count() == 1


def test_what_only_came_with_a_round_is_not_offered_to_others(editor):
    keep_instrument(built_in())
    assert list(choosable_instruments()) == []
    assert retirement_of(built_in()) is None
