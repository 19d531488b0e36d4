"""An instrument is kept in versions that never change."""

from dataclasses import replace

import pytest
from django.db import IntegrityError

from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import InstrumentVersion

pytestmark = pytest.mark.django_db


def reworded(instrument: Instrument) -> Instrument:
    first = replace(instrument.items[0], statement="Een andere stelling.")
    return replace(instrument, items=(first, *instrument.items[1:]))


def test_the_same_words_are_the_same_version(six: Instrument) -> None:
    assert keep_instrument(six) == keep_instrument(six)
    assert InstrumentVersion.objects.count() == 1


def test_the_same_words_under_another_number_are_the_same_version(six: Instrument) -> None:
    assert keep_instrument(six) == keep_instrument(replace(six, version="2"))


def test_other_words_are_a_new_version_and_the_old_one_stays(six: Instrument) -> None:
    old, new = keep_instrument(six), keep_instrument(reworded(six))
    newest = keep_instrument(reworded(replace(six, targets=dict.fromkeys(six.targets, 4.0))))
    assert [kept.version for kept in (old, new, newest)] == ["1", "1-2", "1-3"]
    old.refresh_from_db()
    assert old.instrument == six


def test_another_target_is_a_new_version(six: Instrument) -> None:
    higher = replace(six, targets=dict.fromkeys(six.targets, 4.0))
    assert keep_instrument(six) != keep_instrument(higher)


@pytest.mark.parametrize("own", [False, True])
def test_what_was_kept_reads_back_as_it_was(six: Instrument, own: bool) -> None:
    instrument = six if own else built_in()
    kept = keep_instrument(instrument)
    assert InstrumentVersion.objects.get(pk=kept.pk).instrument == instrument


def test_a_version_often_changed_still_fits(six: Instrument) -> None:
    long = replace(six, version="9" * 40)
    keep_instrument(long)
    kept = keep_instrument(reworded(long))
    assert kept.version != long.version
    assert len(kept.version) <= 40


def test_the_table_holds_each_version_once(six: Instrument) -> None:
    kept = keep_instrument(six)
    with pytest.raises(IntegrityError):
        InstrumentVersion.objects.create(name=kept.name, version=kept.version, definition="x")
