"""What became of the promises of last time stands in the next paper, in numbers."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from leerkring.loop.newspapers.models import Edition
from leerkring.loop.newspapers.queries import composed, fingerprint, kept_since
from leerkring.practice.commitments.actions import look_back
from leerkring.practice.gatherings.actions import add_commitment
from leerkring.practice.gatherings.models import Session

LATER = datetime(2100, 1, 1, tzinfo=UTC)


def test_the_next_session_hears_what_came_of_the_last(edition: Edition) -> None:
    session = edition.participation.session
    entry = add_commitment(session, entry_id=uuid4(), text="mailen", who="", look_back_on=None)
    look_back(entry.commitment, outcome="gelukt", by=None)
    after = Session.objects.create(team=session.team)
    assert kept_since(session, LATER) == ""
    said = "Van 2 voornemens: 1 gelukt, van 1 weten we het nog niet."
    assert kept_since(after, LATER) == said
    long_ago = LATER - timedelta(days=365 * 90)
    assert kept_since(after, long_ago) == "2 voornemens. Hoe het ging, weten we nog niet."


def test_the_paper_says_so_and_does_not_change_under_who_agreed(
    edition: Edition, team: Any
) -> None:
    before = edition.participation.session
    entry = add_commitment(before, entry_id=uuid4(), text="mailen", who="", look_back_on=None)
    participation = edition.participation
    participation.session = Session.objects.create(team=before.team)
    participation.save()
    paper = composed(edition)
    assert "2 voornemens. Hoe het ging, weten we nog niet." in paper.colophon[0]
    look_back(entry.commitment, outcome="gelukt", by=None)
    assert fingerprint(composed(edition)) == fingerprint(paper)
