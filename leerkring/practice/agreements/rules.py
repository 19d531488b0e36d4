"""Who may do what with an agreement. Reading is a query: `Agreement.objects.visible_to`."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from leerkring.network.circles.rules import may_guide
from leerkring.practice.agreements.models import Agreement, Kept, Score, Side, Stance
from leerkring.practice.agreements.models.scoring import WEEKS

PATIENCE = timedelta(days=14)  # so long an answer to a score may take before it is talked about


def side_of(person: Any, agreement: Agreement) -> str | None:
    found = agreement.contacts.filter(person=person.pk)
    return found.values_list("side", flat=True).first()


def asked_on(agreement: Agreement, week: int) -> date:
    """The day from which the receiver may say how it went after so many weeks."""
    return timezone.localdate(agreement.confirmation.at) + timedelta(weeks=week)


def week_to_score(agreement: Agreement, today: date) -> int | None:
    """Of which moment the receiver may speak now: the latest that came and has no score."""
    if not agreement.is_agreed or hasattr(agreement, "ending"):
        return None
    scored = max((score.week for score in agreement.scores.all()), default=0)
    came = [week for week in WEEKS if week > scored and asked_on(agreement, week) <= today]
    return max(came, default=None)


def is_open_point(score: Score, now: datetime) -> bool:
    """The two see it differently, and nobody wrote down that they are done with that.

    An answer "that is how it was" ends it; so does a while without one where nothing was wrong.
    """
    if hasattr(score, "settlement"):
        return False
    if hasattr(score, "reply"):
        return score.reply.stance == Stance.DIFFERENT
    return score.kept != Kept.YES and score.at <= now - PATIENCE


def may_settle(person: Any, agreement: Agreement) -> bool:
    """Whom it was promised to, or who guides the circle; never who promised it alone."""
    if side_of(person, agreement) == Side.RECEIVES:
        return True
    return agreement.circle is not None and may_guide(person, agreement.circle)
