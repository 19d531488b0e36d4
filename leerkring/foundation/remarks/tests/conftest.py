"""Something to react to: lines of the record stand in for what other rooms have."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.remarks import registry


@pytest.fixture
def people(db: None) -> list[Any]:
    make = get_user_model().objects.create_user
    return [make(f"p{n}@voorbeeld.invalid", name) for n, name in enumerate(("Noor", "Bas", "Ada"))]


@pytest.fixture
def row(people: list[Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Activity]:
    """Noor's; everybody but Ada sees it; Noor moderates it."""
    noor, _, ada = people
    entry = registry.Remarkable(
        model=Activity,
        visible_to=lambda person: (
            Activity.objects.none() if person.pk == ada.pk else Activity.objects.all()
        ),
        may_remark=lambda person, row: person.is_authenticated,
        url=lambda row: f"/regel/{row.pk}/",
        watchers=lambda row: {noor.pk, ada.pk},
        moderators=lambda row: {noor.pk},
    )
    monkeypatch.setitem(registry._remarkable, "activity.activity", entry)
    return Activity.objects.create(verb="x", by=noor, about="x", about_id="1", sentence="Kijk.")


@pytest.fixture
def entry(row: Activity) -> registry.Remarkable:
    found = registry.remarkable("activity.activity")
    assert found
    return found
