"""The headings under which people read what is kept of them."""

from leerkring.foundation.privacy.registry import registered
from leerkring.site.own_data import OTHERWISE, heading_of


def test_only_the_record_of_what_happened_has_no_subject_of_its_own() -> None:
    otherwise = {e.model._meta.app_label for e in registered() if heading_of(e) == OTHERWISE}
    assert otherwise <= {"activity"}


def test_what_is_said_and_promised_at_a_meeting_is_read_under_what_people_call_it() -> None:
    headings = {entry.model._meta.app_label: heading_of(entry) for entry in registered()}
    assert headings["attendance"] == headings["reports"] == "Bijeenkomsten"
    assert headings["agreements"] == headings["dilemmas"] == "Afspraken, voornemens en dilemma's"
