"""What waits to be talked about comes on the programme, and tells no more than may be read."""

from datetime import UTC, datetime
from types import SimpleNamespace

from leerkring.network.people.actions import organisation_named
from leerkring.practice.agreements.models import Agreement, Contact, Kept, Score, Side
from leerkring.practice.dilemmas.actions import Put, put_dilemma
from leerkring.practice.meetings.agenda_actions import begin_with_what_wrings, put_dilemma_on
from leerkring.practice.meetings.agenda_queries import dilemmas_waiting, subjects_seen_by
from leerkring.practice.meetings.models import Invitation, Meeting

LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)


def a_dilemma(house: SimpleNamespace):  # type: ignore[no-untyped-def]
    put = Put(
        title="Bellen of wachten?",
        one_side="Snel zijn.",
        other_side="Ruimte laten.",
        audience="kring",
        circle=house.circle,
    )
    return put_dilemma(put, by=house.member)


def test_an_open_dilemma_waits_until_it_is_on_the_programme(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    dilemma = a_dilemma(house)
    assert list(dilemmas_waiting(house.lead, meeting)) == [dilemma]
    block = put_dilemma_on(meeting, dilemma)
    assert list(dilemmas_waiting(house.lead, meeting)) == []
    assert meeting.blocks.last() == block
    assert block.minutes == sum(int(step.split()[0]) for step in block.steps)
    assert "Bellen" not in block.title + block.purpose + "".join(block.steps)


def test_only_who_may_read_it_sees_what_it_is_about(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    block = put_dilemma_on(meeting, a_dilemma(house))
    assert subjects_seen_by(house.lead, meeting)[block.pk][0] == "Bellen of wachten?"
    assert subjects_seen_by(house.outsider, meeting) == {}


def test_what_partners_see_differently_is_on_a_new_meeting_by_itself(
    house: SimpleNamespace, meeting: Meeting
) -> None:
    """Without a circle by the organisations that are asked; only what the organiser may read."""
    ours, theirs = organisation_named("Het Kompas"), organisation_named("De Brug")
    agreement = Agreement.objects.create(
        promiser=ours, receiver=theirs, task="Terugbellen", expectation="", made_at=LONG_AGO
    )
    Score.objects.create(agreement=agreement, week=6, kept=Kept.NO, sentence="", at=LONG_AGO)
    meeting.circle = None
    meeting.save()
    Invitation.objects.create(meeting=meeting, name="Sam", email="s@v.example", organisation=ours)
    assert begin_with_what_wrings(meeting, by=house.lead) == 0
    Contact.objects.create(agreement=agreement, person=house.lead, side=Side.PROMISES)
    assert begin_with_what_wrings(meeting, by=house.lead) == 1
    assert meeting.blocks.last().agreement == agreement
    assert begin_with_what_wrings(meeting, by=house.lead) == 0
