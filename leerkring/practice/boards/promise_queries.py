"""Whose cards «vanaf morgen …» can become, and who speaks for them."""

from django.db.models import QuerySet

from leerkring.network.people.models import Organisation
from leerkring.practice.boards.models import Board, BoardQuestion, Card
from leerkring.practice.meetings.models import Invitation


def cards_to_take(question: BoardQuestion) -> QuerySet[Card]:
    """What is in sight and nobody's commitment yet; by their words, which say nothing of when."""
    return question.cards.in_sight().filter(takenover__isnull=True).order_by("text", "pk")


def owners_at(board: Board) -> list[tuple[str, list[tuple[int, str]]]]:
    """Organisations to choose from: those that are invited first, then all others."""
    asked = Invitation.objects.filter(meeting=board.meeting_id, organisation__isnull=False)
    near = set(asked.values_list("organisation", flat=True))
    rows = list(Organisation.objects.order_by("name").values_list("pk", "name"))
    here = [row for row in rows if row[0] in near]
    rest = [row for row in rows if row[0] not in near]
    named = (("Uitgenodigd", here), ("Andere organisaties", rest))
    return [(name, found) for name, found in named if found]


def speaking_for(meeting: int | None, organisation: Organisation) -> set[int]:
    """Whom an organisation sent to a meeting, as far as they have an account."""
    rows = Invitation.objects.filter(
        meeting=meeting, organisation=organisation, person__isnull=False
    )
    return set(rows.values_list("person_id", flat=True))
