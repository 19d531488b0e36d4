"""What has a term goes when it is over; what others count with stays as it was."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.activity.models import Activity
from leerkring.foundation.moderation.models import Decision, Flag, Reading
from leerkring.foundation.privacy.actions import throw_away_what_is_old
from leerkring.foundation.privacy.registry import registered
from leerkring.loop.programmes.export_queries import EXPORTED
from leerkring.loop.programmes.release_queries import told_of
from leerkring.network.circles.models import Doorway, Inspection
from tests.cast import World

KEPT_FOR_A_TIME = (Activity, Decision, Doorway, Flag, Inspection, Reading)


def counts(*but: type) -> dict[str, int]:
    models = [m for m in apps.get_models() if m.__module__.startswith("leerkring") and m not in but]
    return {m._meta.label: m._default_manager.count() for m in models}


def test_every_trail_of_what_somebody_did_to_others_has_a_term() -> None:
    terms = {entry.model for entry in registered() if entry.keep is not None}
    assert not set(KEPT_FOR_A_TIME) - terms


def test_an_old_record_goes_and_no_report_or_ledger_or_list_of_what_was_told_changes(
    world: World,
) -> None:
    programme = world.programme
    record(EXPORTED, by=None, about=programme, sentence="Antwoorden opgehaald: 9 rijen.")
    throw_away_what_is_old()
    Activity.objects.update(at=timezone.now() - timedelta(days=3000))
    before, told = counts(Activity), [(line.to, line.sentence) for line in told_of(programme)]
    assert told and Activity.objects.exclude(verb=EXPORTED).exists()
    throw_away_what_is_old()
    assert set(Activity.objects.values_list("verb", flat=True)) == {EXPORTED}
    assert [(line.to, line.sentence) for line in told_of(programme)] == told
    assert counts(Activity) == before
