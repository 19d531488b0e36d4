"""A link that was taken back is kept no longer than one that is over."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from leerkring.foundation.privacy.actions import throw_away_what_is_old
from leerkring.network.entrance.actions import revoke
from leerkring.network.entrance.models import InvitationLink

pytestmark = pytest.mark.django_db


def test_a_link_without_a_last_day_goes_a_year_after_it_was_revoked() -> None:
    used = InvitationLink.objects.create(name="In gebruik")
    link = InvitationLink.objects.create(name="Ingetrokken")
    revoke(link, by=None)
    link.refresh_from_db()
    assert link.until == timezone.localdate()
    InvitationLink.objects.filter(pk=link.pk).update(until=link.until - timedelta(days=366))
    throw_away_what_is_old()
    assert list(InvitationLink.objects.all()) == [used]


def test_what_was_revoked_before_gets_its_last_day() -> None:
    then = timezone.now() - timedelta(days=400)
    later = timezone.localdate() + timedelta(days=9)
    for until in (None, later):
        InvitationLink.objects.create(name="Ingetrokken", revoked_at=then, until=until)
    InvitationLink.objects.create(name="Open", until=later)
    migration = import_module("leerkring.network.entrance.migrations.0003_last_days")
    migration.give_last_days(apps, None)
    days = InvitationLink.objects.order_by("pk").values_list("until", flat=True)
    assert list(days) == [timezone.localdate(then)] * 2 + [later]
