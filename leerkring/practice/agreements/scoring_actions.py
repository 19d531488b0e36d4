"""The receiver says how it went, the other side answers, and a difference is talked out."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.agreements.actions import NotNow
from leerkring.practice.agreements.models import (
    Agreement,
    Kept,
    Reply,
    Score,
    Settlement,
    Stance,
)
from leerkring.practice.agreements.models.scoring import WEEKS
from leerkring.practice.agreements.notices import tell_answered, tell_scored
from leerkring.practice.agreements.rules import PATIENCE, asked_on, is_open_point, week_to_score


@transaction.atomic
def score(
    agreement: Agreement, *, kept: str, sentence: str, by: Any, now: datetime | None = None
) -> Score:
    """How the other side kept it, after six or twelve weeks: once each. Raises NotNow."""
    now = now or timezone.now()
    Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    fresh = Agreement.objects.with_parties().get(pk=agreement.pk)
    week = week_to_score(fresh, timezone.localdate(now))
    if week is None:
        raise NotNow
    made = Score.objects.create(
        agreement=fresh, week=week, kept=kept, sentence=sentence, by=by, at=now
    )
    left = [moment for moment in WEEKS if moment > week]
    agreement.score_from = asked_on(fresh, left[0]) if left else None
    agreement.ask_on = agreement.score_from
    agreement.bring_up_at = None if kept == Kept.YES else now + PATIENCE
    agreement.save(update_fields=["score_from", "ask_on", "bring_up_at"])
    tell_scored(made)
    record("agreements.scored", by=by, about=agreement, sentence="Een afspraak beoordeeld.")
    return made


@transaction.atomic
def answer(
    scored: Score, *, stance: str, text: str = "", by: Any, now: datetime | None = None
) -> Reply:
    """What who promised it says to the score. Raises NotNow when that is said already."""
    Score.objects.select_for_update(of=("self",)).get(pk=scored.pk)
    made, is_new = Reply.objects.get_or_create(
        score=scored,
        defaults={"stance": stance, "text": text, "by": by, "at": now or timezone.now()},
    )
    if not is_new:
        raise NotNow
    wrings = made.at if stance == Stance.DIFFERENT else None
    Agreement.objects.filter(pk=scored.agreement_id).update(bring_up_at=wrings)
    scored.reply = made
    tell_answered(scored, by=by)
    return made


@transaction.atomic
def settle(scored: Score, *, text: str, by: Any, now: datetime | None = None) -> Settlement:
    """They talked about it and are done: it is no open point any more. Raises NotNow."""
    now = now or timezone.now()
    fresh = Score.objects.select_for_update(of=("self",)).get(pk=scored.pk)
    if not is_open_point(fresh, now):
        raise NotNow
    made = Settlement.objects.create(score=fresh, text=text, by=by, at=now)
    Agreement.objects.filter(pk=fresh.agreement_id).update(bring_up_at=None)
    record("agreements.settled", by=by, about=scored.agreement, sentence="Een verschil besproken.")
    return made
