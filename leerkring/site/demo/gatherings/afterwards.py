"""What was said at the work day of the demo, what people promised, and its report."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone

from leerkring.network.circles.audience import Audience as ReadBy
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Profile
from leerkring.practice.agreements.actions import Promised, promise
from leerkring.practice.attendance.models import Reply, Tap
from leerkring.practice.boards.actions import add_question, ask, close_board, make_board, open_board
from leerkring.practice.boards.answering_actions import cast_vote, give_card
from leerkring.practice.boards.card_actions import bring_together
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.practice.commitments.models import Outcome, Sight
from leerkring.practice.dilemmas.actions import Put, came_back, put_dilemma, tell
from leerkring.practice.meetings.bringing_actions import answer_question
from leerkring.practice.meetings.models import Announcement, Meeting
from leerkring.practice.reports import actions as reports
from leerkring.practice.reports.chapters import ChapterKind

CARDS = UUID("5d0c2b52-2f38-4c1e-9a53-6a3d0ff1b7c4")
Texts = dict[str, Any]


def keep_what_was_said(
    meeting: Meeting, texts: Texts, guests: list[Person], cast: dict[str, Person], *, on: date
) -> None:
    """As if it was held on that day, at the same hour. It was announced a month before."""
    at = timezone.make_aware(datetime.combine(on, timezone.localtime(meeting.starts_at).time()))
    chair, organiser = cast["facilitator"], cast["coordinator"]
    Announcement.objects.filter(meeting=meeting).update(at=at - timedelta(days=30))
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=at)
    meeting.refresh_from_db()
    for row, text in zip(meeting.questions.order_by("pk"), texts["vraag"], strict=True):
        if "antwoord" in text:
            answer_question(row, text["antwoord"], by=organiser)
    coming = meeting.invitations.filter(reply__says=Reply.Says.YES)
    Tap.objects.bulk_create(
        Tap(pk=uuid5(CARDS, str(one.pk)), invitation=one, is_here=True, at=at) for one in coming
    )
    _hold_board(meeting, texts, chair)
    _promise(meeting, texts, guests, at=at)
    _shelve(meeting, texts, guests, at=at)
    _report(meeting, texts, by=organiser, agreed_by=chair)


def _hold_board(meeting: Meeting, texts: Texts, chair: Person) -> None:
    board = make_board(meeting, title="Aan tafel", by=chair)
    open_board(board, by=chair)
    cards = texts["kaarten"]
    question = _asked(board, Kind.OPEN, cards["vraag"], chair)
    for name, said in cards["groepen"]:
        keys = [_card(question, text) for text in said]
        if name:
            bring_together(question, keys, name=name, by=chair)
    reveal(question, by=chair)
    dilemma = texts["dilemma"]
    question = _asked(board, Kind.DILEMMA, dilemma["vraag"], chair, options=dilemma["kanten"])
    _vote(question, BEFORE, dilemma["vooraf"])
    reveal(question, by=chair)
    ask(question, again=True, by=chair)
    _vote(question, AFTER, dilemma["achteraf"])
    reveal(question, by=chair)
    tomorrow = texts["vanaf_morgen"]
    question = _asked(board, Kind.TOMORROW, tomorrow["vraag"], chair)
    for text in tomorrow["kaarten"]:
        _card(question, text)
    reveal(question, by=chair)
    close_board(board, by=chair)


def _asked(board: Board, kind: Kind, text: str, by: Person, **more: Any) -> BoardQuestion:
    question = add_question(board, kind=kind, text=text, by=by, **more)
    ask(question, by=by)
    return question


def _card(question: BoardQuestion, text: str) -> UUID:
    key = uuid5(CARDS, text)
    give_card(question, card_id=key, text=text, name="", mark=key.hex)
    return key


def _vote(question: BoardQuestion, phase: int, counts: list[int]) -> None:
    """The same phones both times, the first ones for the first side."""
    choices = [side for side, count in enumerate(counts) for _ in range(count)]
    for phone, side in enumerate(choices):
        cast_vote(question, phase=phase, choice=[side], mark=f"telefoon {phone}")


def _promise(meeting: Meeting, texts: Texts, guests: list[Person], *, at: datetime) -> None:
    named = {person.name.split(" ")[0].lower(): person for person in guests}
    for text in texts["voornemen"]:
        person = named[text["wie"]]
        made = make_commitment(
            text=text["tekst"],
            person=person,
            sight=Sight.PUBLIC,
            look_back_on=timezone.localdate() - timedelta(days=1),
            meeting=meeting.pk,
            by=person,
        )
        if "uitkomst" in text:
            learnt = text.get("leerde", "")
            look_back(made, outcome=Outcome(text["uitkomst"]), learnt=learnt, by=person)
    profiles = Profile.objects.filter(person__in=guests, organisation__isnull=False)
    by_organisation = {row.organisation: row.person for row in profiles.order_by("-pk")}
    (giver, gives), (taker, takes) = sorted(by_organisation.items(), key=lambda e: e[0].slug)[:2]
    for text in texts["afspraak"]:
        promised = Promised(
            task=text["taak"],
            expectation=text["verwacht"],
            escalate_when=text["als"],
            escalate_to=text["bij"],
            circle=meeting.circle,
            is_for_circle=True,
        )
        promise(
            *(promised,),
            promiser=giver,
            receiver=taker,
            promising=[gives],
            receiving=[takes],
            by=gives,
            now=at,
        )


def _shelve(meeting: Meeting, texts: Texts, guests: list[Person], *, at: datetime) -> None:
    for text in texts["schap"]:
        put = Put(
            title=text["titel"],
            one_side=text["ene"],
            other_side=text["andere"],
            audience=ReadBy.SIGNED_IN.value,
            themes=meeting.themes.all(),
        )
        dilemma = put_dilemma(put, by=guests[3], now=at)
        tell(dilemma, text=text["ervaring"], by=guests[4])
        came_back(dilemma, note=meeting.title, by=guests[3], at=at.date())


def _report(meeting: Meeting, texts: Texts, *, by: Person, agreed_by: Person) -> None:
    report = reports.begin_report(meeting, by=by)
    said = texts["verslag"]
    parts = {ChapterKind.PROGRAMME: (said["programma"], False)}
    reports.write(report, lead=said["kort"], parts=parts, by=by)
    reports.agree(report, by=agreed_by)
    reports.bring_out(report, by=by)
