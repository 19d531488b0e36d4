"""A line of the record goes after two years; what left the house stays told of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.privacy.actions import throw_away_what_is_old

pytestmark = pytest.mark.django_db


def line(verb: str, days: int) -> None:
    row = Activity.objects.create(verb=verb, about="x", about_id="1", sentence="Iets.")
    Activity.objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(days=days))


def test_only_what_is_older_than_two_years_goes_and_never_what_was_taken_out() -> None:
    for days in (729, 731):
        line("posts.uitgebracht", days)
        line("programmes.exported", days)
    assert throw_away_what_is_old() == 1
    assert sorted(Activity.objects.values_list("verb", flat=True)) == [
        *("posts.uitgebracht", "programmes.exported", "programmes.exported")
    ]
    young = Activity.objects.get(verb="posts.uitgebracht")
    assert timezone.now() - young.at < timedelta(days=730)
