"""A session begins with what became of the promises of the one before it, in numbers."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from leerkring.loop.programmes.models import Participation
from leerkring.network.people.models import Person
from leerkring.practice.commitments.models import Commitment, LookBack, Sight
from leerkring.practice.gatherings.models import Session, SessionCommitment

BrowserOf = Callable[[str], Client]
DAY = date(2026, 3, 2)


def promised(session: Session, text: str, outcome: str = "", **whose: object) -> None:
    whose = whose or {"team": session.team}
    made = Commitment.objects.create(text=text, look_back_on=DAY, **whose)
    SessionCommitment.objects.create(pk=uuid4(), session=session, commitment=made)
    if outcome:
        LookBack.objects.create(commitment=made, outcome=outcome, at=timezone.now())


def after_a_first(part: Participation) -> tuple[Session, Session]:
    """The session of before, and that of now: made after it."""
    now = part.session
    assert now
    newer = Session.objects.create(team=now.team)
    for block in now.blocks.all():
        block.pk, block.session = None, newer
        block.save()
    part.session = newer
    part.save(update_fields=["session"])
    return now, newer


def test_a_session_begins_with_the_tally_of_the_one_before(
    noord: Participation, browser_of: BrowserOf
) -> None:
    before, now = after_a_first(noord)
    for text, outcome in (
        ("Bellen", "gelukt"),
        ("Langsgaan", "gelukt"),
        ("Vragen", "los"),
        ("Kijken", ""),
    ):
        promised(before, text, outcome)
    promised(now, "Van vandaag", "gelukt")
    told = browser_of("Lid Noord").get(f"/sessies/{now.pk}/").content.decode()
    start = told.index("Wat er van de voornemens van vorige keer kwam")
    assert start < told.index("Het beeld van het team")
    tally = told[start : told.index("Het beeld van het team")]
    assert "Van 4" in tally and "gelukt" in tally and "losgelaten" in tally
    assert "Langsgaan" not in tally


def test_what_few_people_keep_to_themselves_is_not_in_it(
    noord: Participation, browser_of: BrowserOf
) -> None:
    before, now = after_a_first(noord)
    someone = Person.objects.create_user("iemand@voorbeeld.nl", "Iemand")
    promised(before, "Van mij", "los", person=someone, sight=Sight.OWN.value)
    told = browser_of("Lid Noord").get(f"/sessies/{now.pk}/").content.decode()
    assert "van vorige keer" not in told


def test_a_first_session_has_nothing_to_look_back_on(
    noord: Participation, browser_of: BrowserOf
) -> None:
    assert noord.session
    told = browser_of("Lid Noord").get(f"/sessies/{noord.session.pk}/").content.decode()
    assert "vorige keer" not in told.lower()
