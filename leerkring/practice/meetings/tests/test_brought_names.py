"""By the link in a mail nobody learns which names the platform knows."""

import pytest

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.question_forms import BroughtForm

pytestmark = pytest.mark.django_db


def test_a_known_name_is_taken_like_any_other_and_a_number_is_asked_about(
    meeting: Meeting,
) -> None:
    Person.objects.create_user("samira@voorbeeld.invalid", "Samira Bakhuis")
    asked = {}
    for name in ("Samira Bakhuis", "Wietske Onbekend"):
        plain = BroughtForm({"text": f"Wat doet {name}?"}, meeting=meeting)
        assert plain.is_valid(), plain.errors
        full = BroughtForm({"text": f"Wat doet {name} op 06-12345678?"}, meeting=meeting)
        assert not full.is_valid()
        asked[name] = len(full.traces())
    assert set(asked.values()) == {1}
